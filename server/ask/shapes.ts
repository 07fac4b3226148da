// The shape of everything that comes from outside, for sockets and HTTP alike: strict, no coercion, no extra fields, and
// no control characters in any text. What passes here is typed; whether it is allowed is for the hall to say.

import { z } from 'zod';
import { BOARD_PARTS, BOARD_SIDES, type BoardLayout } from '../../shared/board.ts';
import type {
	CallNextAsk,
	CancelAsk,
	FinishAndCallAsk,
	HandInAsk,
	HeldAsk,
	Hello,
	LeaseAsk,
	Nothing,
	PauseAsk,
	PrintAgainAsk,
	PrintHereAsk,
	RecordAsk,
	ReprintAsk,
	RequirementsAsk,
	ShownAsk,
	SignInAsk,
	SilentAsk,
	SoundAsk,
	TakeAsk,
	TransferAsk,
	UndoAsk,
	WaitInAsk,
} from '../../shared/contract.ts';
import { MOST_SERVICES, PRIORITIES } from '../../shared/hall.ts';
import { MOST_AGO_MS, SILENCES, SOUNDS } from '../../shared/hearing.ts';
import {
	type AgencyId,
	type CounterNumber,
	DAY_MS,
	type LeaseId,
	type PrinterId,
	type Rev,
	type RoomId,
	type ServiceId,
	type TicketId,
	type VisitId,
	type ZoneNumber,
} from '../../shared/id.ts';
import { MOST_HANDED_IN } from '../../shared/lease.ts';
import { SLIP_BLOCKS, type SlipLayout } from '../../shared/slip.ts';
import { PARK_REASONS } from '../../shared/ticket.ts';

/** A person's words: letters of any script, no control or direction characters. */
export const words = (most: number) =>
	z
		.string()
		.trim()
		.min(1)
		.max(most)
		.regex(/^[^\p{Cc}\p{Cf}\p{Co}\p{Cs}]*$/u);

const whole = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const rev = whole.transform((value) => value as Rev);
const ticketId = whole.transform((value) => value as TicketId);
const serviceId = z
	.string()
	.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
	.transform((value) => value as ServiceId);
const counter = z
	.int()
	.min(1)
	.max(9999)
	.transform((value) => value as CounterNumber);

const takeShape = z.strictObject({
	requestId: z.uuid(),
	services: z
		.array(serviceId)
		.min(1)
		.max(MOST_SERVICES)
		.refine((all) => new Set(all).size === all.length),
	priority: z.enum(PRIORITIES).nullable(),
});
const visitId = whole.transform((value) => value as VisitId);
export const takeAsk = takeShape.extend({ replaces: visitId.optional() }) satisfies z.ZodType<TakeAsk>;

const leaseId = whole.transform((value) => value as LeaseId);
export const leaseAsk = z.strictObject({ known: z.array(leaseId).max(1_000) }) satisfies z.ZodType<LeaseAsk>;
/** A number of a day is valid whatever became of the services since; the kiosk has checked them when it was given. */
export const handInAsk = z.strictObject({
	taken: z
		.array(
			takeShape.extend({
				lease: leaseId,
				number: z.string().regex(/^[A-Z]{1,2}-\d{3,5}$/),
				token: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
				agoMs: z
					.number()
					.min(0)
					.max(7 * DAY_MS),
				instead: z.uuid().nullable(),
				printed: z.boolean(),
			}),
		)
		.min(1)
		.max(MOST_HANDED_IN),
}) satisfies z.ZodType<HandInAsk>;

export const callNextAsk = z.strictObject({ after: rev }) satisfies z.ZodType<CallNextAsk>;

export const recordAsk = z.strictObject({
	ticketId,
	after: rev,
	event: z.discriminatedUnion('kind', [
		z.strictObject({ kind: z.literal('called') }),
		z.strictObject({ kind: z.literal('started') }),
		z.strictObject({ kind: z.literal('missed') }),
		z.strictObject({ kind: z.literal('released') }),
		z.strictObject({ kind: z.literal('returned') }),
		z.strictObject({ kind: z.literal('parked'), reason: z.enum(PARK_REASONS) }),
		z.strictObject({ kind: z.literal('closed'), as: z.enum(['served', 'no_show', 'cancelled']) }),
	]),
}) satisfies z.ZodType<RecordAsk>;

export const finishAndCallAsk = z.strictObject({
	ticketId,
	after: rev,
	as: z.enum(['served', 'missed']),
}) satisfies z.ZodType<FinishAndCallAsk>;

export const transferAsk = z.strictObject({
	ticketId,
	after: rev,
	serviceId,
	as: z.enum(['wrong_desk', 'next_step']),
}) satisfies z.ZodType<TransferAsk>;

