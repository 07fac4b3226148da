// An officer at a counter: signing on and off, breaks, and what keeps a counter open.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE } from '../../shared/id.ts';
import { no, openTestHall, type TestHall, yes } from '../testing/test-hall.ts';
import { expectWhole } from '../testing/whole.ts';
import { Refused } from './refused.ts';
import { signOn } from './shift.ts';

let hall: TestHall;
beforeEach(() => {
	hall = openTestHall();
});
afterEach(() => expectWhole(hall.store));

const kinds = (): readonly string[] =>
	hall.store.sqlite
		.prepare("select kind || ' ' || counter from journal where kind <> 'issued' order by id")
		.pluck()
		.all() as string[];
const trySit = (counter: 1 | 2 | 21, officer: 1 | 2 | 21) =>
	hall.sit(counter, officer).then(
		() => null,
		(error: unknown) => (error instanceof Refused ? error.refusal : error),
	);

describe('signing on', () => {
	test('opens the counter; again at the same one changes nothing', async () => {
		await hall.sit(1);
		hall.clock.pass(MINUTE);
		await hall.sit(1);
		expect(hall.hall.rows.openShifts()).toMatchObject([{ counter: 1, officerId: 1, day: '2026-11-23' }]);
		expect(kinds()).toEqual(['signed_on 1']);
	});

	test('is refused at a counter that somebody has, and says who', async () => {
		await hall.sit(1);
		expect(await trySit(1, 2)).toEqual({ code: 'counter_taken', counter: 1, officer: 'Sari' });
	});

	test('at another counter leaves the desk that was left without signing off', async () => {
		await hall.sit(1);
		await hall.sit(2, 1);
		expect(hall.hall.rows.openShifts()).toMatchObject([{ counter: 2, officerId: 1 }]);
		expect(kinds()).toEqual(['signed_on 1', 'signed_off 1', 'signed_on 2']);
		expect(await trySit(1, 2)).toBeNull();
	});

	test('is refused while a visitor still stands at the other desk', async () => {
		const sari = await hall.sit(1);
		await hall.ticket('nib');
		yes(await sari.next());
		expect(await trySit(2, 1)).toEqual({ code: 'officer_elsewhere', counter: 1 });
		expect(hall.hall.rows.openShifts()).toMatchObject([{ counter: 1 }]);
	});

	test('two officers at one counter in the same tick: one has it', async () => {
		const outcomes = await Promise.all([trySit(1, 1), trySit(1, 2)]);
		expect(outcomes.filter((it) => it === null)).toHaveLength(1);
	});

	test('is refused at a counter that does not exist', async () => {
		const nowhere = { officerId: 1 as never, counter: 77 as never, deviceId: null };
		await expect(hall.commits.run((at) => signOn(hall.hall, nowhere, at))).rejects.toMatchObject({
			refusal: { code: 'unknown', what: 'counter' },
		});
	});
});

describe('signing off', () => {
	test('closes the counter', async () => {
		const sari = await hall.sit(1);
		yes(await sari.signOff());
		expect(hall.hall.rows.openShifts()).toEqual([]);
		expect(no(await sari.signOff())).toEqual({ code: 'not_signed_in' });
	});

	test('is refused with somebody at the desk, called or served', async () => {
		const sari = await hall.sit(1);
		const { id } = await hall.ticket('nib');
		yes(await sari.next());
		expect(no(await sari.signOff())).toEqual({ code: 'counter_busy', number: 'A-001' });
		yes(await sari.record(id, { kind: 'started' }));
		expect(no(await sari.signOff())).toEqual({ code: 'counter_busy', number: 'A-001' });
		yes(await sari.record(id, { kind: 'parked', reason: 'copies' }));
		yes(await sari.signOff());
		// Who was set aside is taken up by whoever sits there next.
		yes(await (await hall.sit(2)).record(id, { kind: 'started' }));
	});
});

describe('a break', () => {
	test('is shown with its reason, closes no counter, and ends', async () => {
		const sari = await hall.sit(1);
		yes(await sari.pause('Istirahat makan'));
		expect(sari.view().shift.pause).toEqual({ reason: 'Istirahat makan', since: hall.clock.now() });
		hall.clock.pass(30 * MINUTE);
		yes(await sari.resume());
		expect(sari.view().shift.pause).toBeNull();
		expect(kinds()).toEqual(['signed_on 1', 'paused 1', 'resumed 1']);
	});

	test('pressed twice begins once and keeps its first reason; so does its end', async () => {
		const sari = await hall.sit(1);
		await Promise.all([sari.pause('Salat'), sari.pause('Rapat')]);
		expect(sari.view().shift.pause?.reason).toBe('Salat');
		await Promise.all([sari.resume(), sari.resume()]);
		expect(kinds()).toEqual(['signed_on 1', 'paused 1', 'resumed 1']);
	});

	test('is refused with somebody at the desk', async () => {
		const sari = await hall.sit(1);
		await hall.ticket('nib');
		yes(await sari.next());
		expect(no(await sari.pause('Salat'))).toEqual({ code: 'counter_busy', number: 'A-001' });
	});

	test('ends with the shift: the next officer finds the counter open', async () => {
		const sari = await hall.sit(1);
		yes(await sari.pause('Salat'));
		yes(await sari.signOff());
		const budi = await hall.sit(1, 2);
		expect(budi.view().shift.pause).toBeNull();
	});

	test('does not stop numbers, and nobody is promised a wait by a counter on a break', async () => {
		const sari = await hall.sit(1);
		expect(yes(await hall.take('nib')).visit.places[0]?.wait).not.toBeNull();
		yes(await sari.pause('Salat'));
		expect(yes(await hall.take('nib')).visit.places[0]?.wait).toBeNull();
	});
});
