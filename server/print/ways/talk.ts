// Asking a printer and hearing what it says: how it stands, and whether it still holds something of an earlier job. Only
// ever between two slips, or after the whole of one.

import type { PrinterFault } from '../../../shared/slip.ts';
import type { Limits } from './limits.ts';
import { type Answer, type LastQuestion, openAnswers, PING, QUESTIONS } from './status.ts';
import type { Loss, Wire } from './wire.ts';

const nothing = (): void => undefined;

/** A wire on which answers are heard. */
export interface Talk {
	readonly wire: Wire;
	/** The next answer of this kind within `ms`. */
	readonly answer: (kind: Answer['kind'], ms: number) => Promise<Answer | Loss | 'silent'>;
	/** Answers of this kind that came so far answer nothing that is asked from now on. */
	readonly forget: (kind: Answer['kind']) => void;
}
export function talkOver(wire: Wire): Talk {
	const read = openAnswers();
	let answers: Answer[] = [];
	const hear = (): void => {
		for (const byte of wire.take()) {
			const answer = read(byte);
			if (answer) answers.push(answer);
		}
	};
	return {
		wire,
		answer: async (kind, ms) => {
			const seen = await wire.until(() => {
				hear();
				return answers.find((it) => it.kind === kind) ?? wire.loss();
			}, ms);
			if (typeof seen === 'object') answers = answers.filter((it) => it !== seen);
			return seen ?? 'silent';
		},
		forget: (kind) => {
			hear();
			answers = answers.filter((it) => it.kind !== kind);
		},
	};
}

/** `ready`: all was asked, and answered well. `mute`: no answer, or too slowly to ask all. */
export type Health =
	| { readonly is: 'ready'; readonly nearEnd: boolean }
	| { readonly is: 'trouble'; readonly fault: PrinterFault }
	| { readonly is: 'mute' | 'lost' };

/** `waitedMs`: what of healthMs is over already. */
export async function healthOf({ wire, answer, forget }: Talk, limits: Limits, waitedMs: number): Promise<Health> {
	const end = performance.now() + limits.healthMs - waitedMs;
	const left = (): number => Math.max(0, Math.min(limits.statusMs, end - performance.now()));
	let answered = false;
	let nearEnd = false;
	for (const question of QUESTIONS) {
		forget('now');
		const cut = await wire.write(question.ask, { stallMs: left(), giveUpMs: left(), onStall: nothing });
		if (cut === 'stalled') return { is: 'mute' };
		if (cut) return { is: 'lost' };
		const said = await answer('now', left());
		if (said === 'silent') {
			// Clones answer some of the questions and not others; one that had no time to answer says nothing.
			const inTime = performance.now() < end;
			return answered && inTime ? { is: 'ready', nearEnd } : { is: 'mute' };
		}
		if (typeof said === 'string') return { is: 'lost' };
		if (said.kind === 'report') continue;
		answered = true;
		const word = question.means(said.bits);
		if (word.fault) return { is: 'trouble', fault: word.fault };
		nearEnd ||= word.nearEnd;
	}
	return { is: 'ready', nearEnd };
}

/**
 * A job that broke off leaves its rest, and its question, in the printer: they are worked off when it goes on, and that late
 * answer must not be taken for the next slip's. So it is asked once more, and answers are taken until there are no more: the
 * printer has had `quietMs` for another one, and whatever it said by then is here, however slow the way is, because the
 * answer to a question that it answers at once has come behind it.
 */
export async function backlogGone(talk: Talk, { ask, kind }: LastQuestion, limits: Limits): Promise<boolean> {
	const { wire, answer, forget } = talk;
	const { statusMs, backlogMs, quietMs } = limits;
	forget(kind);
	if (await wire.write(ask, { stallMs: statusMs, giveUpMs: statusMs, onStall: nothing })) return false;
	let said = await answer(kind, backlogMs);
	for (let heard = 0; heard < MOST_LEFT && typeof said === 'object'; heard++) {
		said = await answer(kind, quietMs);
		if (said !== 'silent') continue;
		if (!(await answersNow(talk, limits))) return false;
		said = await answer(kind, 0);
		if (said === 'silent') return true;
	}
	return false;
}

/** A job leaves one answer behind, or a few; a printer that has always one more says it to anything, and is not to be trusted. */
const MOST_LEFT = 16;

/** Whether there and back again is possible within the time of a question. */
async function answersNow({ wire, answer, forget }: Talk, { statusMs }: Limits): Promise<boolean> {
	forget('now');
	if (await wire.write(PING, { stallMs: statusMs, giveUpMs: statusMs, onStall: nothing })) return false;
	return typeof (await answer('now', statusMs)) === 'object';
}