export const undoAsk = z.strictObject({ rev }) satisfies z.ZodType<UndoAsk>;
export const pauseAsk = z.strictObject({ reason: words(80) }) satisfies z.ZodType<PauseAsk>;
export const nothing = z.strictObject({}) satisfies z.ZodType<Nothing>;

export const signInAsk = z.strictObject({
	username: z.string().regex(/^[a-z0-9._-]{1,40}$/i),
	pin: z.string().regex(/^\d{6}$/),
	counter: counter.nullable(),
}) satisfies z.ZodType<SignInAsk>;

const printer = whole.transform((value) => value as PrinterId).nullable();
/** As people type it: "A-012", "a12"; what is no number is for the hall to say, in words. */
const number = z.string().max(20);

export const printAgainAsk = z.strictObject({ visitId, printer }) satisfies z.ZodType<PrintAgainAsk>;
export const printHereAsk = z.strictObject({ visitId }) satisfies z.ZodType<PrintHereAsk>;
/** What a scanner reads is a whole address. */
export const heldAsk = z.strictObject({ held: z.string().max(300) }) satisfies z.ZodType<HeldAsk>;
export const cancelAsk = z.strictObject({ visitId }) satisfies z.ZodType<CancelAsk>;
export const requirementsAsk = z.strictObject({
	requestId: z.uuid(),
	service: serviceId,
}) satisfies z.ZodType<RequirementsAsk>;
export const reprintAsk = z.strictObject({ number, printer }) satisfies z.ZodType<ReprintAsk>;

export const shownAsk = z.strictObject({
	rev,
	/** A board of yesterday does not say it. */
	agoMs: z.int().min(0).max(MOST_AGO_MS).default(0),
}) satisfies z.ZodType<ShownAsk>;
export const silentAsk = z.strictObject({ rev, why: z.enum(SILENCES) }) satisfies z.ZodType<SilentAsk>;
export const soundAsk = z.strictObject({ sound: z.enum(SOUNDS) }) satisfies z.ZodType<SoundAsk>;

export const line = (most: number) =>
	z
		.string()
		.max(most)
		.regex(/^[^\p{Cc}\p{Cf}\p{Co}\p{Cs}]*$/u);
/** Whether the hall may lay its slips out so is for layoutFault to say; here only the shape is checked. */
export const slipLayout = z.strictObject({
	blocks: z.array(z.enum(SLIP_BLOCKS)).max(2 * SLIP_BLOCKS.length),
	copies: z.union([z.literal(1), z.literal(2)]),
	logo: z
		.string()
		.max(400_000)
		// How every PNG begins, in base64.
		.regex(/^iVBORw0KGgo[A-Za-z0-9+/]+={0,2}$/)
		.nullable(),
	wifi: z.strictObject({ name: line(200), password: line(200).nullable() }).nullable(),
	note: line(1_000),
}) satisfies z.ZodType<SlipLayout>;

const positive = (most: number) => z.int().min(1).max(most);
export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
export const roomId = slug.transform((it) => it as RoomId);
export const waitInAsk = z.strictObject({ visitId, room: roomId.nullable() }) satisfies z.ZodType<WaitInAsk>;

/** Whether a board may be divided so is for boardLayoutFault to say, and whether its scope is there, for the hall. */
export const boardLayout = z.strictObject({
	scope: z.discriminatedUnion('kind', [
		z.strictObject({ kind: z.literal('hall') }),
		z.strictObject({ kind: z.literal('zone'), zone: positive(99).transform((it) => it as ZoneNumber) }),
		z.strictObject({ kind: z.literal('agency'), agency: slug.transform((it) => it as AgencyId) }),
		z.strictObject({ kind: z.literal('counter'), counter: positive(999).transform((it) => it as CounterNumber) }),
		z.strictObject({ kind: z.literal('room'), room: roomId }),
	]),
	part: z.enum(BOARD_PARTS),
	side: z.enum(BOARD_SIDES),
	speaks: z.boolean(),
	diagonalInch: z.number().min(5).max(200).nullable(),
	farthestM: z.number().min(0.5).max(100).nullable(),
}) satisfies z.ZodType<BoardLayout>;

/** What a socket says at the door. A wrong protocol must still be told from a malformed one, so any number is let through. */
export const hello = z.strictObject({
	protocol: z.number(),
	token: z.string().max(100).nullable(),
	zone: z.int().min(1).max(99).nullable(),
	look: boardLayout.nullable().optional(),
}) satisfies z.ZodType<Hello>;

/** The unguessable part of a ticket's address. */
export const ticketToken = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
export const pairingCode = z.string().regex(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/);
