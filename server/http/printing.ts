// The manager's printers and slips over HTTP: the wall, test slips, rolls, what waits, reprints, and how slips are laid
// out, with a preview made by the same lines that are printed. And the pages that a kiosk's own browser prints.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Instant, OfficerId, PrinterId, ServiceId } from '../../shared/id.ts';
import { words } from '../../shared/words/words.ts';
import { answer, type Log, shaped } from '../ask/asks.ts';
import { reprintAsk, slipLayout, ticketToken } from '../ask/shapes.ts';
import { deviceOf, sessionOf } from '../ask/who.ts';
import { refuse } from '../hall/refused.ts';
import { setLayout } from '../hall/settings.ts';
import { cancelWaiting, newRoll, reprint, reprintAny, testSlip } from '../hall/slips.ts';
import { altOf, linesOf } from '../print/compose/lines.ts';
import { paperMm } from '../print/compose/measure.ts';
import { PROFILES, type Profile, profileFor, profileNamed } from '../print/compose/profile.ts';
import { sheetLines } from '../print/compose/sheet.ts';
import { profileOf } from '../print/compose.ts';
import { exampleSlip } from '../print/example.ts';
import { openSlips, sheetOf } from '../print/slips.ts';
import type { Commits } from '../store/commit.ts';
import type { Hall } from '../store/hall.ts';
import { printerWall } from '../views/slips.ts';
import { html, page } from './html.ts';
import { send } from './reply.ts';

export interface PrintingParts {
	readonly hall: Hall;
	readonly commits: Commits;
	readonly clock: () => Instant;
	readonly log: Log;
	/** Where a phone finds this hall. */
	readonly publicUrl: () => string;
	/** When the spooler last heard of a printer. */
	readonly seenAt: (printer: PrinterId) => Instant | null;
}

const printerPath = z.strictObject({
	id: z.coerce
		.number()
		.int()
		.min(1)
		.transform((id) => id as PrinterId),
});
/** From the end of a roll to the largest that fits any printer. */
const rollBody = z.strictObject({ rollMm: z.int().min(1_000).max(500_000).optional() });
const previewBody = z.strictObject({ layout: slipLayout, profile: z.string().max(60) });
const nothing = z.strictObject({});
const DONE = {};
/** A layout carries a logo. */
const LARGE = 512 * 1024;
/** What a browser prints stands in a frame of the kiosk's, and in nobody else's. */
const FRAMED = {
	'content-security-policy': "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-ancestors 'self'",
	'x-frame-options': 'SAMEORIGIN',
};
const PRIVATE = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };

/** Loaded when somebody first asks for a picture: most starts never do. */
const pictureOf = async (lines: ReturnType<typeof linesOf>, profile: Profile): Promise<Buffer> => {
	const { bitmapOf, pngOf } = await import('../print/compose/picture.ts');
	return Buffer.from(pngOf(bitmapOf(lines, profile)));
};

/** What is printed, and on what kind of paper. */
interface Paper {
	readonly lines: ReturnType<typeof linesOf>;
	readonly profile: Profile;
}

