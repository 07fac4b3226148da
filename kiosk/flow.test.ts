import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_SERVICES, PRIORITIES } from '../shared/hall.ts';
import type { VisitId } from '../shared/id.ts';
import { agencyId, busyMorning, serviceId, takenFor } from './fixtures.ts';
import {
	canAdd,
	choosingTakes,
	type Flow,
	type FlowEvent,
	isFresh,
	orderOf,
	type Page,
	pageKey,
	pageOf,
	start,
	step,
} from './flow.ts';

const walk = (...events: readonly FlowEvent[]): Flow => events.reduce(step, start);
const open = (page: Exclude<Page, { at: 'result' | 'lent' }>): FlowEvent => ({ kind: 'opened', page });
const agency = (id: string): FlowEvent => open({ at: 'agency', agencyId: agencyId(id) });
const service = (id: string): FlowEvent => open({ at: 'service', serviceId: serviceId(id) });
const add = (id: string): FlowEvent => ({ kind: 'added', serviceId: serviceId(id) });
const priorityPage = open({ at: 'priority' });
const back: FlowEvent = { kind: 'back' };
const taken = { kind: 'taken', taken: takenFor(['skck-baru'], 'M-003') } as const;

describe('a visitor with one service', () => {
	it('reaches the number in three touches: agency, service, take', () => {
		const flow = walk(agency('polres'), service('skck-baru'));
		expect(orderOf(flow)).toEqual(['skck-baru']);
		expect(pageOf(step(flow, taken))).toMatchObject({ at: 'result', taken: { number: 'M-003' } });
	});

	it('goes back page by page, and from home nowhere', () => {
		const flow = walk(agency('polres'), service('skck-baru'), priorityPage);
		const pages = [flow, step(flow, back), step(step(flow, back), back)].map((it) => pageOf(it).at);
		expect(pages).toEqual(['priority', 'service', 'agency']);
		expect(step(start, back)).toEqual(start);
	});

	it('loses no letter however fast the keys come, and types nowhere but in the search', () => {
		const keys: readonly FlowEvent[] = [...'pasprt'].map((text) => ({ kind: 'wrote', text }));
		const flow = walk(open({ at: 'search', typed: '' }), ...keys, { kind: 'erased' }, { kind: 'wrote', text: 'o' });
		expect(pageOf(flow)).toEqual({ at: 'search', typed: 'paspro' });
		expect(walk(...keys, { kind: 'erased' })).toEqual(start);
	});

	it('comes back from a service to the search with what was typed', () => {
		const flow = walk(
			open({ at: 'search', typed: '' }),
			{ kind: 'typed', typed: 'pasp' },
			service('paspor-baru'),
			back,
		);
		expect(pageOf(flow)).toEqual({ at: 'search', typed: 'pasp' });
	});
});

describe('a visitor with a priority', () => {
	it('takes the number by choosing a category when a service or the list is in hand', () => {
		expect(choosingTakes(walk(agency('polres'), service('skck-baru'), priorityPage))).toBe(true);
		expect(choosingTakes(walk(add('skck-baru'), open({ at: 'basket' }), priorityPage))).toBe(true);
		expect(orderOf(walk(service('skck-baru'), priorityPage))).toEqual(['skck-baru']);
	});

	it('may say it first: it is kept while a service is looked for', () => {
		const flow = walk(agency('polres'), priorityPage, { kind: 'prioritised', priority: 'elderly' });
		expect(choosingTakes(walk(agency('polres'), priorityPage))).toBe(false);
		expect(flow.priority).toBe('elderly');
		expect(pageOf(flow).at).toBe('agency');
		expect(step(flow, service('skck-baru')).priority).toBe('elderly');
	});
});

describe('a visitor with several services', () => {
	it('takes the list in its order and the service in hand last; the first gives the number', () => {
		const flow = walk(add('kk-baru'), add('skck-baru'), agency('bpjskes'), service('jkn-ubah'));
		expect(orderOf(flow)).toEqual(['kk-baru', 'skck-baru', 'jkn-ubah']);
		expect(orderOf(step(flow, { kind: 'removed', serviceId: serviceId('kk-baru') }))).toEqual([
			'skck-baru',
			'jkn-ubah',
		]);
	});

	it('is taken home by adding, and cannot add one twice', () => {
		const flow = walk(agency('polres'), service('skck-baru'), add('skck-baru'));
		expect(pageOf(flow).at).toBe('home');
		expect(canAdd(flow, serviceId('skck-baru'))).toBe(false);
		expect(orderOf(step(flow, service('skck-baru')))).toEqual(['skck-baru']);
	});

	it('has an empty list again once the number is taken', () => {
		expect(step(walk(add('kk-baru'), add('skck-baru')), taken)).toMatchObject({ basket: [], priority: null });
	});
});

describe('a visitor whose slip comes out elsewhere', () => {
	const sent = (to: string | null): FlowEvent => ({ kind: 'sent', visitId: taken.taken.visitId, to });

	it('is told where, and here again after asking here', () => {
		const flow = walk(taken, sent('Kios 2'));
		expect(pageOf(flow)).toMatchObject({ at: 'result', sentTo: 'Kios 2' });
		expect(pageKey(flow)).toBe(pageKey(walk(taken)));
		expect(pageOf(step(flow, sent(null)))).toMatchObject({ sentTo: null });
	});

	it('tells the next visitor nothing', () => {
		const next: FlowEvent = { kind: 'taken', taken: { ...taken.taken, visitId: 513 as VisitId } };
		expect(pageOf(walk(taken, { kind: 'left' }, next, sent('Kios 2')))).toMatchObject({ sentTo: null });
		expect(walk(sent('Kios 2'))).toEqual(start);
	});
});

