// What the manager asks of printers and slips over HTTP.

import type { Nothing, Reply, ReprintAsk, Reprinting } from '../../shared/contract.ts';
import { type PrinterId, SECOND } from '../../shared/id.ts';
import type { SlipLayout } from '../../shared/slip.ts';
import type { PrinterWall } from '../../shared/views.ts';
import { ANSWER_WITHIN, call } from '../api.ts';

export interface ProfileChoice {
	readonly id: string;
	readonly label: string;
	/** Width of the roll in millimetres. */
	readonly paper: 58 | 80;
}

/** Asked every two seconds: what takes longer is told as lost, not waited for. */
const WALL_WITHIN = 4 * SECOND;

export const printers = (): Promise<Reply<PrinterWall>> => call('GET', 'printers', null, WALL_WITHIN);
export const testSlip = (id: PrinterId): Promise<Reply<Nothing>> =>
	call('POST', `printers/${id}/test`, {}, ANSWER_WITHIN);
export const newRoll = (id: PrinterId, rollMm: number): Promise<Reply<Nothing>> =>
	call('POST', `printers/${id}/roll`, { rollMm }, ANSWER_WITHIN);
export const cancelWaiting = (id: PrinterId): Promise<Reply<{ readonly cancelled: number }>> =>
	call('POST', `printers/${id}/cancel`, {}, ANSWER_WITHIN);
export const reprint = (ask: ReprintAsk): Promise<Reply<Reprinting>> => call('POST', 'reprints', ask, ANSWER_WITHIN);

export const slipLayout = (): Promise<Reply<{ readonly layout: SlipLayout }>> =>
	call('GET', 'slip-layout', null, ANSWER_WITHIN);
export const saveLayout = (layout: SlipLayout): Promise<Reply<Nothing>> =>
	call('PUT', 'slip-layout', layout, ANSWER_WITHIN);
export const profiles = (): Promise<Reply<{ readonly profiles: readonly ProfileChoice[] }>> =>
	call('GET', 'profiles', null, ANSWER_WITHIN);
/** The picture as an address that a page may show. */
export const preview = (layout: SlipLayout, profile: string): Promise<Reply<string>> =>
	call('POST', 'slip-preview', { layout, profile }, ANSWER_WITHIN, async (response) =>
		addressOf(await response.blob()),
	);

/** Whole in itself, so that nothing has to be thrown away again. */
const addressOf = (picture: Blob): Promise<string> =>
	new Promise((done, fail) => {
		const reader = new FileReader();
		reader.onload = () => done(String(reader.result));
		reader.onerror = () => fail(reader.error);
		reader.readAsDataURL(picture);
	});
