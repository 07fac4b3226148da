import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECOND } from '../shared/id.ts';
import { can, STATES } from '../shared/ticket.ts';
import type { ConsoleView } from '../shared/views.ts';
import { ACTIONS, type Action, ROW_DEEDS, usualStep, whyNot, whyNotRow, whyNotTo } from './actions.ts';
import { AT, VIEWS } from './fixtures.ts';

const allowed = (view: ConsoleView): readonly Action[] =>
	ACTIONS.filter((action) => whyNot(action, view, 'live', AT) === null);

/** The whole desk on one screen: in this situation exactly these buttons work. */
const DESK: Readonly<Record<keyof typeof VIEWS, readonly Action[]>> = {
	idle: ['callNext', 'pause', 'reprint', 'signOff'],
	empty: ['pause', 'reprint', 'signOff', 'callByItself'],
	called: ['callNext', 'recall', 'start', 'noShow', 'release', 'reprint'],
	serving: ['callNext', 'finish', 'park', 'transfer', 'reprint'],
	paused: ['reprint', 'signOff', 'reopen'],
	undo: ['callNext', 'pause', 'reprint', 'undo', 'signOff'],
	parked: ['callNext', 'resume', 'pause', 'reprint', 'signOff'],
};

describe('the buttons of the desk', () => {
	for (const [name, expected] of Object.entries(DESK) as [keyof typeof VIEWS, readonly Action[]][]) {
		it(`${name}: ${expected.join(', ')}`, () => {
			expect(allowed(VIEWS[name])).toEqual(expected);
		});
	}

	it('rest for the one at the desk exactly where the server would refuse', () => {
		const events = [
			['recall', { kind: 'called' }],
			['start', { kind: 'started' }],
			['finish', { kind: 'closed', as: 'served' }],
			['noShow', { kind: 'missed' }],
			['park', { kind: 'parked' }],
			['transfer', { kind: 'closed', as: 'transferred' }],
			['release', { kind: 'released' }],
		] as const;
		for (const view of [VIEWS.called, VIEWS.serving])
			for (const [action, event] of events)
				expect([action, whyNot(action, view, 'live', AT) === null]).toEqual([
					action,
					can(view.now.state, event) === null,
				]);
	});

	it('all rest while the server is away, and in rows too, whatever is on the screen', () => {
		const views = fc.constantFrom<ConsoleView>(...Object.values(VIEWS));
		const links = fc.constantFrom('lost', 'connecting', 'busy', 'unknown_device', 'not_signed_in', 'wrong_protocol');
		fc.assert(
			fc.property(views, fc.constantFrom(...ACTIONS), links, (view, action, link) => {
				expect(whyNot(action, view, link as 'lost', AT)).toEqual({ code: 'offline' });
			}),
		);
		for (const item of VIEWS.parked.parked)
			for (const deed of ROW_DEEDS) expect(whyNotRow(deed, item, VIEWS.parked, 'lost')).toEqual({ code: 'offline' });
	});

	it('name the visitor who is in the way', () => {
		expect(whyNot('pause', VIEWS.serving, 'live', AT)).toEqual({ code: 'counter_busy', number: 'D-007' });
		expect(whyNot('signOff', VIEWS.called, 'live', AT)).toEqual({ code: 'counter_busy', number: 'C-012' });
		expect(whyNot('finish', VIEWS.called, 'live', AT)).toEqual({ code: 'still_called', number: 'C-012' });
		expect(whyNot('noShow', VIEWS.serving, 'live', AT)).toEqual({ code: 'already_serving', number: 'D-007' });
	});

	it('say that nobody waits, that the desk is on a break, or that all who wait are at other counters', () => {
		const elsewhere = VIEWS.idle.line.map((item) => ({ ...item, elsewhere: true }));
		expect(whyNot('callNext', VIEWS.empty, 'live', AT)).toEqual({ code: 'line_empty' });
		expect(whyNot('callNext', VIEWS.paused, 'live', AT)).toEqual({ code: 'on_break' });
		expect(whyNot('callNext', { ...VIEWS.idle, line: elsewhere }, 'live', AT)).toEqual({ code: 'all_elsewhere' });
	});

	it('let a line longer than the screen be called although everyone shown is at another counter', () => {
		const view = { ...VIEWS.idle, line: VIEWS.idle.line.map((item) => ({ ...item, elsewhere: true })), waiting: 120 };
		expect(whyNot('callNext', view, 'live', AT)).toBeNull();
	});

	it('take back a press until its time is over, and not a moment longer', () => {
		const { until } = VIEWS.undo.undo;
		expect(whyNot('undo', VIEWS.undo, 'live', until - 1)).toBeNull();
		expect(whyNot('undo', VIEWS.undo, 'live', until)).toEqual({ code: 'undo_too_late' });
		expect(whyNot('undo', VIEWS.idle, 'live', until - SECOND)).toEqual({ code: 'nothing_to_undo' });
	});

	it('resume the one parked visitor only if that visitor is not at another counter', () => {
		const [first] = VIEWS.parked.parked;
		const alone = { ...VIEWS.idle, parked: first ? [{ ...first, elsewhere: true }] : [] };
		expect(whyNot('resume', alone, 'live', AT)).toEqual({ code: 'visit_busy', counter: null });
		expect(whyNot('resume', VIEWS.idle, 'live', AT)).toEqual({ code: 'nobody_parked' });
		expect(whyNot('resume', { ...VIEWS.parked, now: VIEWS.called.now }, 'live', AT)?.code).toBe('counter_busy');
	});

	it('show one usual step, and it can be taken unless nobody waits', () => {
		expect(Object.values(VIEWS).map(usualStep)).toEqual([
			'callNext',
			'callNext',
			'start',
			'callNext',
			'reopen',
			'callNext',
			'callNext',
		]);
	});
});

