// The hall as a hall file again: the text that was imported, with whatever has changed since. What was retired is not in it.

import type { Store } from '../store/open.ts';
import { type Entry, storedEntries } from './entries.ts';
import { isWords, print, type Words } from './json.ts';

/** The file's text; null while no hall has been set up. */
export function exportText(store: Store): string | null {
	const { hall, zones, agencies, queues, services, counters } = storedEntries(store.tables);
	if (!hall) return null;
	const of = (entries: readonly Entry[], agency: Entry): readonly Words[] =>
		entries.filter((it) => it.agencyId === agency.id).map((it) => it.words);
	return print({
		...hall,
		aula: { ...(isWords(hall.aula) ? hall.aula : {}), zona: zones.map((it) => it.words) },
		instansi: agencies.map((agency) => ({
			...agency.words,
			antrean: of(queues, agency),
			loket: of(counters, agency),
			layanan: of(services, agency),
		})),
	});
}

/** The same as an object. */
export function exportHall(store: Store): object | null {
	const text = exportText(store);
	return text === null ? null : (JSON.parse(text) as object);
}
