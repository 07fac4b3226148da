// What has become of the paper, as the visitor must know it: on its way, in the hand, perhaps, or not there. Pure.

import type { PrinterFault, SlipFault } from '../shared/slip.ts';
import type { SlipNow } from '../shared/views.ts';

/** `missing` also while it waits for a printer in trouble: the visitor stands there with nothing. */
export type Paper = 'coming' | 'out' | 'unsure' | 'missing';

export function paperOf({ state, fault }: SlipNow): Paper {
	if (state === 'printed') return 'out';
	if (state === 'unconfirmed') return 'unsure';
	return state === 'failed' || (fault && fault !== 'near_end') ? 'missing' : 'coming';
}

/** What may still come by itself: a slip that was not sent, or one whose printer has only gone quiet. */
export type Hope = 'mended' | 'late' | 'none';

const HOPES: Readonly<Record<PrinterFault, Hope>> = {
	paper_out: 'mended',
	cover_open: 'mended',
	cutter: 'mended',
	offline: 'mended',
	refused: 'mended',
	unreachable: 'mended',
	stalled: 'late',
	reset: 'mended',
};
/** The printer answers, or never was the reason; of every other fault only who mends it can bring the slip. */
const CURED_BY_PRESSING: readonly SlipFault[] = ['stalled', 'reset', 'cancelled', 'too_late'];
const isPrinterFault = (fault: SlipFault): fault is PrinterFault => fault in HOPES;

export const hopeOf = (fault: SlipFault | null): Hope => (fault && isPrinterFault(fault) ? HOPES[fault] : 'none');

/** Pressing "Cetak lagi" may bring a missing slip out of the very same printer. */
export const pressingHelps = (fault: SlipFault | null): boolean => fault === null || CURED_BY_PRESSING.includes(fault);