describe('the one key', () => {
	it('ends a visit with nobody to call as “Selesai”', () => {
		const last = { ...VIEWS.serving, line: [], waiting: 0 };
		expect(usualStep(last)).toBe('finish');
		expect(whyNot('callNext', last, 'live', AT)).toBeNull();
	});

	it('waits by itself only for an empty line', () => {
		expect(whyNot('callByItself', VIEWS.empty, 'live', AT)).toBeNull();
		expect(whyNot('callByItself', VIEWS.idle, 'live', AT)).toEqual({ code: 'somebody_waits' });
		expect(whyNot('callByItself', VIEWS.paused, 'live', AT)).toEqual({ code: 'on_break' });
		expect(whyNot('callByItself', VIEWS.serving, 'live', AT)).toEqual({ code: 'counter_busy', number: 'D-007' });
	});
});

describe('the rows of those set aside and missed', () => {
	it('allow in each state what the table of states allows', () => {
		const [item] = VIEWS.parked.parked;
		if (!item) throw new Error('the fixture has nobody parked');
		const open = (state: (typeof STATES)[number]): readonly string[] =>
			ROW_DEEDS.filter((deed) => whyNotRow(deed, { ...item, state }, VIEWS.idle, 'live') === null);
		expect(Object.fromEntries(STATES.map((state) => [state, open(state)]))).toEqual({
			waiting: ['call'],
			called: ['call', 'serve'],
			serving: [],
			parked: ['call', 'serve', 'rejoin'],
			missed: ['call', 'rejoin', 'close'],
			closed: [],
		});
	});

	it('let a visitor rejoin the line while the desk serves another, but not come to it', () => {
		const [item] = VIEWS.parked.parked;
		if (!item) throw new Error('the fixture has nobody parked');
		expect(whyNotRow('call', item, VIEWS.serving, 'live')).toEqual({ code: 'counter_busy', number: 'D-007' });
		expect(whyNotRow('rejoin', item, VIEWS.serving, 'live')).toBeNull();
	});
});

describe('sending on', () => {
	it('goes to every line but the one the visitor comes from and those where they wait already', () => {
		const why = VIEWS.serving.services.flatMap((service) => {
			const no = whyNotTo(VIEWS.serving, service);
			return no ? [[service.name, no.code]] : [];
		});
		expect(why).toEqual([
			['Kartu Keluarga perubahan data / tambah anak', 'same_queue'],
			['Akta kelahiran', 'same_queue'],
			['Perubahan data / faskes / aktivasi ulang', 'already_in_line'],
		]);
	});
});
