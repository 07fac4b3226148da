// A sound in memory, sent whole or in the part that was asked for. TVs ask for parts: some play nothing from a server that
// cannot give them (RFC 9110, section 14).

import type { FastifyReply, FastifyRequest } from 'fastify';

export interface Sendable {
	readonly bytes: Buffer;
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

export function sendRanged(
	request: FastifyRequest,
	reply: FastifyReply,
	{ bytes, type, tag, cacheControl }: Sendable,
): FastifyReply {
	const { 'if-none-match': known, 'if-range': ifRange, range: header } = request.headers;
	reply.headers({ etag: tag, 'cache-control': cacheControl, 'accept-ranges': 'bytes' });
	if (known !== undefined && matches(known, tag)) return reply.code(304).send();
	// A part of what it has no longer would be glued to the wrong rest.
	const range = ifRange === undefined || String(ifRange).trim() === tag ? rangeOf(header, bytes.length) : 'whole';
	if (range === 'none') return reply.code(416).header('content-range', `bytes */${bytes.length}`).send();
	reply.type(type);
	if (range === 'whole') return reply.send(bytes);
	return reply
		.code(206)
		.header('content-range', `bytes ${range.first}-${range.last}/${bytes.length}`)
		.send(bytes.subarray(range.first, range.last + 1));
}
