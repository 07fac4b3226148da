// Whether a hall file can be used, and everything that is wrong with it at once, each fault with its place in the file.
// Shape is one thing (shape.ts), sense another: sense is looked for in whatever parts can be read.

import { NOTICE_KINDS } from '../../shared/board.ts';
import { layoutFault } from '../../shared/slip.ts';
import { warningsOf } from './doubts.ts';
import { slipEntry } from './format.ts';
import type { Words } from './json.ts';
import {
	type AgencyParts,
	list,
	minuteOf,
	numberOf,
	type Parts,
	type Placed,
	partsOf,
	placed,
	type Remark,
	textOf,
	words,
} from './parts.ts';
import { doubledWhat, fault, layoutFaults } from './sentences.ts';
import { shapeFaults } from './shape.ts';
import { slipLayout } from './translate-slip.ts';

const DAY_MINUTES = 24 * 60;

export interface Verdict {
	readonly faults: readonly Remark[];
	readonly warnings: readonly Remark[];
}

/** What has a value that another before it has too. */
function doubled(what: string, values: readonly { readonly path: string; readonly value: unknown }[]): Remark[] {
	const first = new Map<string | number, string>();
	return values.flatMap(({ path, value }) => {
		if (typeof value !== 'string' && typeof value !== 'number') return [];
		const before = first.get(value);
		if (before !== undefined) return [{ path, text: fault.doubled(what, value, before) }];
		first.set(value, path);
		return [];
	});
}
const doubledKey = (what: string, items: readonly Placed[], key: string): Remark[] =>
	doubled(
		what,
		items.map(({ path, it }) => ({ path: `${path}.${key}`, value: it[key] })),
	);
const doubledItem = (what: string, value: unknown, path: string): Remark[] =>
	doubled(
		what,
		list(value).map((item, index) => ({ path: `${path}[${index}]`, value: item })),
	);

const names = ({ hall, zones, weekly, specials, holidays, agencies }: Parts): Remark[] => [
	...doubledKey(doubledWhat.zone, zones, 'nomor'),
	...doubledKey(doubledWhat.weekday, weekly, 'hari'),
	...doubledKey(doubledWhat.date, specials, 'tanggal'),
	...doubledKey(doubledWhat.date, holidays, 'tanggal'),
	...doubledKey(doubledWhat.category, placed(hall.kategoriPrioritas, 'aula.kategoriPrioritas'), 'kode'),
	...doubledKey(doubledWhat.agency, agencies, 'id'),
	...doubledItem(doubledWhat.language, hall.bahasaDaerah, 'aula.bahasaDaerah'),
	...doubledKey(
		doubledWhat.prefix,
		agencies.flatMap((it) => it.queues),
		'prefix',
	),
	...doubledKey(
		doubledWhat.counter,
		agencies.flatMap((it) => it.counters),
		'nomor',
	),
	...doubledKey(
		doubledWhat.service,
		agencies.flatMap((it) => it.services),
		'id',
	),
	...agencies.flatMap(({ path, it }) => doubledItem(doubledWhat.weekday, it.hariLayanan, `${path}.hariLayanan`)),
];

const prefixesOf = (agency: AgencyParts): readonly unknown[] => agency.queues.map(({ it }) => it.prefix);

function references({ zones, agencies }: Parts): Remark[] {
	const zoneNumbers = new Set(zones.map(({ it }) => it.nomor));
	const owner = new Map(agencies.flatMap((agency) => prefixesOf(agency).map((prefix) => [prefix, agency] as const)));
	const queueFault = (agency: AgencyParts, value: unknown, path: string): Remark[] => {
		const prefix = textOf(value);
		if (prefix === null || prefixesOf(agency).includes(prefix)) return [];
		const other = textOf(owner.get(prefix)?.it.id);
		return [{ path, text: other === null ? fault.unknownQueue(prefix) : fault.foreignQueue(prefix, other) }];
	};
	return agencies.flatMap((agency) => {
		const zone = numberOf(agency.it.zona);
		return [
			...(zone === null || zoneNumbers.has(zone)
				? []
				: [{ path: `${agency.path}.zona`, text: fault.unknownZone(zone) }]),
			...agency.counters.flatMap(({ path, it }) => [
				...list(it.antrean).flatMap((prefix, index) => queueFault(agency, prefix, `${path}.antrean[${index}]`)),
				...doubledItem(doubledWhat.queue, it.antrean, `${path}.antrean`),
				...ownQueueFault(it, path),
			]),
			...agency.services.flatMap(({ path, it }) => queueFault(agency, it.antrean, `${path}.antrean`)),
		];
	});
}

function ownQueueFault(counter: Words, path: string): Remark[] {
	if (!Array.isArray(counter.antrean)) return [];
	if (counter.antrean.length === 0) return [{ path: `${path}.antrean`, text: fault.noQueue }];
	const main = textOf(counter.antreanUtama);
	if (main === null || counter.antrean[0] === main) return [];
	return [{ path: `${path}.antreanUtama`, text: fault.mainNotFirst(main) }];
}

/** A break may be written in two ways; from and to are null where the time cannot be read. */
function breaksOf({ path, it }: Placed): { path: string; from: number | null; to: number | null; half: boolean }[] {
	const half = (it.jedaMulai ?? null) === null || (it.jedaSelesai ?? null) === null;
	const one = { path: `${path}.jedaMulai`, from: minuteOf(it.jedaMulai), to: minuteOf(it.jedaSelesai), half };
	const none = (it.jedaMulai ?? it.jedaSelesai ?? null) === null;
	const several = placed(it.jeda, `${path}.jeda`);
	return [
		...(none ? [] : [one]),
		...several.map((pause) => ({
			path: pause.path,
			from: minuteOf(pause.it.mulai),
			to: minuteOf(pause.it.selesai),
			half: false,
		})),
	];
}

