// The hall as a hall file says it, piece by piece: once from a file, once from the rows. An import compares the two, an
// export puts the second together again. Each row keeps the words it was imported from; a column that was changed since wins.

import { asc, isNull } from 'drizzle-orm';
import type { AgencyId } from '../../shared/id.ts';
import type { Tables } from '../store/open.ts';
import { agencies, counterQueues, counters, queues, services, settings, zones } from '../store/schema.ts';
import type { AgencyEntry, CounterEntry, HallFile, QueueEntry, ServiceEntry } from './format.ts';
import { isWords, rewritten, type Words } from './json.ts';
import {
	agencyColumns,
	agencyWords,
	counterColumns,
	counterWords,
	queueColumns,
	queueId,
	queueWords,
	serviceColumns,
	serviceWords,
	zoneColumns,
	zoneWords,
} from './translate.ts';
import { hallSettings, hallWords } from './translate-hall.ts';

export interface Entry {
	readonly id: string | number;
	/** null for zones and agencies themselves. */
	readonly agencyId: AgencyId | null;
	/** As in the file, without the lists of what is inside (each of those is an entry of its own). */
	readonly words: Words;
}
/** Each kind in the order of the file. */
export interface Entries {
	/** The file without what stands in the hall; null while nothing was imported. */
	readonly hall: Words | null;
	readonly zones: readonly Entry[];
	readonly agencies: readonly Entry[];
	readonly queues: readonly Entry[];
	readonly services: readonly Entry[];
	readonly counters: readonly Entry[];
}
export const KINDS = ['zones', 'agencies', 'queues', 'services', 'counters'] as const;
export type Kind = (typeof KINDS)[number];

const AGENCY_LISTS = { antrean: null, loket: null, layanan: null };
const hallWithout = (file: Words, zona: unknown): Words => ({
	...file,
	aula: { ...(isWords(file.aula) ? file.aula : {}), zona },
	instansi: null,
});

/** What a row remembers of the file. Zones and counters have no place of their own, so their order is kept here. */
export const hallRemarks = (file: HallFile): Words =>
	hallWithout(
		file,
		file.aula.zona.map((it) => it.nomor),
	);
export const agencyRemarks = (it: AgencyEntry): Words => ({
	...it,
	...AGENCY_LISTS,
	loket: it.loket.map((counter) => counter.nomor),
});

export function fileEntries(file: HallFile): Entries {
	const of = <Item extends Words>(
		list: (agency: AgencyEntry) => readonly Item[],
		id: (item: Item, agency: AgencyEntry) => string | number,
	): Entry[] =>
		file.instansi.flatMap((agency) =>
			list(agency).map((item) => ({ id: id(item, agency), agencyId: agency.id as AgencyId, words: item })),
		);
	return {
		hall: hallWithout(file, null),
		zones: file.aula.zona.map((it) => ({ id: it.nomor, agencyId: null, words: it })),
		agencies: file.instansi.map((it) => ({ id: it.id, agencyId: null, words: { ...it, ...AGENCY_LISTS } })),
		queues: of(
			(it) => it.antrean,
			(queue, agency) => queueId(agency.id, queue.prefix),
		),
		services: of(
			(it) => it.layanan,
			(service) => service.id,
		),
		counters: of(
			(it) => it.loket,
			(counter) => counter.nomor,
		),
	};
}

/** `columns` reads the words that the row remembers; where they still mean the same, they stand as they were written. */
function wordsNow<Written, Columns>(
	remarks: Words,
	columns: (written: Written) => Columns,
	words: (columns: Columns) => Words,
	row: Columns,
): Words {
	const remembers = Object.keys(remarks).length > 0;
	return rewritten(remarks, remembers ? words(columns(remarks as Written)) : {}, words(row));
}

/** As the list says; what it does not name comes last, by number. */
function inOrderOf<Row extends { readonly number: number }>(rows: readonly Row[], list: unknown): Row[] {
	const order: readonly unknown[] = Array.isArray(list) ? list : [];
	const place = ({ number }: Row): number => (order.includes(number) ? order.indexOf(number) : order.length);
	return [...rows].sort((a, b) => place(a) - place(b) || a.number - b.number);
}

export function storedEntries(tables: Tables): Entries {
	const setting = tables.select().from(settings).get();
	const hall = isWords(setting?.remarks.aula) ? setting.remarks.aula : {};
	const zoneRows = tables.select().from(zones).where(isNull(zones.retiredAt)).all();
	const agencyRows = tables
		.select()
		.from(agencies)
		.where(isNull(agencies.retiredAt))
		.orderBy(asc(agencies.position))
		.all();
	const queueRows = tables.select().from(queues).where(isNull(queues.retiredAt)).orderBy(asc(queues.position)).all();
	const serviceRows = tables
		.select()
		.from(services)
		.where(isNull(services.retiredAt))
		.orderBy(asc(services.position))
		.all();
	const counterRows = tables.select().from(counters).where(isNull(counters.retiredAt)).all();
	const helps = tables
		.select()
		.from(counterQueues)
		.orderBy(asc(counterQueues.counter), asc(counterQueues.position))
		.all();
	const open = new Set(queueRows.map((it) => it.id));
	return {
		hall: setting
			? hallWithout({ ...setting.remarks, aula: wordsNow(hall, hallSettings, hallWords, setting.hall) }, null)
			: null,
		zones: inOrderOf(zoneRows, hall.zona).map((row) => ({
			id: row.number,
			agencyId: null,
			words: wordsNow(row.remarks, zoneColumns, zoneWords, row),
		})),
		agencies: agencyRows.map((row) => ({
			id: row.id,
			agencyId: null,
			words: { ...wordsNow(row.remarks, agencyColumns, agencyWords, row), ...AGENCY_LISTS },
		})),
		queues: queueRows.map((row) => ({
			id: row.id,
			agencyId: row.agencyId,
			words: wordsNow(row.remarks, (it: QueueEntry) => queueColumns(it, row.agencyId), queueWords, row),
		})),
		services: serviceRows.map((row) => ({
			id: row.id,
			agencyId: row.agencyId,
			words: wordsNow(row.remarks, (it: ServiceEntry) => serviceColumns(it, row.agencyId), serviceWords, row),
		})),
		counters: agencyRows
			.flatMap((agency) =>
				inOrderOf(
					counterRows.filter((it) => it.agencyId === agency.id),
					agency.remarks.loket,
				),
			)
			.map((row) => ({
				id: row.number,
				agencyId: row.agencyId,
				words: wordsNow(row.remarks, (it: CounterEntry) => counterColumns(it, row.agencyId), counterWords, {
					...row,
					queues: helps.filter((it) => it.counter === row.number && open.has(it.queueId)).map((it) => it.queueId),
				}),
			})),
	};
}
