// How much of a roll is left, reckoned from what was printed: a guess, and rounded so that it looks like one. Pure.

import type { PrinterState } from '../../shared/slip.ts';

/** A slip with the usual blocks, on 80 mm paper; a narrow one is longer and a bare one shorter. */
const SLIP_MM = 140;

export interface PaperLeft {
	/** What the printer's own eye says goes before any reckoning. */
	readonly known: 'reckoned' | 'near_end' | 'paper_out';
	/** Of the whole roll, 0 to 1. */
	readonly share: number;
	readonly metres: number;
	/** To two figures. */
	readonly slips: number;
}

/** A roll that is nearly empty shows no more than this on its bar. */
const NEARLY = 0.08;

export function paperLeft(
	{ rollMm, usedMm }: { readonly rollMm: number; readonly usedMm: number },
	state: PrinterState,
): PaperLeft {
	if (state === 'paper_out') return { known: state, share: 0, metres: 0, slips: 0 };
	const mm = Math.max(0, rollMm - usedMm);
	const share = Math.min(1, mm / rollMm);
	if (state === 'near_end') return { known: state, share: Math.min(NEARLY, share), metres: 0, slips: 0 };
	return { known: 'reckoned', share, metres: Math.round(mm / 1000), slips: roughly(mm / SLIP_MM) };
}

function roughly(count: number): number {
	const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
	return Math.floor(count / unit) * unit;
}

/** From the end of a roll to the largest that fits any printer. */
const LEAST_METRES = 1;
const MOST_METRES = 500;

/** "30", "47,5": metres as they stand on the package; null where it is no such length. */
export function rollLength(typed: string): number | null {
	const text = typed.trim().replace(',', '.');
	const metres = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
	return metres >= LEAST_METRES && metres <= MOST_METRES ? Math.round(metres * 1000) : null;
}
