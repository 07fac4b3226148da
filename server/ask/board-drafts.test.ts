// What the manager's page lets pass, the hall takes: the page's limits and the door's are the same.

import { expect, test } from 'vitest';
import { draftOf as layoutDraft, layoutOf } from '../../officer-console/boards/layout-draft.ts';
import {
	draftOf,
	MOST,
	type SettingsDraft,
	textsOf,
	withNotice,
	withRoom,
} from '../../officer-console/boards/settings-draft.ts';
import { DEFAULT_BOARD, plainLayout } from '../../shared/board.ts';
import { boardTexts } from './settings-shapes.ts';
import { boardLayout } from './shapes.ts';

const long = (letters: number): string => 'x'.repeat(letters);
const many = <Item>(count: number, more: (items: readonly Item[]) => readonly Item[]): readonly Item[] =>
	Array.from({ length: count }).reduce<readonly Item[]>(more, []);
const empty = draftOf({ board: DEFAULT_BOARD, runningText: '' });
const times = Array.from({ length: MOST.times }, (_, hour) => `${hour}.00`).join(', ');

test.each<[string, Partial<SettingsDraft>]>([
	['nothing at all', {}],
	['texts as long as may be', { running: long(MOST.running), pledge: long(MOST.text) }],
	['facilities', { facilities: `${long(MOST.text)}\n`.repeat(MOST.facilities) }],
	['rooms', { rooms: many(MOST.rooms, withRoom).map((it, place) => ({ ...it, name: `Ruang ${place}` })) }],
	[
		'rooms of one name in other signs',
		{ rooms: many(2, withRoom).map((it, at) => ({ ...it, name: at ? 'A!' : 'a?' })) },
	],
	['a room with a long name', { rooms: withRoom([]).map((it) => ({ ...it, name: long(MOST.room) })) }],
	['notices', { notices: many(MOST.notices, withNotice) }],
	['many times', { notices: withNotice([]).map((it) => ({ ...it, when: 'times', times })) }],
	['minutes', { notices: withNotice([]).map((it) => ({ ...it, minutes: String(MOST.minutes) })) }],
	['own words', { notices: withNotice([]).map((it) => ({ ...it, kind: 'own', text: long(MOST.text) })) }],
	['days', { notices: withNotice([]).map((it) => ({ ...it, when: 'times', times: '9.00', days: [5, 1] })) }],
])('%s', (_, part) => {
	const texts = textsOf({ ...empty, ...part });
	expect(texts).not.toBeNull();
	expect(boardTexts.parse(texts)).toEqual(texts);
});

test.each([
	['5', '0,5'],
	['200', '100'],
	['', ''],
	['54,6', '12,25'],
])('a TV of %s inches and a seat at %s metres', (diagonal, farthest) => {
	const layout = layoutOf({ ...layoutDraft(plainLayout(null)), diagonal, farthest });
	expect(boardLayout.parse(layout)).toEqual(layout);
});
