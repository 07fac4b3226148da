// Where the kiosk keeps lent numbers over a reload, a crash and a power cut: IndexedDB, one record a lease and one a number.
// One transaction reads, decides and writes, so two pages of one browser cannot give the same number. (Web Locks and
// service workers exist only where the hall has a certificate; this works without.)

import type { Lease } from '../../shared/lease.ts';
import { type Book, type Given, type Kept, NOTHING_KEPT } from './core.ts';
import type { Keeping } from './settle.ts';

const NAME = 'giliran-lent';
const VERSION = 1;
const LEASES = 'leases';
const GIVEN = 'given';
const BOOK = 'book';
/** There is one book. */
const THE_BOOK = 1;

/** Rejects where the browser keeps nothing; then this kiosk gives numbers only with the server. */
export async function openKeeping(factory: IDBFactory): Promise<Keeping> {
	const base = await open(factory);
	return {
		change: (step) =>
			new Promise((resolve, reject) => {
				// Strict: complete means on the disk, not handed to the operating system.
				const work = base.transaction([LEASES, GIVEN, BOOK], 'readwrite', { durability: 'strict' });
				let after: Kept | null = null;
				work.oncomplete = () => after && resolve(after);
				work.onabort = () => reject(work.error ?? new Error('the numbers given here could not be kept'));
				const leases = work.objectStore(LEASES).getAll();
				const given = work.objectStore(GIVEN).getAll();
				const book = work.objectStore(BOOK).get(THE_BOOK);
				// Answered in the order in which they were asked: this is the last.
				book.onsuccess = () => {
					const before = keptOf(leases.result, given.result, book.result);
					// A step that throws aborts the transaction.
					after = step(before);
					write(work, before, after);
				};
			}),
	};
}

function open(factory: IDBFactory): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const asked = factory.open(NAME, VERSION);
		asked.onupgradeneeded = () => {
			asked.result.createObjectStore(LEASES, { keyPath: 'id' });
			asked.result.createObjectStore(GIVEN, { keyPath: 'nth' });
			asked.result.createObjectStore(BOOK);
		};
		asked.onsuccess = () => resolve(asked.result);
		asked.onerror = () => reject(asked.error);
	});
}

/** Sorted by their keys, as the store gives them: that is the order of giving. */
const keptOf = (leases: readonly Lease[], given: readonly Given[], book: Book | undefined): Kept => ({
	book: book ?? NOTHING_KEPT.book,
	leases,
	given,
});

/** Writes what is another value than before, and nothing else. */
function write(work: IDBTransaction, before: Kept, after: Kept): void {
	if (after.book !== before.book) work.objectStore(BOOK).put(after.book, THE_BOOK);
	rewrite(work.objectStore(LEASES), before.leases, after.leases, (it) => it.id);
	rewrite(work.objectStore(GIVEN), before.given, after.given, (it) => it.nth);
}

function rewrite<Row>(
	store: IDBObjectStore,
	before: readonly Row[],
	after: readonly Row[],
	key: (row: Row) => number,
): void {
	const stays = new Set(after.map(key));
	for (const row of before) if (!stays.has(key(row))) store.delete(key(row));
	for (const row of after) if (!before.includes(row)) store.put(row);
}
