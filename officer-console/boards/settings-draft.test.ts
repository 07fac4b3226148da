import { describe, expect, it } from 'vitest';
import { TEXTS } from './fixtures.ts';
import {
	draftOf,
	faultsOf,
	MOST,
	type NoticeDraft,
	readTimes,
	type SettingsDraft,
	sameTexts,
	textsOf,
	withNotice,
	withRoom,
} from './settings-draft.ts';

const draft = draftOf(TEXTS);
const changed = (part: Partial<SettingsDraft>): SettingsDraft => ({ ...draft, ...part });
const [anyNotice] = draft.notices;
if (!anyNotice) throw new Error('the fixtures have no notice');
const withOne = (part: Partial<NoticeDraft>): SettingsDraft => changed({ notices: [{ ...anyNotice, ...part }] });

describe('what boards show, while it is edited', () => {
	it('comes back as it was', () => {
		expect(textsOf(draft)).toEqual(TEXTS);
		expect(sameTexts(TEXTS, structuredClone(TEXTS))).toBe(true);
	});

	it('takes facilities a line each, without the empty lines', () => {
		expect(textsOf(changed({ facilities: ' Musala \n\n Kantin\n' }))?.board.facilities).toEqual(['Musala', 'Kantin']);
	});

	it('gives a new room an id of its own, and keeps the old ones', () => {
		const rooms = withRoom(withRoom(draft.rooms)).map((it, place) =>
			it.id === null ? { ...it, name: place % 2 ? 'Ruang Laktasi (lt. 1)' : 'ruang laktasi – lt 1' } : it,
		);
		const texts = textsOf(changed({ rooms }));
		expect(texts?.board.rooms.slice(0, draft.rooms.length)).toEqual(TEXTS.board.rooms);
		expect(texts?.board.rooms.slice(-2).map((it) => it.id)).toEqual(['ruang-laktasi-lt-1', 'ruang-laktasi-lt-1-2']);
		expect(textsOf(changed({ rooms: [{ key: 'x', id: null, name: '母子室' }] }))?.board.rooms[0]?.id).toBe('ruang');
	});

	it('adds notices that can be saved as they are, each with an id of its own', () => {
		const notices = withNotice(withNotice(draft.notices));
		expect(new Set(notices.map((it) => it.id)).size).toBe(notices.length);
		expect(textsOf(changed({ notices }))?.board.notices).toHaveLength(draft.notices.length + 2);
	});

	it('does not save the words of a notice that has its own kind’s', () => {
		expect(textsOf(withOne({ kind: 'prayer', text: 'sisa' }))?.board.notices[0]?.text).toBe('');
	});
});

describe('times of day', () => {
	it.each([
		['09.00', [540]],
		['9.00, 13:30', [540, 810]],
		[' 09.00;13.30 23.59,', [540, 810, 1439]],
		['00.00', [0]],
	])('"%s" are read', (typed, minutes) => expect(readTimes(typed)).toEqual(minutes));
	it.each(['', 'pagi', '9', '24.00', '25.00', '09.60', '09.00, 9.00', '09.00 dan 10.00', '0900'])(
		'"%s" are none',
		(typed) => expect(readTimes(typed)).toBeNull(),
	);
});

describe('what is wrong is said at its own field', () => {
	const long = (letters: number): string => 'x'.repeat(letters);
	it.each<[string, SettingsDraft]>([
		['running', changed({ running: long(MOST.running + 1) })],
		['pledge', changed({ pledge: long(MOST.text + 1) })],
		['facilities', changed({ facilities: 'a\n'.repeat(MOST.facilities + 1) })],
		['facilities', changed({ facilities: long(MOST.text + 1) })],
		['rooms', changed({ rooms: withRoom([]) })],
		['rooms', changed({ rooms: [...draft.rooms, ...draft.rooms].map((it, key) => ({ ...it, key: `${key}` })) })],
		[
			'most',
			changed({ notices: Array.from({ length: MOST.notices + 1 }, (_, it) => ({ ...anyNotice, id: `n${it}` })) }),
		],
	])('%s', (field, wrong) => {
		expect([...faultsOf(wrong).fields]).toEqual([field]);
		expect(textsOf(wrong)).toBeNull();
	});
	it.each<[string, Partial<NoticeDraft>]>([
		['text', { kind: 'own', text: ' ' }],
		['text', { kind: 'own', text: long(MOST.text + 1) }],
		['times', { when: 'times', times: 'pagi' }],
		['days', { when: 'times', times: '09.00', days: [] }],
		['minutes', { when: 'before_closing', minutes: '241' }],
		['minutes', { when: 'before_closing', minutes: '' }],
	])('%s of a notice', (fault, part) => {
		expect(faultsOf(withOne(part)).notices.get(anyNotice.id)).toBe(fault);
		expect(textsOf(withOne(part))).toBeNull();
	});
	it('and at none while all is well', () => {
		expect(faultsOf(draft)).toEqual({ fields: new Set(), notices: new Map() });
	});
});
