// Tries of a PIN and what a session is worth.

import { beforeEach, describe, expect, test } from 'vitest';
import { SESSION_LENGTH } from '../../shared/hall.ts';
import { MINUTE } from '../../shared/id.ts';
import { CONSOLE, OTHER_CONSOLE } from '../testing/small-hall.ts';
import { MONDAY_NINE, openTestHall, type TestHall } from '../testing/test-hall.ts';
import { countTry, findOfficer, findSession, forgetTries, leave, type Officer, signIn } from './people.ts';

let hall: TestHall;
beforeEach(() => {
	hall = openTestHall();
});
const HERE = String(CONSOLE.id);
const officer = (name: string): Officer => {
	const found = findOfficer(hall.hall, name);
	if (!found) throw new Error(`no officer ${name}`);
	return found;
};
const aTry = (name = 'sari', device = HERE) =>
	hall.commits
		.run((at) => countTry(hall.hall, name, device, at))
		.catch((error: { refusal?: unknown }) => error.refusal ?? error);
const tries = async (count: number): Promise<unknown[]> => {
	const left: unknown[] = [];
	for (let it = 0; it < count; it++) left.push(await aTry());
	return left;
};
const into = (name: string, token: string, counter: number | null = null) =>
	hall.commits.run((at) => signIn(hall.hall, officer(name), counter as never, CONSOLE.id, token, at));

describe('tries of a PIN', () => {
	const LOCKED = { code: 'locked_out', until: MONDAY_NINE + 15 * MINUTE };

	test('are five; the sixth is locked, whatever the PIN is, until fifteen minutes after the first', async () => {
		expect(await tries(7)).toEqual([4, 3, 2, 1, 0, LOCKED, LOCKED]);
		hall.clock.pass(15 * MINUTE - 1);
		expect(await aTry()).toEqual(LOCKED);
		hall.clock.pass(1);
		expect(await tries(2)).toEqual([4, 3]);
	});

	test('at one screen do not lock the officer out at another, nor another officer at this one', async () => {
		await tries(6);
		expect(await aTry('sari', String(OTHER_CONSOLE.id))).toBe(4);
		expect(await aTry('budi')).toBe(4);
	});

	test('made all at once are all counted', async () => {
		const outcomes = await Promise.all(Array.from({ length: 20 }, () => aTry()));
		expect(outcomes.slice(0, 5)).toEqual([4, 3, 2, 1, 0]);
		expect(outcomes.slice(5)).toEqual(Array(15).fill(LOCKED));
	});

	test('are counted for a name that nobody has, so that it looks like any other', async () => {
		for (let it = 0; it < 5; it++) await aTry('nobody');
		expect(await aTry('nobody')).toEqual(LOCKED);
	});

	test('are forgotten with the right PIN', async () => {
		await tries(4);
		await hall.commits.run(() => forgetTries(hall.hall, 'sari', HERE));
		expect(await aTry()).toBe(4);
	});
});

describe('a session', () => {
	test('is at the counter that was asked for, else at the officer’s own', async () => {
		expect(await into('sari', 'one')).toMatchObject({ counter: 1 });
		expect(await into('budi', 'two', 3)).toMatchObject({ counter: 3 });
		expect(hall.hall.rows.openShifts()).toMatchObject([{ counter: 1 }, { counter: 3 }]);
	});

	test('of a manager is at none', async () => {
		expect(await into('manajer', 'one', 1)).toMatchObject({ counter: null, officer: { role: 'manager' } });
		expect(hall.hall.rows.openShifts()).toEqual([]);
	});

	test('at another agency’s counter is refused, like at one that does not exist', async () => {
		const unknown = { refusal: { code: 'unknown', what: 'counter' } };
		await expect(into('sari', 'one', 21)).rejects.toMatchObject(unknown);
		await expect(into('sari', 'one', 77)).rejects.toMatchObject(unknown);
		expect(findSession(hall.hall, 'one', hall.clock.now())).toBeNull();
	});

	test('is known by its token until it ends, after ten hours at the latest', async () => {
		await into('sari', 'one');
		const known = () => findSession(hall.hall, 'one', hall.clock.now());
		expect(known()).toMatchObject({ counter: 1, officer: { username: 'sari' } });
		expect(findSession(hall.hall, 'another', hall.clock.now())).toBeNull();
		hall.clock.pass(SESSION_LENGTH - 1);
		expect(known()).not.toBeNull();
		hall.clock.pass(1);
		expect(known()).toBeNull();
	});

	test('ends with its shift: signing off, or on at another desk', async () => {
		await into('sari', 'one');
		await into('sari', 'two');
		await hall.commits.run((at) => leave(hall.hall, officer('sari').id, 1 as never, at));
		expect(findSession(hall.hall, 'one', hall.clock.now())).toBeNull();
		expect(findSession(hall.hall, 'two', hall.clock.now())).toBeNull();
		await into('sari', 'three');
		await into('sari', 'four', 2);
		expect(findSession(hall.hall, 'three', hall.clock.now())).toBeNull();
		expect(findSession(hall.hall, 'four', hall.clock.now())).toMatchObject({ counter: 2 });
	});

	test('of an officer who left the hall for good is worth nothing', async () => {
		await into('sari', 'one');
		hall.store.sqlite.exec("update officers set retired_at = 1 where username = 'sari'");
		expect(findSession(hall.hall, 'one', hall.clock.now())).toBeNull();
		expect(findOfficer(hall.hall, 'sari')).toBeUndefined();
	});
});
