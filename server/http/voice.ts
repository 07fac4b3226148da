// What boards play: a call or a notice as one WAV file, and a tone to try the loudspeaker with. Nothing in it that does not
// stand on the board, so no token is asked for.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AgencyId, CounterNumber, ZoneNumber } from '../../shared/id.ts';
import type { SpokenNotice } from '../../shared/notices.ts';
import { ownNoticeClip } from '../../shared/speech-notices.ts';
import type { Language } from '../../shared/words/words.ts';
import { answer, type Log, shaped } from '../ask/asks.ts';
import { refuse } from '../hall/refused.ts';
import type { Hall } from '../store/hall.ts';
import type { Said, Voices } from '../voice/voices.ts';
import { sendRanged } from './ranges.ts';
import { send } from './reply.ts';

export interface VoiceParts {
	readonly hall: Hall;
	readonly voices: Voices;
	readonly log: Log;
}

const deskNumber = z
	.int()
	.min(1)
	.max(999)
	.transform((it) => it as CounterNumber);
const desk = z.coerce.number().pipe(deskNumber);

const callQuery = z.strictObject({
	/** As printed; prefixes of other halls ("4K") can be said too. */
	number: z.string().regex(/^[A-Z0-9]{1,2}-\d{1,5}$/),
	counter: desk,
	recall: z.enum(['0', '1']).default('0'),
	/** In a rush only the first call of a row begins with it. */
	chime: z.enum(['0', '1']).default('1'),
	agency: z
		.string()
		.max(40)
		.transform((it) => it as AgencyId)
		.optional(),
	zone: z.coerce
		.number()
		.int()
		.min(1)
		.max(99)
		.transform((it) => it as ZoneNumber)
		.optional(),
	/** Only this language; without it those of the hall, one after the other. */
	lang: z.enum(['id', 'en']).optional(),
});

const ofDesk = {
	counter: desk,
	prefix: z.string().regex(/^[A-Z0-9]{1,2}$/),
	/** "1.2": open desks of the same line; of more than are named, the first that are not. */
	elsewhere: z
		.string()
		.regex(/^\d{1,3}(\.\d{1,3}){0,4}$/)
		.transform((it) => it.split('.').map(Number))
		.pipe(z.array(deskNumber))
		.default([]),
};
/** What stands in it is from a closed list, or a number: no free text is ever spoken. */
const noticeQuery = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('break'), ...ofDesk }),
	z.strictObject({ kind: z.literal('closed'), ...ofDesk }),
	z.strictObject({ kind: z.literal('closing') }),
	z.strictObject({ kind: z.literal('prayer') }),
	z.strictObject({ kind: z.literal('gratification') }),
	z.strictObject({ kind: z.literal('own'), id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/) }),
]) satisfies z.ZodType<SpokenNotice>;

/** Thirty calls at once on twenty boards, each fetched in a few parts, and all of it again for the repeat. */
const OFTEN = { rateLimit: { max: 3_000, timeWindow: '1 minute' } };
/** A recording that the hall makes anew is heard a minute later at most; the repeat of a call is not fetched again. */
const A_MINUTE = 'private, max-age=60, must-revalidate';

export function serveVoice(http: FastifyInstance, { hall, voices, log }: VoiceParts): void {
	const serve = async (request: FastifyRequest, reply: FastifyReply, make: () => Said): Promise<FastifyReply> => {
		const made = await answer(log, make);
		if (!made.ok) return send(reply, made);
		const { wav, tag } = made.value;
		return sendRanged(request, reply, { bytes: wav, type: 'audio/wav', tag, cacheControl: A_MINUTE });
	};
	http.get('/voice/call.wav', { config: OFTEN }, (request, reply) =>
		serve(request, reply, () => {
			const { number, counter, recall, chime, agency, zone, lang } = shaped(callQuery, request.query);
			const { agency: agencyOf, zones } = hall.catalogue();
			if (agency !== undefined && !agencyOf(agency)) refuse({ code: 'unknown', what: 'address' });
			if (zone !== undefined && !zones.some((it) => it.number === zone)) refuse({ code: 'unknown', what: 'address' });
			const { voice } = hall.catalogue().settings;
			const ofHall: readonly Language[] = voice.english ? ['id', 'en'] : ['id'];
			return voices.call(
				{
					...{ number, counter, recall: recall === '1', chime: chime === '1' },
					...{ agency: agency ?? null, zone: zone ?? null },
				},
				voice,
				lang ? [lang] : ofHall,
			);
		}),
	);
	http.get('/voice/notice.wav', { config: OFTEN }, (request, reply) =>
		serve(request, reply, () => {
			const notice = shaped(noticeQuery, request.query);
			const { voice, board } = hall.catalogue().settings;
			if (notice.kind === 'own') {
				const isKnown = board.notices.some((it) => it.id === notice.id && it.kind === 'own');
				if (!isKnown || !voices.pack('id').names.has(ownNoticeClip(notice.id)))
					refuse({ code: 'unknown', what: 'address' });
			}
			return voices.notice(notice, voice.desk);
		}),
	);
	http.get('/voice/tone.wav', { config: OFTEN }, (request, reply) => serve(request, reply, voices.tone));
}
