// The few things a console asks over HTTP: signing in and off, the counters to choose from, the report. What only a
// manager asks of printers and slips stands in manager/api.ts.
// Always answers with a Reply; the hall's own refusals and a server that is away look alike to the caller.

import type { Reply, SignedIn, SignInAsk } from '../shared/contract.ts';
import type { Day } from '../shared/day.ts';
import { type CounterNumber, SECOND } from '../shared/id.ts';
import type { Report, ReportGroup } from '../shared/report.ts';

export interface CounterChoice {
	readonly number: CounterNumber;
	readonly agency: string;
}

export const ANSWER_WITHIN = 10 * SECOND;
/** A year of a busy hall may take the server a while. */
const REPORT_WITHIN = 30 * SECOND;

export async function call<Value>(
	method: 'GET' | 'POST' | 'PUT' | 'DELETE',
	/** Of the API, or from the root of the server. */
	path: string,
	/** A file is sent as it is, anything else as JSON. */
	body: unknown,
	within: number,
	/** Reads an answer that is no JSON; null where there is none such. */
	picture: ((response: Response) => Promise<Value>) | null = null,
): Promise<Reply<Value>> {
	// A header of our own on every change: a form on a foreign page cannot send it.
	const headers: Record<string, string> = method === 'GET' ? {} : { 'x-giliran': '1' };
	const file = body instanceof Blob ? body : null;
	if (body !== null) headers['content-type'] = file?.type ?? 'application/json';
	try {
		const response = await fetch(path.startsWith('/') ? path : `/api/v1/${path}`, {
			method,
			headers,
			body: file ?? (body === null ? null : JSON.stringify(body)),
			signal: AbortSignal.timeout(within),
		});
		if (response.headers.get('content-type')?.includes('json')) return await response.json();
		if (response.ok && picture) return { ok: true, value: await picture(response) };
		return { ok: false, refusal: { code: 'internal', reference: `HTTP ${response.status}` } };
	} catch (error) {
		const late = error instanceof DOMException && error.name === 'TimeoutError';
		return { ok: false, refusal: { code: late ? 'no_answer' : 'offline' } };
	}
}

const range = (from: Day, to: Day): string => `from=${from}&to=${to}`;

export const whoIsHere = (): Promise<Reply<SignedIn>> => call('GET', 'sessions/current', null, ANSWER_WITHIN);
export const signIn = (ask: SignInAsk): Promise<Reply<SignedIn>> => call('POST', 'sessions', ask, ANSWER_WITHIN);
export const signOff = (): Promise<Reply<unknown>> => call('DELETE', 'sessions/current', null, ANSWER_WITHIN);
export const counters = (): Promise<Reply<readonly CounterChoice[]>> => call('GET', 'counters', null, ANSWER_WITHIN);
export const report = (from: Day, to: Day): Promise<Reply<Report>> =>
	call('GET', `report?${range(from, to)}`, null, REPORT_WITHIN);
export const csvAddress = (from: Day, to: Day, by: ReportGroup): string =>
	`/api/v1/report.csv?${range(from, to)}&by=${by}`;
