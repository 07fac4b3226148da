// The hall itself, its hours and rules: from the words of a hall file to its settings, and back. Going back leaves out
// (undefined) lists that are empty.

import type { Break, Hours, SpecialOpening } from '../../shared/availability.ts';
import { type Day, type Weekday, writeMinute } from '../../shared/day.ts';
import { DEFAULT_HEAD_STARTS, DEFAULT_LATE_GRACE, type HallSettings, type HeadStart } from '../../shared/hall.ts';
import { MINUTE, type ServiceId } from '../../shared/id.ts';
import { DAY_NAMES, type HallEntry, NUMBER_PATTERN, type ScheduleEntry } from './format.ts';
import type { Words } from './json.ts';
import { minute } from './times.ts';
import { boardSettings, boardWords } from './translate-board.ts';
import { slipLayout, slipWords } from './translate-slip.ts';
import { voiceSettings, voiceWords } from './translate-voice.ts';

const DEFAULT_DIGITS = 3;
const DEFAULT_BREAK_REASON = 'Istirahat';

const HEAD_STARTS: Readonly<Record<Exclude<HeadStart, null>, keyof NonNullable<HallEntry['majuMenit']>>> = {
	elderly: 'LANSIA',
	disability: 'DISABILITAS',
	pregnant: 'HAMIL',
	nursing: 'MENYUSUI',
	child: 'ANAK',
	disaster: 'KORBAN_BENCANA',
	continuing: 'LANJUTAN',
};
const headStartNames = Object.keys(HEAD_STARTS) as (keyof typeof HEAD_STARTS)[];

export const weekday = (name: (typeof DAY_NAMES)[number]): Weekday => DAY_NAMES.indexOf(name) as Weekday;

type PauseEntry = NonNullable<ScheduleEntry['mingguan'][number]['jeda']>[number];
const readBreak = (it: PauseEntry): Break => ({
	from: minute(it.mulai),
	to: minute(it.selesai),
	reason: it.alasan ?? DEFAULT_BREAK_REASON,
});

function readHours(it: ScheduleEntry['mingguan'][number]): Hours {
	const first: PauseEntry[] =
		it.jedaMulai && it.jedaSelesai
			? [{ mulai: it.jedaMulai, selesai: it.jedaSelesai, ...(it.alasanJeda && { alasan: it.alasanJeda }) }]
			: [];
	const breaks = [...first, ...(it.jeda ?? [])].map(readBreak);
	return { weekday: weekday(it.hari), opens: minute(it.buka), closes: minute(it.tutup), breaks };
}

const readSpecial = (it: NonNullable<ScheduleEntry['bukaKhusus']>[number]): SpecialOpening => ({
	day: it.tanggal as Day,
	opens: minute(it.buka),
	closes: minute(it.tutup),
	breaks: (it.jeda ?? []).map(readBreak),
	reason: it.alasan,
});

const readHolidays = (libur: ScheduleEntry['libur']): HallSettings['holidays'] =>
	Array.isArray(libur) ? libur.map((it) => ({ day: it.tanggal as Day, name: it.nama })) : [];

export const hallSettings = (it: HallEntry): HallSettings => ({
	name: it.nama,
	city: it.kota,
	province: it.provinsi,
	timeZone: it.zonaWaktu,
	demo: it.contoh ?? false,
	weekly: it.jadwal.mingguan.map(readHours),
	holidays: readHolidays(it.jadwal.libur),
	specials: (it.jadwal.bukaKhusus ?? []).map(readSpecial),
	cutoffMinutes: it.jadwal.cutoffMenit ?? 0,
	needsPresence: it.perluPetugas ?? false,
	numberDigits: Number(NUMBER_PATTERN.exec(it.formatNomor?.pola ?? '')?.[1] ?? DEFAULT_DIGITS),
	headStarts: Object.fromEntries(
		headStartNames.map((name) => {
			const minutes = it.majuMenit?.[HEAD_STARTS[name]];
			return [name, minutes === undefined ? DEFAULT_HEAD_STARTS[name] : minutes * MINUTE];
		}),
	) as HallSettings['headStarts'],
	lateGraceMs: it.toleransiTerlambatMenit === undefined ? DEFAULT_LATE_GRACE : it.toleransiTerlambatMenit * MINUTE,
	runningText: it.teksBerjalan ?? '',
	complaintLine: it.pengaduan ?? '',
	slip: slipLayout(it.karcis),
	voice: voiceSettings(it.suara),
	board: boardSettings(it.papan),
	guides: (it.panduan ?? []).map(({ nama, layanan }) => ({ name: nama, services: layanan as ServiceId[] })),
	languages: it.bahasaDaerah ?? [],
});

const breakWords = (it: Break): Words => ({
	mulai: writeMinute(it.from),
	selesai: writeMinute(it.to),
	alasan: it.reason,
});
const listWords = <Item>(items: readonly Item[], words: (item: Item) => Words): readonly Words[] | undefined =>
	items.length === 0 ? undefined : items.map(words);
const hoursWords = (it: Hours): Words => ({
	hari: DAY_NAMES[it.weekday],
	buka: writeMinute(it.opens),
	tutup: writeMinute(it.closes),
	...(it.breaks.length > 0 && { jeda: it.breaks.map(breakWords) }),
});
const specialWords = (it: SpecialOpening): Words => ({
	tanggal: it.day,
	buka: writeMinute(it.opens),
	tutup: writeMinute(it.closes),
	alasan: it.reason,
	...(it.breaks.length > 0 && { jeda: it.breaks.map(breakWords) }),
});

export const hallWords = (it: HallSettings): Words => ({
	nama: it.name,
	kota: it.city,
	provinsi: it.province,
	zonaWaktu: it.timeZone,
	contoh: it.demo,
	teksBerjalan: it.runningText,
	pengaduan: it.complaintLine,
	karcis: slipWords(it.slip),
	suara: voiceWords(it.voice),
	papan: boardWords(it.board),
	panduan: listWords(it.guides, ({ name, services }) => ({ nama: name, layanan: services })),
	bahasaDaerah: it.languages.length === 0 ? undefined : it.languages,
	perluPetugas: it.needsPresence,
	majuMenit: Object.fromEntries(headStartNames.map((name) => [HEAD_STARTS[name], it.headStarts[name] / MINUTE])),
	toleransiTerlambatMenit: it.lateGraceMs / MINUTE,
	formatNomor: { pola: `{prefix}-{nomor:0${it.numberDigits}d}` },
	jadwal: {
		mingguan: it.weekly.map(hoursWords),
		cutoffMenit: it.cutoffMinutes,
		libur: listWords(it.holidays, (holiday) => ({ tanggal: holiday.day, nama: holiday.name })),
		bukaKhusus: listWords(it.specials, specialWords),
	},
});
