// What a notice says in Indonesian, as the names of recorded clips: whole sentences for those that never change, and a few
// phrases around numbers for a desk that pauses or closes.

import type { CounterNumber } from './id.ts';
import type { DeskNotice, SpokenNotice } from './notices.ts';
import { cardinal, type DeskWord, type NameClip, prefixClips } from './speech.ts';

/** Recorded besides the clips of calls. A hall's own sentences are name clips. */
export const NOTICE_CLIPS = [
	...(['phrase-desk-loket', 'phrase-desk-meja', 'phrase-desk-ruang', 'phrase-break', 'phrase-closed'] as const),
	...(['phrase-queue', 'phrase-served-at', 'phrase-and', 'phrase-others', 'phrase-still-valid'] as const),
	...(['notice-closing', 'notice-prayer', 'notice-gratification'] as const),
] as const;

/** Of more desks nobody remembers the numbers. */
export const MOST_DESKS_NAMED = 4;

/** What is said in one breath each. */
export function noticeBreaths(notice: SpokenNotice, desk: DeskWord): readonly (readonly string[])[] {
	switch (notice.kind) {
		case 'closing':
		case 'prayer':
		case 'gratification':
			return [[`notice-${notice.kind}`]];
		case 'own':
			return [[ownNoticeClip(notice.id)]];
		case 'break':
		case 'closed':
			return deskBreaths(notice, desk);
	}
}

/** The recording of what a hall announces in its own words. */
export const ownNoticeClip = (id: string): NameClip => `notice-${id}`;

function deskBreaths({ kind, counter, prefix, elsewhere }: DeskNotice, desk: DeskWord): readonly (readonly string[])[] {
	const itself = [`phrase-desk-${desk}`, ...cardinal(counter), `phrase-${kind}`];
	if (elsewhere.length === 0) return [itself, ['phrase-number', ...prefixClips(prefix), 'phrase-still-valid']];
	const served = ['phrase-queue', ...prefixClips(prefix), 'phrase-served-at', `phrase-desk-${desk}`];
	if (elsewhere.length > MOST_DESKS_NAMED) return [itself, [...served, 'phrase-others']];
	const [first = [], ...more] = listed(elsewhere);
	return [itself, [...served, ...first], ...more];
}

/** "satu dan dua" in one breath; of three, each in its own, or "dua puluh, satu" would be twenty-one. */
function listed(counters: readonly CounterNumber[]): readonly (readonly string[])[] {
	const names = counters.map(cardinal);
	const last = names.at(-1) ?? [];
	const before = names.slice(0, -1);
	if (before.length < 2) return [before.length === 0 ? last : [...before.flat(), 'phrase-and', ...last]];
	return [...before, ['phrase-and', ...last]];
}
