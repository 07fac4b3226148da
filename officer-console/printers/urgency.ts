// Which printer needs somebody first, and which trouble is news. Pure.

import { isTrouble, type PrinterState } from '../../shared/slip.ts';
import type { PrinterNow, PrinterWall } from '../../shared/views.ts';

export type PrinterCard = PrinterWall['printers'][number];

const rank = (state: PrinterState): number => (isTrouble(state) ? 0 : state === 'near_end' ? 1 : 2);

/** Trouble first, the longest first, then what is nearly empty; the others stay where the hall has them. */
export const byUrgency = <P extends PrinterNow>(printers: readonly P[]): readonly P[] =>
	[...printers].sort((a, b) => rank(a.state) - rank(b.state) || (rank(a.state) === 0 ? a.since - b.since : 0));

export const inTrouble = <P extends PrinterNow>(printers: readonly P[]): readonly P[] =>
	byUrgency(printers).filter((it) => isTrouble(it.state));

/** Came into trouble since the last look: another fault of a printer that was in trouble already is none. */
export const isNews = (before: readonly PrinterNow[], after: readonly PrinterNow[]): boolean =>
	inTrouble(after).some((it) => !inTrouble(before).some((was) => was.id === it.id));
