// What the wall may ask of the hall, and how the answer is said beside the button that asked.

import type { Nothing, Reply, ReprintAsk, Reprinting } from '../../shared/contract.ts';
import type { PrinterId } from '../../shared/id.ts';
import { words } from '../manager/words.ts';

export interface Deeds {
	readonly test: (id: PrinterId) => Promise<Reply<Nothing>>;
	readonly roll: (id: PrinterId, rollMm: number) => Promise<Reply<Nothing>>;
	readonly cancel: (id: PrinterId) => Promise<Reply<{ readonly cancelled: number }>>;
	readonly reprint: (ask: ReprintAsk) => Promise<Reply<Reprinting>>;
}

/** The outcome of a press, beside the button it was. */
export interface News {
	readonly good: boolean;
	readonly text: string;
}

export const newsOf = <Value>(reply: Reply<Value>, said: (value: Value) => string): News =>
	reply.ok ? { good: true, text: said(reply.value) } : { good: false, text: words.common.refusal(reply.refusal) };
