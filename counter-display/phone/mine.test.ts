// The number a phone follows, view after view: one alarm a call, again for a recall, and nothing kept once it is let go.

import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { plainLayout } from '../../shared/board.ts';
import { type Rev, START } from '../../shared/id.ts';
import type { BoardCall, BoardView, Shown } from '../../shared/views.ts';
import { AT, busyView, emptyView } from '../fixtures.ts';
import { lookOf } from './address.ts';
import { openMine } from './mine.ts';

const [model] = busyView.calls;
if (!model) throw new Error('the busy morning has no calls');
const call = (rev: number, more: Partial<BoardCall> = {}): BoardCall => ({ ...model, rev: rev as Rev, ...more });

function phone() {
	const shown = signal<Shown<BoardView> | null>(null);
	const kept = new Map<string, string>();
	let alarms = 0;
	const storage = {
		getItem: (name: string) => kept.get(name) ?? null,
		setItem: (name: string, text: string) => void kept.set(name, text),
		removeItem: (name: string) => void kept.delete(name),
	};
	const open = () => openMine(shown, storage, () => alarms++);
	return {
		...{ kept, open, mine: open(), alarms: () => alarms },
		show: (...calls: readonly BoardCall[]) => {
			shown.value = { rev: START, at: AT, view: { ...emptyView, calls } };
		},
	};
}

test('a call rings once however often it is shown, and a recall once more', () => {
	const { mine, show, alarms } = phone();
	show();
	expect(mine.follow('a12')).toBe(true);
	expect(mine.calling.value).toBeNull();
	show(call(7));
	show(call(7));
	expect([mine.calling.value?.counter, alarms()]).toEqual([3, 1]);
	mine.understood();
	show(call(7));
	expect([mine.calling.value, alarms()]).toEqual([null, 1]);
	show(call(9, { recall: true }));
	expect([mine.calling.value?.rev, alarms()]).toEqual([9, 2]);
	show(call(9, { state: 'serving' }));
	expect([mine.calling.value, mine.following.value?.standing]).toEqual([null, 'serving']);
});

test('a number that is typed while it is being called rings at once, and survives a reload of the tab', () => {
	const { mine, show, alarms, kept, open } = phone();
	expect(mine.follow('A-012'), 'nothing is known before the first view').toBe(false);
	show(call(7));
	mine.follow('A-012');
	expect(alarms()).toBe(1);
	expect(open().following.value).toEqual(mine.following.value);
	mine.stop();
	expect([mine.following.value, kept.size]).toEqual([null, 0]);
});

test('what is no number changes nothing', () => {
	const { mine, show } = phone();
	show(call(7));
	mine.follow('A-012');
	expect(mine.follow('KTP')).toBe(false);
	expect(mine.following.value?.number).toBe('A-012');
});

test.each([
	['', { kind: 'hall' }],
	['?zone=2', { kind: 'zone', zone: 2 }],
	['?agency=disdukcapil', { kind: 'agency', agency: 'disdukcapil' }],
	['?zone=0', { kind: 'hall' }],
	['?zone=dua', { kind: 'hall' }],
	['?agency=../etc', { kind: 'hall' }],
	['?lang=en&zone=3', { kind: 'zone', zone: 3 }],
])('the address %j looks at %j', (search, scope) => {
	expect(lookOf(search)).toEqual({ ...plainLayout(null), scope });
});
