// The layout of a slip while it is edited: every block keeps its place in the list, printed or not, so that a switch moves
// nothing under the finger. Pure.

import { type LayoutFault, SLIP_BLOCKS, type SlipBlock, type SlipLayout } from '../../shared/slip.ts';

export interface Row {
	readonly block: SlipBlock;
	readonly on: boolean;
}

export interface Draft {
	/** Every block once, from the top. */
	readonly rows: readonly Row[];
	readonly copies: SlipLayout['copies'];
	readonly logo: string | null;
	readonly note: string;
	readonly wifiName: string;
	readonly wifiPassword: string;
}

/** What is not printed stands after the block that it usually follows. */
export function draftOf({ blocks, copies, logo, wifi, note }: SlipLayout): Draft {
	const rows: Row[] = [...new Set(blocks)].map((block) => ({ block, on: true }));
	for (const [place, block] of SLIP_BLOCKS.entries()) {
		if (rows.some((row) => row.block === block)) continue;
		const before = SLIP_BLOCKS[place - 1];
		rows.splice(rows.findIndex((row) => row.block === before) + 1, 0, { block, on: false });
	}
	return { rows, copies, logo, note, wifiName: wifi?.name ?? '', wifiPassword: wifi?.password ?? '' };
}

export const layoutOf = ({ rows, copies, logo, note, wifiName, wifiPassword }: Draft): SlipLayout => ({
	blocks: rows.filter((row) => row.on).map((row) => row.block),
	copies,
	logo,
	wifi:
		wifiName.trim() === '' && wifiPassword === '' ? null : { name: wifiName.trim(), password: wifiPassword || null },
	note: note.trim(),
});

export const sameLayout = (a: SlipLayout, b: SlipLayout): boolean =>
	JSON.stringify(layoutOf(draftOf(a))) === JSON.stringify(layoutOf(draftOf(b)));

/** The number is always printed. */
export const canSwitch = (block: SlipBlock): boolean => block !== 'number';

export const switched = (rows: readonly Row[], block: SlipBlock): readonly Row[] =>
	rows.map((row) => (row.block === block && canSwitch(block) ? { block, on: !row.on } : row));

/** One place up (-1) or down (1); at the end of the list it stays. */
export function moved(rows: readonly Row[], block: SlipBlock, by: -1 | 1): readonly Row[] {
	const from = rows.findIndex((row) => row.block === block);
	const [row, other] = [rows[from], rows[from + by]];
	if (!row || !other) return rows;
	const next = [...rows];
	next[from] = other;
	next[from + by] = row;
	return next;
}

/** Beside which part of the page a fault is said. */
export type Field = 'blocks' | 'note' | 'logo' | 'wifi';
export const FIELDS: Readonly<Record<LayoutFault, Field>> = {
	no_number: 'blocks',
	block_twice: 'blocks',
	note_too_long: 'note',
	logo_too_large: 'logo',
	wifi_name: 'wifi',
	wifi_password: 'wifi',
};
