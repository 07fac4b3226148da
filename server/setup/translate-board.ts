// What boards show and announce besides calls: from the words of a hall file to the settings, and back.

import {
	type BoardSettings,
	DEFAULT_BOARD,
	NIGHTS,
	NOTICE_KINDS,
	type ScheduledNotice,
	type WaitingRoom,
} from '../../shared/board.ts';
import { type Weekday, writeMinute } from '../../shared/day.ts';
import type { RoomId } from '../../shared/id.ts';
import { type BoardEntry, DAY_NAMES, NIGHT_NAMES, NOTICE_NAMES } from './format.ts';
import type { Words } from './json.ts';
import { minute } from './times.ts';

type NoticeEntry = NonNullable<BoardEntry['pengumuman']>[number];

/** The lists of names stand in the order of ours. */
const translated = <To>(names: readonly string[], name: string, ours: readonly To[]): To => {
	const it = ours[names.indexOf(name)];
	if (it === undefined) throw new Error(`${name} means nothing to the hall`);
	return it;
};

const readNotice = (it: NoticeEntry): ScheduledNotice => ({
	id: it.id,
	kind: translated(NOTICE_NAMES, it.jenis, NOTICE_KINDS),
	text: it.teks ?? '',
	when:
		it.menitSebelumTutup === undefined
			? {
					kind: 'times',
					times: (it.pukul ?? []).map(minute),
					days: it.hari?.map((day) => DAY_NAMES.indexOf(day) as Weekday) ?? null,
				}
			: { kind: 'before_closing', minutes: it.menitSebelumTutup },
});

export const boardSettings = (it: BoardEntry = {}): BoardSettings => ({
	pledge: it.maklumat ?? DEFAULT_BOARD.pledge,
	facilities: it.fasilitas ?? DEFAULT_BOARD.facilities,
	rooms: (it.ruangTunggu ?? []).map((room): WaitingRoom => ({ id: room.id as RoomId, name: room.nama })),
	notices: (it.pengumuman ?? []).map(readNotice),
	saysBreaks: it.ucapIstirahat ?? DEFAULT_BOARD.saysBreaks,
	night: it.malam === undefined ? DEFAULT_BOARD.night : translated(NIGHT_NAMES, it.malam, NIGHTS),
	phone: it.ponsel ?? DEFAULT_BOARD.phone,
});

const noticeWords = ({ id, kind, text, when }: ScheduledNotice): Words => ({
	id,
	jenis: translated(NOTICE_KINDS, kind, NOTICE_NAMES),
	...(text !== '' && { teks: text }),
	...whenWords(when),
});

function whenWords(when: ScheduledNotice['when']): Words {
	switch (when.kind) {
		case 'times':
			return {
				pukul: when.times.map(writeMinute),
				...(when.days && { hari: when.days.map((day) => DAY_NAMES[day]) }),
			};
		case 'before_closing':
			return { menitSebelumTutup: when.minutes };
	}
}

/** Leaves out (undefined) what is as in every hall whose file says nothing of it; undefined when all of it is. */
export function boardWords(it: BoardSettings): Words | undefined {
	const unless = <Value>(same: boolean, value: Value): Value | undefined => (same ? undefined : value);
	const words = {
		maklumat: unless(it.pledge === '', it.pledge),
		fasilitas: unless(it.facilities.length === 0, it.facilities),
		ruangTunggu: unless(
			it.rooms.length === 0,
			it.rooms.map(({ id, name }) => ({ id, nama: name })),
		),
		pengumuman: unless(it.notices.length === 0, it.notices.map(noticeWords)),
		ucapIstirahat: unless(it.saysBreaks === DEFAULT_BOARD.saysBreaks, it.saysBreaks),
		malam: unless(it.night === DEFAULT_BOARD.night, translated(NIGHTS, it.night, NIGHT_NAMES)),
		ponsel: unless(it.phone === DEFAULT_BOARD.phone, it.phone),
	};
	return Object.values(words).every((value) => value === undefined) ? undefined : words;
}
