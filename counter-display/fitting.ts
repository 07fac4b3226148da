// How large a list beside the calls is set: as large as it has room for, and never smaller than can be read; what has no
// room then is counted.

interface Size {
	readonly name: 'large' | 'middle' | 'small';
	/** Of one line. */
	readonly signs: number;
	/** That there is room for. */
	readonly lines: number;
}

/** As info.css sets them. Below what a service asks for stand its fee and its time; what the hall has stands alone. */
const SIZES = {
	service: [
		{ name: 'large', signs: 34, lines: 4 },
		{ name: 'middle', signs: 41, lines: 5 },
		{ name: 'small', signs: 50, lines: 7 },
	],
	facilities: [
		{ name: 'large', signs: 34, lines: 7 },
		{ name: 'middle', signs: 41, lines: 9 },
		{ name: 'small', signs: 50, lines: 12 },
	],
} as const satisfies Readonly<Record<string, readonly [Size, Size, Size]>>;
export type Listed = keyof typeof SIZES;

export interface Fitting {
	readonly size: Size['name'];
	readonly items: readonly string[];
	/** How many are left out; to say so takes a line. */
	readonly left: number;
}

const linesOf = (items: readonly string[], { signs }: Size): number =>
	items.reduce((sum, it) => sum + Math.ceil(it.length / signs), 0);

/** The largest size at which all have room; else the smallest, and as many as it holds. */
export function fitting(listed: Listed, all: readonly string[]): Fitting {
	const sizes: readonly Size[] = SIZES[listed];
	const roomy = sizes.find((size) => linesOf(all, size) <= size.lines);
	if (roomy) return { size: roomy.name, items: all, left: 0 };
	const [, , small] = SIZES[listed];
	const most = all.findIndex((_, index) => linesOf(all.slice(0, index + 1), small) >= small.lines);
	return { size: small.name, items: all.slice(0, most), left: all.length - most };
}
