// How slips are laid out: from the words of a hall file to the layout, and back.

import { DEFAULT_LAYOUT, SLIP_BLOCKS, type SlipBlock, type SlipLayout } from '../../shared/slip.ts';
import { BLOCK_NAMES, LOGO_PATTERN, type SlipEntry } from './format.ts';
import type { Words } from './json.ts';

/** The two lists name the same parts in the same order. */
const nameOf = (block: SlipBlock): (typeof BLOCK_NAMES)[number] => {
	const name = BLOCK_NAMES[SLIP_BLOCKS.indexOf(block)];
	if (!name) throw new Error(`the part ${block} has no name in a hall file`);
	return name;
};
const blockOf = (name: (typeof BLOCK_NAMES)[number]): readonly SlipBlock[] => {
	const block = SLIP_BLOCKS[BLOCK_NAMES.indexOf(name)];
	return block ? [block] : [];
};

export const slipLayout = (it: SlipEntry | undefined): SlipLayout => ({
	blocks: it?.bagian ? it.bagian.flatMap(blockOf) : DEFAULT_LAYOUT.blocks,
	copies: it?.salinan ? 2 : 1,
	logo: LOGO_PATTERN.exec(it?.logo ?? '')?.[1] ?? null,
	wifi: it?.wifi ? { name: it.wifi.nama, password: it.wifi.sandi ?? null } : null,
	note: it?.catatan ?? '',
});

/** Leaves out (undefined) what is as on every slip of which a file says nothing; undefined when all of it is. */
export function slipWords({ blocks, copies, logo, wifi, note }: SlipLayout): Words | undefined {
	const words = {
		bagian: blocks.join() === DEFAULT_LAYOUT.blocks.join() ? undefined : blocks.map(nameOf),
		salinan: copies === 2 ? true : undefined,
		logo: logo === null ? undefined : `data:image/png;base64,${logo}`,
		wifi: wifi === null ? undefined : { nama: wifi.name, sandi: wifi.password ?? undefined },
		catatan: note === '' ? undefined : note,
	};
	return Object.values(words).every((it) => it === undefined) ? undefined : words;
}
