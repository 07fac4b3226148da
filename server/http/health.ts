// What a supervisor and a monitoring system ask. Figures of the hall, never of a person.

import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import { dayOf } from '../../shared/day.ts';
import type { Instant } from '../../shared/id.ts';
import type { Live } from '../live/live.ts';
import type { Hall } from '../store/hall.ts';

export interface HealthParts {
	readonly hall: Hall;
	readonly live: () => Live;
	readonly clock: () => Instant;
}

/** Loaded by the first who asks for figures: most halls have nobody who does. */
async function openRegistry({ hall, live, clock }: HealthParts): Promise<Registry> {
	const { collectDefaultMetrics, Gauge, Registry } = await import('prom-client');
	const registry = new Registry();
	collectDefaultMetrics({ register: registry });
	const today = () => dayOf(clock(), hall.catalogue().settings.timeZone);
	const gauge = (
		name: string,
		help: string,
		labelNames: string[],
		collect: (set: (value: number, labels?: Record<string, string>) => void) => void,
	): void => {
		registry.registerMetric(
			new Gauge({
				name: `giliran_${name}`,
				help,
				labelNames,
				registers: [],
				collect() {
					this.reset();
					collect((value, labels) => this.set(labels ?? {}, value));
				},
			}),
		);
	};
	gauge('rev', 'Newest journal id.', [], (set) => set(hall.rows.lastRev()));
	gauge('waiting', 'People waiting now.', ['agency'], (set) => {
		const { agencies, queues } = hall.catalogue();
		for (const agency of agencies) {
			const mine = queues.filter((it) => it.agencyId === agency.id);
			set(
				mine.reduce((sum, it) => sum + hall.rows.inLine(it.id, today()), 0),
				{ agency: agency.id },
			);
		}
	});
	gauge('tickets_today', 'Places taken today, moved-on ones left out.', ['agency'], (set) => {
		const { agencies, queues } = hall.catalogue();
		for (const agency of agencies) {
			const mine = queues.filter((it) => it.agencyId === agency.id);
			set(
				mine.reduce((sum, it) => sum + hall.rows.takenToday(it.id, today()), 0),
				{ agency: agency.id },
			);
		}
	});
	gauge('counters_open', 'Counters with an officer, by whether they are on a break.', ['state'], (set) => {
		const shifts = hall.rows.openShifts();
		set(shifts.filter((it) => it.pausedAt === null).length, { state: 'open' });
		set(shifts.filter((it) => it.pausedAt !== null).length, { state: 'break' });
	});
	gauge('screens_connected', 'Screens connected now.', ['role'], (set) => {
		for (const [role, count] of Object.entries(live().connected())) set(count, { role });
	});
	gauge('slips', 'The latest 40 slips by state.', ['state'], (set) => {
		const slips = hall.slips.last();
		for (const state of new Set(slips.map((it) => it.state)))
			set(slips.filter((it) => it.state === state).length, { state });
	});
	return registry;
}

export function serveHealth(http: FastifyInstance, parts: HealthParts): void {
	const { hall } = parts;
	let opened: Promise<Registry> | null = null;
	http.get('/health/live', async () => ({ status: 'live' }));
	// Routes are served only after everything was opened, so an answer at all means ready; the read proves the database.
	http.get('/health/ready', async () => ({ status: 'ready', rev: hall.rows.lastRev() }));
	http.get('/metrics', async (_, reply) => {
		opened ??= openRegistry(parts);
		const registry = await opened;
		return reply.type(registry.contentType).send(await registry.metrics());
	});
}
