// The door to the verbs: what is malformed never reaches one, a refusal is an answer, and a fault of ours is logged whole
// and told only as a reference.

import { expect, test } from 'vitest';
import type { Commits } from '../store/commit.ts';
import { openTestHall, yes } from '../testing/test-hall.ts';
import { answer, type Log, openAsking } from './asks.ts';

const logged: { detail: { err?: unknown; reference?: string }; message: string }[] = [];
const log: Log = {
	error: (detail, message) => logged.push({ detail, message }),
	warn: () => undefined,
	info: () => undefined,
};

test('a fault of ours is told as a reference and nothing else, and logged whole under it', async () => {
	const reply = await answer(log, () => {
		throw new Error('SQLITE_IOERR /secret/path');
	});
	const [line] = logged.splice(0);
	expect(reply).toEqual({ ok: false, refusal: { code: 'internal', reference: line?.detail.reference } });
	expect(JSON.stringify(reply)).not.toMatch(/SQLITE|secret/);
	expect(line?.detail.err).toMatchObject({ message: 'SQLITE_IOERR /secret/path' });
});

test('a commit that fails is answered so, and the next one is served', async () => {
	const hall = openTestHall();
	const asking = openAsking(hall.hall, hall.commits, log, () => 'http://hall');
	const ask = { requestId: '55555555-5555-4555-8555-555555555555', services: ['nib'], priority: null };
	hall.store.sqlite.exec("create trigger full before insert on print_jobs begin select raise(fail, 'disk full'); end");
	expect(await asking.kiosk.take(1 as never, ask)).toMatchObject({ refusal: { code: 'internal' } });
	expect(logged.splice(0)).toHaveLength(1);
	expect(hall.store.sqlite.prepare('select count(*) from visits').pluck().get()).toBe(0);
	hall.store.sqlite.exec('drop trigger full');
	// The same request, asked again, gets the first number: the failed one used up none.
	expect(yes(await asking.kiosk.take(1 as never, ask)).number).toBe('A-001');
});

test('what is malformed costs no commit', async () => {
	const hall = openTestHall();
	let commits = 0;
	const run: Commits['run'] = (verb) => {
		commits += 1;
		return hall.commits.run(verb);
	};
	const asking = openAsking(hall.hall, { ...hall.commits, run }, log, () => 'http://hall');
	for (const input of [null, {}, [], { requestId: 1 }]) await asking.kiosk.take(1 as never, input);
	expect(commits).toBe(0);
});
