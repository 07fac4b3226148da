// The shape of what a manager decides about voice and boards: strict like every other, and each fault at its own field, so
// that the refusal can say which one it was.

import { z } from 'zod';
import {
	type BoardSettings,
	NIGHTS,
	NOTICE_KINDS,
	type ScheduledNotice,
	type WaitingRoom,
} from '../../shared/board.ts';
import type { MinuteOfDay, Weekday } from '../../shared/day.ts';
import { SECOND } from '../../shared/id.ts';
import { DESK_WORDS, SCHOOLS } from '../../shared/speech.ts';
import type { LoudHours, QuietHours, VoiceSettings } from '../../shared/voice.ts';
import { line, roomId, slug, words } from './shapes.ts';

const DAY_MINUTES = 24 * 60;
const LONGEST_TEXT = 300;
/** As long as in a hall file. */
const LONGEST_RUNNING_TEXT = 500;
const MOST = { hours: 20, facilities: 30, rooms: 12, notices: 40, times: 24 } as const;
/** The longest a call may wait for its repeat; older than half a minute it is not spoken any more. */
const LONGEST_REPEAT = 60 * SECOND;
const LONGEST_BEFORE_CLOSING = 240;

const minute = z.int().min(0).max(DAY_MINUTES) satisfies z.ZodType<MinuteOfDay>;
/** Whole percent: a hall file knows no others. */
const volume = z
	.number()
	.min(0)
	.max(1)
	.transform((it) => Math.round(it * 100) / 100);

const forward = ({ from, to }: QuietHours): boolean => from < to;
const FORWARD = { error: 'ends before it begins', path: ['to'] };
const quietHours = z
	.strictObject({ from: minute, to: minute })
	.refine(forward, FORWARD) satisfies z.ZodType<QuietHours>;
const loudHours = z
	.strictObject({ from: minute, to: minute, volume })
	.refine(forward, FORWARD) satisfies z.ZodType<LoudHours>;

/** No two of a list with the same name; the fault stands at the second. */
const distinct = <Item>(nameOf: (item: Item) => PropertyKey, field: readonly string[]) =>
	z.superRefine<readonly Item[]>((items, context) => {
		const names = items.map(nameOf);
		const second = names.findIndex((name, index) => names.indexOf(name) < index);
		if (second >= 0) context.addIssue({ code: 'custom', message: 'is there twice', path: [second, ...field] });
	});
const itself = <Item extends PropertyKey>(item: Item): PropertyKey => item;
const byId = ({ id }: { readonly id: string }): PropertyKey => id;

export const voiceSettings = z.strictObject({
	school: z.enum(SCHOOLS),
	desk: z.enum(DESK_WORDS),
	english: z.boolean(),
	names: z.boolean(),
	repeatAfterMs: z.int().min(SECOND).max(LONGEST_REPEAT).multipleOf(SECOND).nullable(),
	volume,
	volumes: z.array(loudHours).max(MOST.hours),
	quiet: z.array(quietHours).max(MOST.hours),
}) satisfies z.ZodType<VoiceSettings>;

const room = z.strictObject({ id: roomId, name: words(60) }) satisfies z.ZodType<WaitingRoom>;

const weekday = z
	.int()
	.min(0)
	.max(6)
	.transform((it) => it as Weekday);
const scheduled = z
	.strictObject({
		id: slug,
		kind: z.enum(NOTICE_KINDS),
		text: line(LONGEST_TEXT),
		when: z.discriminatedUnion('kind', [
			z.strictObject({
				kind: z.literal('times'),
				times: z
					.array(
						z
							.int()
							.min(0)
							.max(DAY_MINUTES - 1),
					)
					.min(1)
					.max(MOST.times)
					.check(distinct(itself, [])),
				days: z.array(weekday).min(1).max(7).check(distinct(itself, [])).nullable(),
			}),
			z.strictObject({
				kind: z.literal('before_closing'),
				minutes: z.int().min(0).max(LONGEST_BEFORE_CLOSING),
			}),
		]),
	})
	// The others have words of their own.
	.refine(({ kind, text }) => (kind === 'own') === (text.trim() !== ''), { error: 'whose words?', path: ['text'] })
	// Its recording would be taken for a standard one.
	.refine(({ kind, id }) => kind !== 'own' || !NOTICE_KINDS.some((it) => it === id), {
		error: 'is the name of a standard notice',
		path: ['id'],
	}) satisfies z.ZodType<ScheduledNotice>;

export const boardSettings = z.strictObject({
	pledge: line(LONGEST_TEXT),
	facilities: z.array(words(LONGEST_TEXT)).max(MOST.facilities),
	rooms: z
		.array(room)
		.max(MOST.rooms)
		.check(distinct(byId, ['id'])),
	notices: z
		.array(scheduled)
		.max(MOST.notices)
		.check(distinct(byId, ['id'])),
	saysBreaks: z.boolean(),
	night: z.enum(NIGHTS),
	phone: z.boolean(),
}) satisfies z.ZodType<BoardSettings>;

export const boardTexts = z.strictObject({ board: boardSettings, runningText: line(LONGEST_RUNNING_TEXT) });
