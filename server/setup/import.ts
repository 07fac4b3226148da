// A hall file comes in: checked whole, compared with the hall that stands, and then written whole or not at all. What the
// file no longer names is closed (retired), never deleted; what comes back is opened again.

import { isDeepStrictEqual } from 'node:util';
import { dayOf } from '../../shared/day.ts';
import type { AgencyId, Instant } from '../../shared/id.ts';
import type { Store } from '../store/open.ts';
import { journal } from '../store/schema.ts';
import { checkHall } from './check.ts';
import { closingWarnings } from './closing.ts';
import { type Entries, type Entry, fileEntries, KINDS, type Kind, storedEntries } from './entries.ts';
import type { HallFile } from './format.ts';
import { parse } from './json.ts';
import { leaveDemo, leavesDemo } from './leave-demo.ts';
import type { Remark } from './parts.ts';
import { fault } from './sentences.ts';
import { WHOLE_FILE } from './shape.ts';
import { retire, write } from './write.ts';

/** The ids concerned. One that comes back after it was retired is `added`. */
export interface Change {
	readonly added: readonly (string | number)[];
	readonly changed: readonly (string | number)[];
	readonly retired: readonly (string | number)[];
}
export type Changes = Readonly<Record<Kind | 'hall', Change>>;
export interface Outcome {
	/** With any fault, nothing is written and nothing is said of changes. */
	readonly faults: readonly Remark[];
	readonly warnings: readonly Remark[];
	readonly changes: Changes;
}

const NONE: Change = { added: [], changed: [], retired: [] };
export const NO_CHANGES: Changes = {
	hall: NONE,
	zones: NONE,
	agencies: NONE,
	queues: NONE,
	services: NONE,
	counters: NONE,
};
export const changesNothing = (changes: Changes): boolean => isDeepStrictEqual(changes, NO_CHANGES);

/** What an import would do; reads only. */
export function planImport(store: Store, input: string | object): Outcome & { readonly file: HallFile | null } {
	const parsed = parse(input);
	if (!parsed.ok)
		return {
			faults: [{ path: WHOLE_FILE, text: fault.notJson(parsed.line, parsed.column) }],
			warnings: [],
			changes: NO_CHANGES,
			file: null,
		};
	const { faults, warnings } = checkHall(parsed.value);
	if (faults.length > 0) return { faults, warnings, changes: NO_CHANGES, file: null };
	// Without a fault the file has this shape. It is used as it stands, because the schema's own output loses the order of keys.
	const file = parsed.value as HallFile;
	const changes = difference(storedEntries(store.tables), fileEntries(file));
	return { faults, warnings: [...warnings, ...closingWarnings(store.tables, file, changes)], changes, file };
}

/** Loads a hall file (its text, or the object it is), in one transaction or within the one that is open. */
export function importHall(store: Store, input: string | object, at: Instant): Outcome {
	return store.sqlite
		.transaction((): Outcome => {
			const { file, ...outcome } = planImport(store, input);
			if (file && !changesNothing(outcome.changes)) {
				if (leavesDemo(store.tables, file)) leaveDemo(store.tables, at);
				retire(store.tables, outcome.changes, at);
				write(store.tables, file);
				const day = dayOf(at, file.aula.zonaWaktu);
				store.tables.insert(journal).values({ at, day, kind: 'hall_changed' }).run();
			}
			return outcome;
		})
		.immediate();
}

function difference(stored: Entries, file: Entries): Changes {
	const hall: Change = {
		added: stored.hall ? [] : [1],
		changed: stored.hall && !isDeepStrictEqual(stored.hall, file.hall) ? [1] : [],
		retired: [],
	};
	const kinds = Object.fromEntries(KINDS.map((kind) => [kind, changeOf(stored[kind], file[kind])])) as Record<
		Kind,
		Change
	>;
	return { hall, ...kinds };
}

function changeOf(stored: readonly Entry[], file: readonly Entry[]): Change {
	const before = new Map(stored.map((it) => [it.id, it]));
	const after = new Map(file.map((it) => [it.id, it]));
	const placeBefore = places(stored.filter((it) => after.has(it.id)));
	const placeAfter = places(file.filter((it) => before.has(it.id)));
	const differs = (entry: Entry): boolean => {
		const was = before.get(entry.id);
		if (!was) return false;
		return (
			was.agencyId !== entry.agencyId ||
			placeBefore.get(entry.id) !== placeAfter.get(entry.id) ||
			!isDeepStrictEqual(was.words, entry.words)
		);
	};
	return {
		added: file.filter((it) => !before.has(it.id)).map((it) => it.id),
		changed: file.filter(differs).map((it) => it.id),
		retired: stored.filter((it) => !after.has(it.id)).map((it) => it.id),
	};
}

/** The place of each among those of its agency that stay: one that is added or closed does not move the others. */
function places(staying: readonly Entry[]): ReadonlyMap<string | number, number> {
	const next = new Map<AgencyId | null, number>();
	return new Map(
		staying.map(({ id, agencyId }) => {
			const place = next.get(agencyId) ?? 0;
			next.set(agencyId, place + 1);
			return [id, place];
		}),
	);
}
