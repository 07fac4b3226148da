// What the address of this screen asks for: ?zone=2 for the board of one zone, ?look={…} only to look at a board that is laid
// out so, nothing for the whole hall.

import type { BoardLayout } from '../shared/board.ts';

/** `look`: this page is no board of the hall, it watches one; the hall checks at its door what the layout says. */
export type Asked =
	| { readonly ok: true; readonly zone: number | null; readonly look: BoardLayout | null }
	| { readonly ok: false };

export function readAddress(search: string): Asked {
	const asked = new URLSearchParams(search);
	const [zone, look] = [asked.get('zone'), asked.get('look')];
	if (look !== null) {
		const layout = readLook(look);
		return layout === null ? { ok: false } : { ok: true, zone: null, look: layout };
	}
	if (zone === null) return { ok: true, zone: null, look: null };
	return /^[1-9]\d{0,2}$/.test(zone) ? { ok: true, zone: Number(zone), look: null } : { ok: false };
}

function readLook(text: string): BoardLayout | null {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && 'scope' in value ? (value as BoardLayout) : null;
	} catch {
		// Typed by hand, or cut off on its way here.
		return null;
	}
}
