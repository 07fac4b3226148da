// What is said of something that did not work: the cause and the cure, where the hall named them.

import type { Refusal } from '../../shared/refusal.ts';
import { words } from './words.ts';

export function sayRefusal(no: Refusal): string {
	if (no.code === 'recording') return words.faults[no.fault];
	if (no.code === 'voice_pack') return words.pack.fault(no.fault, no.entry);
	return words.common.refusal(no);
}

/** "0,48": seconds as Indonesia writes them. */
export const secondsText = (seconds: number): string => seconds.toFixed(seconds < 10 ? 2 : 1).replace('.', ',');
