// Becoming an agent of a hall: the code that somebody made there, for a token, once.

import type { Reply } from '../shared/contract.ts';
import { SECOND } from '../shared/id.ts';
import { words } from '../shared/words/words.ts';
import { Refused } from './refused.ts';

export interface Paired {
	readonly token: string;
	readonly name: string;
}

const ANSWER_WITHIN = 5 * SECOND;
const { wrong } = words.id.agent;

export async function pair(server: string, code: string): Promise<Paired> {
	// The code is told to a Giliran only, and only to one that goes by this name.
	const there = await answerOf(server, '/health/live', {});
	if (!isObject(there) || !('status' in there)) throw new Refused(wrong.notGiliran(server));
	const reply = await answerOf(server, '/api/v1/pair', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ code, role: 'agent' }),
	});
	if (!isObject(reply) || !('ok' in reply)) throw new Refused(wrong.notGiliran(server));
	const answer = reply as Reply<Paired>;
	if (answer.ok) return { token: answer.value.token, name: answer.value.name };
	throw new Refused(sentences[answer.refusal.code] ?? wrong.failed(answer.refusal.code));
}

async function answerOf(server: string, path: string, request: RequestInit): Promise<unknown> {
	// Redirects: the token is from this server and for it, and for none that it may name.
	const asked = { ...request, redirect: 'error', signal: AbortSignal.timeout(ANSWER_WITHIN) } as const;
	const response = await fetch(`${server}${path}`, asked).catch((error: unknown) => {
		throw new Refused(wrong.noServer(server), { cause: error });
	});
	return response.json().catch((error: unknown) => {
		throw new Refused(wrong.notGiliran(server), { cause: error });
	});
}
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const sentences: Readonly<Record<string, string>> = {
	unknown: wrong.code,
	not_allowed: wrong.role,
	too_fast: wrong.tooOften,
};
