// The manager's report over HTTP: figures as JSON for the screen, as a file for the spreadsheet.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Instant } from '../../shared/id.ts';
import { REPORT_GROUPS } from '../../shared/report.ts';
import { answer, type Log, shaped } from '../ask/asks.ts';
import { sessionOf } from '../ask/who.ts';
import { refuse } from '../hall/refused.ts';
import { type Range, readRange } from '../report/range.ts';
import type { Reports } from '../report/reports.ts';
import type { Hall } from '../store/hall.ts';
import { send } from './reply.ts';

export interface ReportParts {
	readonly hall: Hall;
	readonly reports: Reports;
	readonly clock: () => Instant;
	readonly log: Log;
}

const days = z.strictObject({ from: z.string(), to: z.string() });
const file = days.extend({
	by: z.enum([...REPORT_GROUPS, 'category']).default('agency'),
	separator: z.enum([';', ',']).default(';'),
});

export function serveReports(http: FastifyInstance, { hall, reports, clock, log }: ReportParts): void {
	const mustBeManager = (request: FastifyRequest): void => {
		const session = sessionOf(hall, request.headers, null, clock()) ?? refuse({ code: 'not_signed_in' });
		if (session.officer.role !== 'manager') refuse({ code: 'not_allowed' });
	};
	const rangeOf = ({ from, to }: z.output<typeof days>): Range => {
		const range = readRange(from, to);
		return 'code' in range ? refuse(range) : range;
	};
	http.get(
		'/api/v1/report',
		{ schema: { summary: 'Figures of the days asked for (manager token).', tags: ['v1'], querystring: days } },
		async (request, reply) =>
			send(
				reply,
				await answer(log, () => {
					mustBeManager(request);
					return reports.report(rangeOf(shaped(days, request.query)));
				}),
			),
	);
	http.get(
		'/api/v1/report.csv',
		{ schema: { summary: 'The same as a spreadsheet file (manager token).', tags: ['v1'], querystring: file } },
		async (request, reply) => {
			const made = await answer(log, async () => {
				mustBeManager(request);
				const ask = shaped(file, request.query);
				return {
					name: `giliran-${ask.from}-${ask.to}-${ask.by}.csv`,
					text: await reports.csv(rangeOf(ask), ask.by, ask.separator),
				};
			});
			if (!made.ok) return send(reply, made);
			return reply
				.header('content-disposition', `attachment; filename="${made.value.name}"`)
				.type('text/csv; charset=utf-8')
				.send(made.value.text);
		},
	);
}
