// What boards show and announce, while it is edited: lists as lines of text, times as they are typed, and what is wrong with
// each. Pure. The limits are the hall's own (server/ask/settings-shapes.ts).

import type { BoardSettings, ScheduledNotice, WaitingRoom } from '../../shared/board.ts';
import { type MinuteOfDay, readMinute, type Weekday, writeMinute } from '../../shared/day.ts';
import type { RoomId } from '../../shared/id.ts';
import type { BoardTexts } from './api.ts';

export const MOST = {
	running: 500,
	text: 300,
	facilities: 30,
	rooms: 12,
	room: 60,
	notices: 40,
	times: 24,
	minutes: 240,
};
const EVERY_DAY: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
/** As weeks are read here. */
export const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 0];

export interface RoomDraft {
	/** Its row on the page. */
	readonly key: string;
	/** null: new; its id is made of its name when it is saved. */
	readonly id: RoomId | null;
	readonly name: string;
}
export interface NoticeDraft extends Pick<ScheduledNotice, 'id' | 'kind' | 'text'> {
	readonly when: ScheduledNotice['when']['kind'];
	/** "09.00, 13.30" */
	readonly times: string;
	readonly days: readonly Weekday[];
	readonly minutes: string;
}
export interface SettingsDraft extends Pick<BoardSettings, 'pledge' | 'saysBreaks' | 'night' | 'phone'> {
	readonly running: string;
	/** One a line. */
	readonly facilities: string;
	readonly rooms: readonly RoomDraft[];
	readonly notices: readonly NoticeDraft[];
}

const writeTimes = (times: readonly MinuteOfDay[]): string =>
	times.map((it) => writeMinute(it).replace(':', '.')).join(', ');

/** null: something among them is no time, or stands there twice, or there is none. */
export function readTimes(typed: string): readonly MinuteOfDay[] | null {
	const parts = typed.split(/[,;\s]+/).filter((it) => it !== '');
	const minutes = parts.map((it) => {
		const [, hour, minute] = /^(\d{1,2})[.:](\d{2})$/.exec(it) ?? [];
		return hour && minute ? readMinute(`${hour.padStart(2, '0')}:${minute}`) : null;
	});
	const times = minutes.flatMap((it) => (it === null || it === 24 * 60 ? [] : [it]));
	const fine = times.length === parts.length && times.length > 0 && times.length <= MOST.times;
	return fine && new Set(times).size === times.length ? times : null;
}

const readMinutes = (typed: string): number | null =>
	/^\d{1,3}$/.test(typed.trim()) && Number(typed) <= MOST.minutes ? Number(typed) : null;

function noticeDraft({ id, kind, text, when }: ScheduledNotice): NoticeDraft {
	const kept = { id, kind, text, when: when.kind };
	return when.kind === 'times'
		? { ...kept, times: writeTimes(when.times), days: when.days ?? EVERY_DAY, minutes: '15' }
		: { ...kept, times: '', days: EVERY_DAY, minutes: String(when.minutes) };
}

export const draftOf = ({ board, runningText }: BoardTexts): SettingsDraft => ({
	running: runningText,
	pledge: board.pledge,
	facilities: board.facilities.join('\n'),
	rooms: board.rooms.map(({ id, name }) => ({ key: id, id, name })),
	notices: board.notices.map(noticeDraft),
	...{ saysBreaks: board.saysBreaks, night: board.night, phone: board.phone },
});

const linesOf = (text: string): readonly string[] =>
	text
		.split('\n')
		.map((it) => it.trim())
		.filter((it) => it !== '');

export type NoticeFault = 'text' | 'times' | 'days' | 'minutes';
export interface Faults {
	/** Of the whole form. */
	readonly fields: ReadonlySet<'running' | 'pledge' | 'facilities' | 'rooms' | 'most'>;
	/** By the notice's id. */
	readonly notices: ReadonlyMap<string, NoticeFault>;
}