describe('a visitor who asks for English', () => {
	const asked = walk({ kind: 'spoke', language: 'en' });

	it('is told when it cannot be had, and stays with Indonesian', () => {
		const told = step(asked, { kind: 'unfetched', language: 'en' });
		expect(told).toMatchObject({ language: 'id', unfetched: 'en' });
		expect(isFresh(told)).toBe(false);
		expect(step(told, { kind: 'spoke', language: 'en' })).toEqual(asked);
	});

	it('is told nothing after going back to Indonesian, nor is the next visitor', () => {
		expect(
			walk({ kind: 'spoke', language: 'en' }, { kind: 'spoke', language: 'id' }, { kind: 'unfetched', language: 'en' }),
		).toEqual(start);
		expect(walk({ kind: 'spoke', language: 'en' }, { kind: 'left' }, { kind: 'unfetched', language: 'en' })).toEqual(
			start,
		);
	});
});

const services = busyMorning.view.services.map((it) => it.id);
const anyEvent: fc.Arbitrary<FlowEvent> = fc.oneof(
	fc.constantFrom(...services).map((id): FlowEvent => ({ kind: 'added', serviceId: id })),
	fc.constantFrom(...services).map((id): FlowEvent => ({ kind: 'removed', serviceId: id })),
	fc.constantFrom(...services).map((id): FlowEvent => open({ at: 'service', serviceId: id })),
	fc.constantFrom(...PRIORITIES, null).map((priority): FlowEvent => ({ kind: 'prioritised', priority })),
	fc.constantFrom<FlowEvent>(
		agency('polres'),
		priorityPage,
		back,
		taken,
		open({ at: 'home' }),
		open({ at: 'basket' }),
		open({ at: 'search', typed: '' }),
		{ kind: 'typed', typed: 'ktp' },
		{ kind: 'sent', visitId: taken.taken.visitId, to: 'Kios 2' },
		{ kind: 'spoke', language: 'en' },
		{ kind: 'unfetched', language: 'en' },
		{ kind: 'lowered', low: true },
	),
);

describe('whatever is touched in whatever order', () => {
	it('never puts more services on a list than a slip holds, nor one twice', () => {
		fc.assert(
			fc.property(fc.array(anyEvent), (events) => {
				const flow = walk(...events);
				expect(flow.basket.length).toBeLessThanOrEqual(MOST_SERVICES);
				expect(new Set(orderOf(flow)).size).toBe(orderOf(flow).length);
			}),
		);
	});

	it('is all forgotten when the visitor leaves', () => {
		fc.assert(
			fc.property(fc.array(anyEvent), (events) => {
				const flow = step(walk(...events), { kind: 'left' });
				expect(flow).toEqual(start);
				expect(isFresh(flow)).toBe(true);
			}),
		);
	});

	it('changes the page key exactly when another page is shown', () => {
		const typing = walk(open({ at: 'search', typed: 'k' }));
		expect(pageKey(step(typing, { kind: 'typed', typed: 'kt' }))).toBe(pageKey(typing));
		expect(pageKey(walk(agency('polres')))).not.toBe(pageKey(walk(agency('samsat'))));
	});
});

describe('second thoughts', () => {
	const held = { visitId: 7 as VisitId, number: 'C-012', services: [serviceId('kk-baru')], priority: null };
	const regret = open({ at: 'regret', held });
	const changing: FlowEvent = { kind: 'changing', held };

	it('lead back to the number when its visitor keeps it', () => {
		const flow = walk(taken, regret);
		expect(pageOf(flow)).toEqual({ at: 'regret', held });
		expect(pageOf(step(flow, back))).toMatchObject({ at: 'result', taken: { number: 'M-003' } });
	});

	it('begin a change at home with an empty list, and the new number ends it', () => {
		const flow = walk(add('kk-baru'), regret, changing, agency('polres'), service('skck-baru'));
		expect([flow.replaces, orderOf(flow)]).toEqual([held, ['skck-baru']]);
		expect(isFresh(walk(changing))).toBe(false);
		expect(step(flow, taken).replaces).toBeNull();
	});

	it('about several services begin with their list, and keep the priority', () => {
		const services = ['kk-baru', 'skck-baru'].map(serviceId);
		const flow = walk({ kind: 'changing', held: { ...held, services, priority: 'elderly' } });
		expect([pageOf(flow).at, orderOf(flow), flow.priority]).toEqual(['basket', services, 'elderly']);
		const fewer = step(flow, { kind: 'removed', serviceId: serviceId('kk-baru') });
		expect(orderOf(fewer)).toEqual(['skck-baru']);
		expect(pageOf(step(fewer, taken))).toMatchObject({ at: 'result', instead: 'C-012' });
	});

	it('may be dropped in the middle, where the visitor stands', () => {
		const flow = step(walk(changing, agency('polres')), { kind: 'kept' });
		expect([flow.replaces, pageOf(flow).at]).toEqual([null, 'agency']);
	});

	it('end with a page that leads to no dead number', () => {
		const flow = walk(taken, regret, { kind: 'cancelled', number: 'C-012' });
		expect([pageOf(flow), pageOf(step(flow, back)).at]).toEqual([{ at: 'cancelled', number: 'C-012' }, 'home']);
	});

	it('whose answer comes when the visitor has left show nobody else the number', () => {
		expect(walk(taken, regret, { kind: 'left' }, { kind: 'cancelled', number: 'C-012' })).toEqual(start);
	});

	it('are forgotten with everything else', () => {
		expect(step(walk(changing), { kind: 'left' })).toEqual(start);
	});
});
