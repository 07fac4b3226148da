// One verb, one commit: runs what people ask, synchronously, inside a transaction. Asks that wait at the same moment share
// one transaction and one fsync; each has a savepoint of its own, so it still happens whole or not at all. Nobody is
// answered, and no screen is shown anything, before the commit is on the disk.

import type { Instant, Rev } from '../../shared/id.ts';
import type { Store } from './open.ts';

export interface Commits {
	/** Resolves after the commit with what the verb returned; rejects with what it threw, and then it changed nothing. */
	readonly run: <Result>(verb: (at: Instant) => Result) => Promise<Result>;
	/** Calls the listener after each commit that wrote a journal row, with the newest rev. */
	readonly onCommit: (listener: (rev: Rev) => void) => void;
	/** Waits until everything asked so far is committed; later asks are refused. */
	readonly close: () => Promise<void>;
}

interface Waiting {
	readonly verb: (at: Instant) => unknown;
	readonly resolve: (result: unknown) => void;
	readonly reject: (error: unknown) => void;
}

/** More than this in one transaction would keep the first of them waiting for the last. */
const MOST_TOGETHER = 64;

export function openCommits(store: Store, clock: () => Instant): Commits {
	const { sqlite } = store;
	const begin = sqlite.prepare('begin immediate');
	const commit = sqlite.prepare('commit');
	const rollback = sqlite.prepare('rollback');
	const mark = sqlite.prepare('savepoint ask');
	const keep = sqlite.prepare('release ask');
	const undo = sqlite.prepare('rollback to ask');
	const newest = sqlite.prepare('select max(id) from journal').pluck();
	const listeners: ((rev: Rev) => void)[] = [];
	const waiting: Waiting[] = [];
	let scheduled = false;
	let closed = false;
	let shown = Number(newest.get() ?? 0);

	/** Runs one ask in its savepoint; what it threw is handed to its own asker after the others are safe. */
	function attempt(ask: Waiting, at: Instant): () => void {
		mark.run();
		try {
			const result = ask.verb(at);
			keep.run();
			return () => ask.resolve(result);
		} catch (error) {
			// Some faults (a full disk) make SQLite roll the whole transaction back by itself: then all of them failed.
			if (!sqlite.inTransaction) throw error;
			undo.run();
			keep.run();
			return () => ask.reject(error);
		}
	}

	function flush(): void {
		scheduled = false;
		const batch = waiting.splice(0, MOST_TOGETHER);
		if (waiting.length > 0) schedule();
		if (batch.length === 0) return;
		const answers: (() => void)[] = [];
		let rev = shown;
		try {
			begin.run();
			const at = clock();
			for (const ask of batch) answers.push(attempt(ask, at));
			rev = Number(newest.get() ?? 0);
			commit.run();
		} catch (error) {
			if (sqlite.inTransaction) rollback.run();
			for (const ask of batch) ask.reject(error);
			return;
		}
		for (const answer of answers) answer();
		if (rev === shown) return;
		shown = rev;
		for (const listener of listeners) listener(rev as Rev);
	}

	function schedule(): void {
		if (scheduled) return;
		scheduled = true;
		setImmediate(flush);
	}

	return {
		run: <Result>(verb: (at: Instant) => Result) =>
			new Promise<Result>((resolve, reject) => {
				if (closed) return reject(new Error('the hall is closing'));
				waiting.push({ verb, resolve: resolve as (result: unknown) => void, reject });
				schedule();
			}),
		onCommit: (listener) => {
			listeners.push(listener);
		},
		close: async () => {
			closed = true;
			while (waiting.length > 0 || scheduled) await new Promise((done) => setImmediate(done));
		},
	};
}
