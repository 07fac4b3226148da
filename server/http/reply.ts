// A reply of the hall as an HTTP answer: the same body as over a socket, and the status that fits it.

import type { FastifyReply } from 'fastify';
import type { Reply } from '../../shared/contract.ts';
import type { Refusal, RefusalCode } from '../../shared/refusal.ts';

const STATUS: Readonly<Record<RefusalCode, number>> = {
	malformed: 400,
	not_signed_in: 401,
	wrong_pin: 401,
	not_allowed: 403,
	unknown: 404,
	closed: 409,
	stale: 409,
	line_empty: 409,
	counter_busy: 409,
	counter_taken: 409,
	officer_elsewhere: 409,
	on_break: 409,
	not_on_break: 409,
	visit_busy: 409,
	wrong_state: 409,
	not_your_ticket: 409,
	already_in_line: 409,
	request_used: 409,
	same_queue: 409,
	nothing_to_undo: 409,
	undo_too_late: 409,
	already_printed: 409,
	too_late: 409,
	printer_away: 409,
	layout: 400,
	board_layout: 400,
	media: 400,
	recording: 422,
	voice_pack: 422,
	too_many_services: 400,
	locked_out: 429,
	too_fast: 429,
	too_soon: 429,
	internal: 500,
	// Said by screens only; the server never sends them.
	offline: 503,
	no_answer: 504,
};

/** A program without a screen's token has not said who it is. */
const statusOf = (refusal: Refusal): number =>
	refusal.code === 'unknown' && refusal.what === 'device' ? 401 : STATUS[refusal.code];

/** `success`: the status of a success that made something new. */
export function send(reply: FastifyReply, answer: Reply<unknown>, success = 200): FastifyReply {
	return reply.code(answer.ok ? success : statusOf(answer.refusal)).send(answer);
}

export const refused = (refusal: Refusal): Reply<never> => ({ ok: false, refusal });