export function faultsOf(draft: SettingsDraft): Faults {
	const facilities = linesOf(draft.facilities);
	const names = draft.rooms.map((it) => it.name.trim());
	const wrong: Readonly<Record<'running' | 'pledge' | 'facilities' | 'rooms' | 'most', boolean>> = {
		running: draft.running.length > MOST.running,
		pledge: draft.pledge.length > MOST.text,
		facilities: facilities.length > MOST.facilities || facilities.some((it) => it.length > MOST.text),
		rooms: names.some((it) => it === '' || it.length > MOST.room) || new Set(names).size < names.length,
		most: draft.notices.length > MOST.notices || draft.rooms.length > MOST.rooms,
	};
	const fields = new Set((Object.keys(wrong) as (keyof typeof wrong)[]).filter((it) => wrong[it]));
	const notices = new Map(
		draft.notices.flatMap((it): [string, NoticeFault][] => {
			const fault = noticeFault(it);
			return fault === null ? [] : [[it.id, fault]];
		}),
	);
	return { fields, notices };
}

function noticeFault({ kind, text, when, times, days, minutes }: NoticeDraft): NoticeFault | null {
	if (kind === 'own' && (text.trim() === '' || text.trim().length > MOST.text)) return 'text';
	if (when === 'before_closing') return readMinutes(minutes) === null ? 'minutes' : null;
	if (readTimes(times) === null) return 'times';
	return days.length === 0 ? 'days' : null;
}

/** null: something is wrong (faultsOf says what). */
export function textsOf(draft: SettingsDraft): BoardTexts | null {
	const { fields, notices } = faultsOf(draft);
	if (fields.size > 0 || notices.size > 0) return null;
	return {
		runningText: draft.running.trim(),
		board: {
			pledge: draft.pledge.trim(),
			facilities: linesOf(draft.facilities),
			rooms: roomsOf(draft.rooms),
			notices: draft.notices.map(noticeOf),
			...{ saysBreaks: draft.saysBreaks, night: draft.night, phone: draft.phone },
		},
	};
}

function noticeOf({ id, kind, text, when, times, days, minutes }: NoticeDraft): ScheduledNotice {
	const all = days.length === EVERY_DAY.length;
	return {
		...{ id, kind, text: kind === 'own' ? text.trim() : '' },
		when:
			when === 'times'
				? { kind: 'times', times: readTimes(times) ?? [], days: all ? null : [...days].sort() }
				: { kind: 'before_closing', minutes: readMinutes(minutes) ?? 0 },
	};
}

/** "Ruang laktasi, lt. 1" -> "ruang-laktasi-lt-1": good for ever, whatever the room is called later. */
function roomsOf(rooms: readonly RoomDraft[]): readonly WaitingRoom[] {
	const taken = new Set(rooms.flatMap((it) => (it.id === null ? [] : [it.id as string])));
	return rooms.map(({ id, name }) => {
		if (id !== null) return { id, name: name.trim() };
		const slug =
			name
				.normalize('NFKD')
				.toLowerCase()
				.replace(/[^a-z0-9]+/g, '-')
				.replace(/^-+/, '')
				.slice(0, 36)
				.replace(/-+$/, '') || 'ruang';
		const own = free(slug, taken);
		taken.add(own);
		return { id: own as RoomId, name: name.trim() };
	});
}

function free(wanted: string, taken: ReadonlySet<string>): string {
	for (let count = 1; ; count++) {
		const name = count === 1 ? wanted : `${wanted}-${count}`;
		if (!taken.has(name)) return name;
	}
}

export const sameTexts = (a: BoardTexts, b: BoardTexts): boolean =>
	JSON.stringify(textsOf(draftOf(a))) === JSON.stringify(textsOf(draftOf(b)));

/** With one more room, still without a name. */
export const withRoom = (rooms: readonly RoomDraft[]): readonly RoomDraft[] => [
	...rooms,
	{ key: free('baru', new Set(rooms.map((it) => it.key))), id: null, name: '' },
];

/** With one more notice: the one that most halls lack. Its recording is named by its id. */
export const withNotice = (notices: readonly NoticeDraft[]): readonly NoticeDraft[] => [
	...notices,
	{
		...{ id: free('pengumuman', new Set(notices.map((it) => it.id))), kind: 'closing', text: '' },
		...{ when: 'before_closing', times: '', days: EVERY_DAY, minutes: '15' },
	},
];
