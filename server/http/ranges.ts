// A sound or a video, sent whole or in the part that was asked for. TVs ask for parts: some play nothing from a server that
// cannot give them (RFC 9110, section 14).

import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';

export interface Sendable extends Sent {
	readonly bytes: Buffer;
}
/** What is not in memory is read only where it is sent. */
export interface Streamed extends Sent {
	readonly length: number;
	/** From the first to the last byte, both included. */
	readonly read: (first: number, last: number) => Readable;
}
interface Sent {
	readonly type: string;
	/** An entity tag, with its quotes. */
	readonly tag: string;
	readonly cacheControl: string;
}

/** From the first to the last byte, both included; `whole` where no single part was asked for, `none` where it has no byte. */
export type Range = { readonly first: number; readonly last: number } | 'whole' | 'none';

/** What a Range header asks of so many bytes. Several parts at once, other units and nonsense are answered with the whole. */
export function rangeOf(header: string | undefined, length: number): Range {
	const asked = /^bytes=[ \t]*(\d{0,15})-(\d{0,15})[ \t]*$/i.exec(header ?? '');
	const [, from = '', to = ''] = asked ?? [];
	if (from === '' && to === '') return 'whole';
	if (from === '')
		return Number(to) === 0 || length === 0 ? 'none' : { first: Math.max(0, length - Number(to)), last: length - 1 };
	if (to !== '' && Number(to) < Number(from)) return 'whole';
	if (Number(from) >= length) return 'none';
	return { first: Number(from), last: to === '' ? length - 1 : Math.min(Number(to), length - 1) };
}

const matches = (header: string, tag: string): boolean =>
	header.trim() === '*' || header.split(',').some((it) => it.trim().replace(/^W\//, '') === tag);

export const sendRanged = (request: FastifyRequest, reply: FastifyReply, sent: Sendable): FastifyReply =>
	respond(request, reply, sent, sent.bytes.length, (first, last) => sent.bytes.subarray(first, last + 1));

export const sendStreamed = (request: FastifyRequest, reply: FastifyReply, sent: Streamed): FastifyReply =>
	respond(request, reply, sent, sent.length, sent.read);

function respond(
	request: FastifyRequest,
	reply: FastifyReply,
	{ type, tag, cacheControl }: Sent,
	length: number,
	part: (first: number, last: number) => Buffer | Readable,
): FastifyReply {
	const { 'if-none-match': known, 'if-range': ifRange, range: header } = request.headers;
	reply.headers({ etag: tag, 'cache-control': cacheControl, 'accept-ranges': 'bytes' });
	if (known !== undefined && matches(known, tag)) return reply.code(304).send();
	// A part of what it has no longer would be glued to the wrong rest.
	const range = ifRange === undefined || String(ifRange).trim() === tag ? rangeOf(header, length) : 'whole';
	if (range === 'none') return reply.code(416).header('content-range', `bytes */${length}`).send();
	reply.type(type);
	reply.header('content-length', range === 'whole' ? length : range.last - range.first + 1);
	if (range === 'whole') return reply.send(part(0, length - 1));
	return reply
		.code(206)
		.header('content-range', `bytes ${range.first}-${range.last}/${length}`)
		.send(part(range.first, range.last));
}