/** What is wrong with its shape is told elsewhere. */
function slips({ hall }: Parts): Remark[] {
	const read = slipEntry.safeParse(hall.karcis);
	const wrong = read.success ? layoutFault(slipLayout(read.data)) : null;
	return wrong === null ? [] : [{ path: 'aula.karcis', text: layoutFaults[wrong] }];
}

function voiceHours({ hall }: Parts): Remark[] {
	const { jamTenang, volumeJam } = words(hall.suara);
	return [...placed(jamTenang, 'aula.suara.jamTenang'), ...placed(volumeJam, 'aula.suara.volumeJam')].flatMap(
		({ path, it }) => {
			const [from, to] = [minuteOf(it.mulai), minuteOf(it.selesai)];
			return from !== null && to !== null && to <= from
				? [{ path: `${path}.selesai`, text: fault.breakBackwards }]
				: [];
		},
	);
}

function boards({ hall }: Parts): Remark[] {
	const { ruangTunggu, pengumuman } = words(hall.papan);
	const notices = placed(pengumuman, 'aula.papan.pengumuman');
	return [
		...doubledKey(doubledWhat.room, placed(ruangTunggu, 'aula.papan.ruangTunggu'), 'id'),
		...doubledKey(doubledWhat.notice, notices, 'id'),
		...notices.flatMap(noticeFaults),
	];
}

function noticeFaults({ path, it }: Placed): Remark[] {
	const own = it.jenis === 'sendiri';
	const times = list(it.pukul).map(minuteOf);
	return [
		...(own && it.teks === undefined ? [{ path: `${path}.teks`, text: fault.noticeText }] : []),
		...(!own && it.teks !== undefined ? [{ path: `${path}.teks`, text: fault.noticeNoText }] : []),
		...(own && NOTICE_KINDS.some((kind) => kind === it.id)
			? [{ path: `${path}.id`, text: fault.noticeId(String(it.id)) }]
			: []),
		...((it.pukul === undefined) === (it.menitSebelumTutup === undefined) ? [{ path, text: fault.noticeWhen }] : []),
		...(it.hari !== undefined && it.pukul === undefined ? [{ path: `${path}.hari`, text: fault.noticeDays }] : []),
		...times.flatMap((minute, index) =>
			minute === DAY_MINUTES ? [{ path: `${path}.pukul[${index}]`, text: fault.noticeMidnight }] : [],
		),
		...doubledItem(doubledWhat.time, it.pukul, `${path}.pukul`),
		...doubledItem(doubledWhat.weekday, it.hari, `${path}.hari`),
	];
}

/** "Saya mau mengurus …": every service that a guide leads to is one of the hall. */
function guides({ hall, agencies }: Parts): Remark[] {
	const known = new Set(agencies.flatMap((it) => it.services.map((service) => service.it.id)));
	const all = placed(hall.panduan, 'aula.panduan');
	return [
		...doubledKey(doubledWhat.guide, all, 'nama'),
		...all.flatMap(({ path, it }) => [
			...doubledItem(doubledWhat.service, it.layanan, `${path}.layanan`),
			...list(it.layanan).flatMap((service, index) => {
				const id = textOf(service);
				return id === null || known.has(id)
					? []
					: [{ path: `${path}.layanan[${index}]`, text: fault.unknownService(id) }];
			}),
		]),
	];
}

function hours({ hall, weekly, specials }: Parts): Remark[] {
	const cutoff = numberOf(words(hall.jadwal).cutoffMenit);
	const days = [...weekly, ...specials];
	const tooShort = days.find(({ it }) => {
		const [opens, closes] = [minuteOf(it.buka), minuteOf(it.tutup)];
		return cutoff !== null && opens !== null && closes !== null && closes > opens && cutoff >= closes - opens;
	});
	return [
		...(tooShort && cutoff !== null
			? [{ path: 'aula.jadwal.cutoffMenit', text: fault.cutoff(cutoff, tooShort.path) }]
			: []),
		...days.flatMap(dayFaults),
	];
}

function dayFaults(day: Placed): Remark[] {
	const [opens, closes] = [minuteOf(day.it.buka), minuteOf(day.it.tutup)];
	const faults: Remark[] = [];
	if (opens !== null && closes !== null && closes <= opens)
		faults.push({ path: `${day.path}.tutup`, text: fault.closesFirst });
	const before: { path: string; from: number; to: number }[] = [];
	for (const { path, from, to, half } of breaksOf(day)) {
		if (half) faults.push({ path, text: fault.breakHalf });
		if (from === null || to === null) continue;
		if (to <= from) {
			faults.push({ path, text: fault.breakBackwards });
			continue;
		}
		if (opens !== null && closes !== null && closes > opens && (from < opens || to > closes))
			faults.push({ path, text: fault.breakOutside });
		const other = before.find((it) => from < it.to && it.from < to);
		if (other) faults.push({ path, text: fault.breaksOverlap(other.path) });
		before.push({ path, from, to });
	}
	return faults;
}

/** In the order of the file's parts; "[10]" after "[9]". */
const inOrder = (remarks: readonly Remark[]): Remark[] =>
	[...remarks].sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }));

export function checkHall(file: unknown): Verdict {
	const parts = partsOf(words(file));
	return {
		faults: inOrder([
			...shapeFaults(file),
			...names(parts),
			...references(parts),
			...hours(parts),
			...slips(parts),
			...voiceHours(parts),
			...boards(parts),
			...guides(parts),
		]),
		warnings: inOrder(warningsOf(parts)),
	};
}