export function servePrinting(http: FastifyInstance, parts: PrintingParts): void {
	const { hall, commits, clock, log, publicUrl, seenAt } = parts;
	const slips = openSlips(hall.store);
	const signedIn = (request: FastifyRequest) =>
		sessionOf(hall, request.headers, null, clock()) ?? refuse({ code: 'not_signed_in' });
	const manager = (request: FastifyRequest): OfficerId => {
		const session = signedIn(request);
		return session.officer.role === 'manager' ? session.officer.id : refuse({ code: 'not_allowed' });
	};
	const describe = (summary: string, body?: z.ZodType, who = 'manager token') => ({
		schema: { summary: `${summary} (${who}).`, tags: ['v1'], ...(body ? { body } : {}) },
	});

	http.get('/api/v1/printers', describe('The printers of the hall and how they stand'), async (request, reply) =>
		send(
			reply,
			await answer(log, () => {
				manager(request);
				return printerWall(hall, (profile) => profileNamed(profile)?.label ?? profile, seenAt, clock());
			}),
		),
	);
	/** Something that is done with one printer. */
	const doing = <Body extends z.ZodType, Value>(
		name: string,
		summary: string,
		body: Body,
		verb: (printer: PrinterId, by: OfficerId, input: z.output<Body>, at: Instant) => Value,
	): void => {
		http.post(`/api/v1/printers/:id/${name}`, describe(summary, body), async (request, reply) =>
			send(
				reply,
				await answer(log, () => {
					const by = manager(request);
					const { id } = shaped(printerPath, request.params);
					const input = shaped(body, request.body ?? {});
					return commits.run((at) => verb(id, by, input, at));
				}),
			),
		);
	};
	doing('test', 'Prints a slip that is nobody’s', nothing, (id, by, _, at) => {
		testSlip(hall, id, by, at);
		return DONE;
	});
	doing('roll', 'A new roll was put in; its paper is counted from nothing', rollBody, (id, _, { rollMm }, at) => {
		newRoll(hall, id, rollMm ?? null, at);
		return DONE;
	});
	doing('cancel', 'Drops every slip that waits there', nothing, (id, by, _, at) => ({
		cancelled: cancelWaiting(hall, id, by, at),
	}));

	http.post(
		'/api/v1/reprints',
		describe('Prints the slip of a number of today again', reprintAsk, 'officer or manager token'),
		async (request, reply) =>
			send(
				reply,
				await answer(log, () => {
					const { officer, counter } = signedIn(request);
					const ask = shaped(reprintAsk, request.body);
					// An officer's own agency, a manager's whole hall.
					return commits.run((at) =>
						counter === null
							? reprintAny(hall, ask, officer.id, at)
							: reprint(hall, ask, { officerId: officer.id, counter, deviceId: null }, at),
					);
				}),
			),
	);

	http.get('/api/v1/profiles', describe('The kinds of printer that are known'), async (request, reply) =>
		send(
			reply,
			await answer(log, () => {
				manager(request);
				return { profiles: Object.entries(PROFILES).map(([id, { label, paper }]) => ({ id, label, paper })) };
			}),
		),
	);
	http.get('/api/v1/slip-layout', describe('How slips are laid out'), async (request, reply) =>
		send(
			reply,
			await answer(log, () => {
				manager(request);
				return { layout: hall.catalogue().settings.slip };
			}),
		),
	);
	http.put(
		'/api/v1/slip-layout',
		{ ...describe('Lays slips out otherwise, from the next one on', slipLayout), bodyLimit: LARGE },
		async (request, reply) =>
			send(
				reply,
				await answer(log, () => {
					const by = manager(request);
					const layout = shaped(slipLayout, request.body);
					return commits.run((at) => {
						setLayout(hall, layout, by, at);
						return DONE;
					});
				}),
			),
	);
	http.post(
		'/api/v1/slip-preview',
		{ ...describe('A picture of a slip laid out so, dot for dot', previewBody), bodyLimit: LARGE },
		async (request, reply) => {
			const made = await answer(log, () => {
				manager(request);
				const { layout, profile: name } = shaped(previewBody, request.body);
				const profile = profileNamed(name) ?? refuse({ code: 'malformed', where: 'profile' });
				const slip = exampleSlip(hall.catalogue(), layout, publicUrl(), clock());
				return pictureOf(linesOf(slip, profile, words.id), profile);
			});
			if (!made.ok) return send(reply, made);
			return reply.headers(PRIVATE).type('image/png').send(made.value);
		},
	);

	// What a kiosk's browser prints: the paper's picture on a page of the paper's size.
	const slipOf = (request: FastifyRequest): Paper | null => {
		const { token } = request.params as { token: string };
		const visit = ticketToken.safeParse(token).success ? hall.rows.visitByToken(token) : undefined;
		const job = visit && hall.slips.ofVisit(visit.id);
		// The address is on the slip, so that who holds it can follow the line; the slip itself is the kiosk's to print.
		const mayPrint = deviceOf(hall, request.headers, 'kiosk', null) ?? sessionOf(hall, request.headers, null, clock());
		if (!job || !mayPrint) return null;
		const printer = hall.catalogue().printers.find((it) => it.id === job.printerId);
		const profile = (printer && profileNamed(printer.profile)) ?? profileFor(80);
		return { lines: linesOf(slips(job.id, hall.catalogue()), profile, words.id), profile };
	};
	/** What to bring, as this kiosk's own browser prints it. */
	const sheetFor = (request: FastifyRequest): Paper | null => {
		const kiosk = deviceOf(hall, request.headers, 'kiosk', null);
		const catalogue = hall.catalogue();
		const service = catalogue.offered((request.params as { id: string }).id as ServiceId);
		const printer = kiosk && catalogue.printersOf(kiosk.id).find((it) => it.way === 'browser');
		if (!service || !printer) return null;
		const profile = profileOf(printer);
		return { lines: sheetLines(sheetOf(service.id, catalogue, clock()), profile, words.id), profile };
	};
	const PAPERS = [
		['/t/:token/slip', slipOf],
		['/services/:id/sheet', sheetFor],
	] as const;
	for (const [address, paperFor] of PAPERS) {
		http.get(address, async (request, reply) => {
			const paper = paperFor(request);
			reply.code(paper ? 200 : 404).headers({ ...PRIVATE, ...FRAMED });
			if (!paper) return reply.type('text/plain').send(words.id.pages.ticket.unknown);
			const { lines, profile } = paper;
			const [own = ''] = request.url.split('?');
			const body = html`<img src="${own}.png" alt="${altOf(lines)}" class="paper-${profile.paper}">`;
			const style = `/slip-${profile.paper}-${Math.ceil(paperMm(lines, profile)) + SPARE_MM}.css`;
			return reply
				.type('text/html')
				.send(page({ title: words.id.slip.browser, language: 'id', style, renew: null, body }));
		});
		http.get(`${address}.png`, async (request, reply) => {
			const paper = paperFor(request);
			reply.code(paper ? 200 : 404).headers(PRIVATE);
			if (!paper) return reply.type('text/plain').send(words.id.pages.ticket.unknown);
			return reply.type('image/png').send(await pictureOf(paper.lines, paper.profile));
		});
	}
	http.get('/slip-:paper(58|80)-:length(^\\d{2,4}).css', (request, reply) => {
		const { paper, length } = request.params as { paper: string; length: string };
		return reply.type('text/css').send(pageOf(Number(paper), Number(length)));
	});
}

/** White below a slip, so that a driver that rounds cuts nothing off. */
const SPARE_MM = 5;

/** A browser prints on sheets: as wide as the roll, and as long as this slip, mm. */
const pageOf = (paper: number, length: number): string =>
	`@page { size: ${paper}mm ${length}mm; margin: 0; }
html, body { margin: 0; padding: 0; background: #fff; }
img { display: block; width: ${paper}mm; height: auto; }
`;
