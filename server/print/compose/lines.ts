// How a slip is laid out: slip -> lines as data, for the columns and glyphs of one printer, in the order that the hall has
// set. Words are wrapped, never swallowed: longer than a line is broken, longer than its place ends in "...". No bytes here.
// On 80 mm paper a slip with one service and its QR code takes about 125 mm, of which the number has 24.

import { dayOf } from '../../../shared/day.ts';
import type { SlipBlock } from '../../../shared/slip.ts';
import type { Words } from '../../../shared/words/words.ts';
import type { Bitmap } from './bitmap.ts';
import { drawn } from './font/font.ts';
import { ASCII, isPrinted, printable } from './glyphs.ts';
import { logoOf } from './logo.ts';
import type { Profile } from './profile.ts';
import { qrContent, qrOf, TICKET_DOTS, WIFI_DOTS, wifiContent } from './qr.ts';
import type { Slip, SlipHall, SlipPlace, TestSlip } from './slip.ts';

/** How many times the normal font, in width and height. */
export type Scale = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
export type Align = 'left' | 'center';

export type Line =
	| {
			readonly kind: 'text';
			readonly text: string;
			readonly scale: Scale;
			readonly align: Align;
			readonly bold: boolean;
	  }
	| { readonly kind: 'rule' }
	/** `dots`: at most so many to a module. */
	| { readonly kind: 'qr'; readonly content: string; readonly dots: number }
	/** The logo, or a row that the printer's own glyphs cannot say; `says` is what can be read in it. */
	| { readonly kind: 'raster'; readonly picture: Bitmap; readonly align: Align; readonly says: string }
	| { readonly kind: 'feed'; readonly lines: number }
	/** The end of the slip: cut, or fed past the tear bar. */
	| { readonly kind: 'cut' };

const SCALES: readonly Scale[] = [8, 7, 6, 5, 4, 3, 2, 1];
/** A name of ten thousand letters must not print metres of paper. */
const MOST_ROWS = 4;
const MOST_REQUIREMENTS = 8;
const CUT_OFF = '...';
const BOX = '[ ] ';

/** The largest, up to `most`, at which the text fits on one line; 1 when it does not fit at all. */
export const largest = (text: string, columns: number, most: Scale = 8): Scale =>
	SCALES.find((scale) => scale <= most && text.length * scale <= columns) ?? 1;

/** The text in rows of at most `columns` characters, broken between words wherever a word fits on a row. */
export function wrap(text: string, columns: number, mostRows = MOST_ROWS): readonly string[] {
	const rows: string[] = [];
	let row = '';
	for (const word of text.split(' ')) {
		if (row !== '' && row.length + 1 + word.length <= columns) {
			row += ` ${word}`;
			continue;
		}
		if (row !== '') rows.push(row);
		row = word;
		for (; row.length > columns; row = row.slice(columns)) rows.push(row.slice(0, columns));
		if (rows.length > mostRows) break;
	}
	if (row !== '') rows.push(row);
	const last = rows[mostRows - 1];
	if (rows.length <= mostRows || last === undefined) return rows;
	return [...rows.slice(0, mostRows - 1), `${last.slice(0, columns - CUT_OFF.length).trimEnd()}${CUT_OFF}`];
}

interface Style {
	readonly scale?: Scale;
	readonly align?: Align;
	readonly bold?: boolean;
}

export const FEED: Line = { kind: 'feed', lines: 1 };
export const RULE: Line = { kind: 'rule' };
export const CUT: Line = { kind: 'cut' };

/** The pen for one printer: sentences in, rows of its width and glyphs out. */
export function penFor({ columns, codePage, dots }: Profile) {
	const glyphs = (text: string): string => printable(text, codePage);
	const row = (text: string, { scale = 1, align = 'center', bold = false }: Style): Line =>
		isPrinted(text, codePage)
			? { kind: 'text', text, scale, align, bold }
			: { kind: 'raster', picture: drawn(text, scale, bold ? 2 : 1), align, says: text };
	const text = (sentence: string, style: Style = {}): readonly Line[] =>
		wrap(glyphs(sentence), Math.floor(columns / (style.scale ?? 1))).map((it) => row(it, style));
	return {
		glyphs,
		text,
		/** Short facts side by side where they fit on one line, else each on its own. */
		together: (facts: readonly string[], style: Style = {}): readonly Line[] => {
			const joined = glyphs(facts.join(' · '));
			const scale = style.scale ?? 1;
			// Large under each other says more than small beside each other.
			const each = facts.map((fact) => largest(glyphs(fact), columns, scale));
			if (joined.length <= columns && (joined.length * scale <= columns || each.some((it) => it < scale)))
				return text(joined, { ...style, scale: largest(joined, columns, scale) });
			return facts.flatMap((fact, place) => text(fact, { ...style, scale: each[place] ?? 1 }));
		},
		/** As large as it can be on one line. */
		large: (sentence: string, style: Style): readonly Line[] =>
			text(sentence, { ...style, scale: largest(glyphs(sentence), columns, style.scale) }),
		mark: (sentence: string): readonly Line[] => text(`** ${sentence} **`, { bold: true }),
		/** A box to tick, and the rows of its text under each other beside it. */
		box: (sentence: string): readonly Line[] =>
			wrap(glyphs(sentence), columns - BOX.length).map((it, place) =>
				row(`${place === 0 ? BOX : ' '.repeat(BOX.length)}${it}`, { align: 'left' }),
			),
		/** With what is said under it; nothing at all where it would not be legible. */
		qr: (content: string, most: number, under: readonly Line[]): readonly Line[] =>
			qrOf(content, dots, most) ? [{ kind: 'qr', content, dots: most }, ...under] : [],
		logo: (base64: string | null): readonly Line[] => {
			const picture = base64 === null ? null : logoOf(base64, dots);
			return picture ? [{ kind: 'raster', picture, align: 'center', says: '' }] : [];
		},
	};
}
type Pen = ReturnType<typeof penFor>;

/**
 * Blocks of one part stand together; what stands above a part that is not the first: a rule between what the hall says
 * and what the visitor asked for, else a line of white.
 */
const PART: Readonly<Record<SlipBlock, { readonly part: string; readonly above: readonly Line[] }>> = {
	logo: { part: 'logo', above: [FEED] },
	hall: { part: 'head', above: [FEED] },
	number: { part: 'number', above: [RULE] },
	places: { part: 'places', above: [FEED] },
	requirements: { part: 'requirements', above: [FEED] },
	advice: { part: 'advice', above: [FEED] },
	// Its own clear space is above it.
	qr: { part: 'qr', above: [] },
	wifi: { part: 'wifi', above: [FEED] },
	time: { part: 'foot', above: [RULE] },
	complaint: { part: 'foot', above: [RULE] },
};

export const hallName = ({ text }: Pen, { name, city }: SlipHall): readonly Line[] => [
	...text(name, { bold: true }),
	...(name.toLowerCase().includes(city.toLowerCase()) ? [] : text(city)),
];

function placesOf(pen: Pen, { places, hall }: Slip, words: Words): readonly Line[] {
	const said = words.slip;
	const place = (it: SlipPlace, heading: string, style: Style): readonly Line[] => [
		...pen.text(heading, { ...style, scale: 1, bold: true }),
		...pen.text(it.service, { ...style, scale: 1 }),
		...(it.ahead === null
			? []
			: pen.together([words.common.ahead(it.ahead), it.wait ? words.common.wait(it.wait) : said.waitUnknown], {
					...style,
					scale: 1,
				})),
		...(style.scale === 1 ? [] : [FEED]),
		...pen.together([...(it.counters.length > 0 ? [said.counters(it.counters, hall.desk)] : []), said.zone(it.zone)], {
			...style,
			bold: true,
		}),
	];
	const [only, ...more] = places;
	// With one service, where to go may be large.
	if (only && more.length === 0) return place(only, only.agency, { align: 'center', scale: 2 });
	return [
		...pen.text(said.several(places.length)),
		...places.flatMap((it, index) => [
			FEED,
			...place(it, said.place(index + 1, it.agency), { align: 'left', scale: 1 }),
		]),
	];
}

function requirementsOf(pen: Pen, { places }: Slip, words: Words): readonly Line[] {
	const said = words.slip;
	const lists = places.flatMap((it, index): readonly (readonly Line[])[] => {
		if (it.requirements.length === 0) return [];
		const left = it.requirements.length - MOST_REQUIREMENTS;
		return [
			[
				...(places.length > 1 ? pen.text(said.place(index + 1, it.service), { align: 'left' }) : []),
				...it.requirements.slice(0, MOST_REQUIREMENTS).flatMap(pen.box),
				...(left > 0 ? pen.text(said.moreRequirements(left), { align: 'left' }) : []),
			],
		];
	});
	return lists.length > 0 ? [...pen.text(said.requirements, { align: 'left', bold: true }), ...lists.flat()] : [];
}

function wifiOf(pen: Pen, { layout }: SlipHall, words: Words): readonly Line[] {
	const { wifi } = layout;
	if (!wifi) return [];
	const said = words.slip;
	const network = pen.text(said.wifi(wifi.name), { bold: true });
	const password = wifi.password === null ? [] : pen.text(said.wifiPassword(wifi.password));
	return [...pen.qr(wifiContent(wifi), WIFI_DOTS, []), ...network, ...password];
}

/** The second copy is for the desk: it leads nobody to the page of a ticket, and lets nobody into the network. */
type Copy = 'first' | 'second';

function copyOf(slip: Slip, pen: Pen, words: Words, copy: Copy): readonly Line[] {
	const { hall } = slip;
	const said = words.slip;
	const { time } = words.common;
	const drawBlock: Readonly<Record<SlipBlock, () => readonly Line[]>> = {
		logo: () => pen.logo(hall.layout.logo),
		hall: () => hallName(pen, hall),
		number: () => [
			...pen.text(said.yourNumber),
			...(slip.priority ? pen.mark(said.priority) : []),
			...pen.large(slip.number, { bold: true }),
		],
		places: () => placesOf(pen, slip, words),
		requirements: () => requirementsOf(pen, slip, words),
		advice: () => pen.text(said.please),
		qr: () => (copy === 'first' ? pen.qr(qrContent(slip.address), TICKET_DOTS, pen.text(said.scan)) : []),
		wifi: () => (copy === 'first' ? wifiOf(pen, hall, words) : []),
		time: () =>
			pen.together([time.date(dayOf(slip.takenAt, hall.timeZone)), time.clockZone(slip.takenAt, hall.timeZone)]),
		complaint: () => (hall.complaintLine === '' ? [] : pen.text(said.complaint(hall.complaintLine))),
	};
	// A slip without its number is none, whatever the hall's layout says.
	const { blocks } = hall.layout;
	const wanted: readonly SlipBlock[] = blocks.includes('number') ? blocks : ['number', ...blocks];
	const lines: Line[] = [
		...(hall.demo ? pen.mark(said.example) : []),
		...(slip.reprintedAt === null ? [] : pen.mark(said.reprint(time.clockZone(slip.reprintedAt, hall.timeZone)))),
		...(copy === 'second' ? pen.mark(said.copy) : []),
	];
	let before: string | null = lines.length > 0 ? 'head' : null;
	for (const block of wanted) {
		const content = drawBlock[block]();
		if (content.length === 0) continue;
		const { part, above } = PART[block];
		// Large digits have white enough of their own under them.
		const white = before === 'number' && above[0] === FEED;
		if (before !== null && before !== part && !white) lines.push(...above);
		lines.push(...content);
		before = part;
	}
	return [...lines, ...(hall.layout.note === '' ? [] : pen.text(hall.layout.note)), CUT];
}

/** The slip for this printer. Deterministic: the same slip gives the same lines, however often it is drawn. */
export function linesOf(slip: Slip, profile: Profile, words: Words): readonly Line[] {
	const pen = penFor(profile);
	const first = copyOf(slip, pen, words, 'first');
	return slip.hall.layout.copies === 1 ? first : [...first, ...copyOf(slip, pen, words, 'second')];
}

/** Sizes that a test slip shows; larger ones are the number's on every other slip. */
const TEST_SCALES: readonly Scale[] = [1, 2, 3, 4];
/** Letters and signs that a hall's names hold; what the printer lacks is drawn, as on a slip. */
const TEST_GLYPHS = 'à á â ä å ç é è ê ë í ñ ó ö ø ú ü ß · ° ½ « » €';

/** A slip that shows what this printer makes of everything a slip may hold. */
export function testLines(test: TestSlip, profile: Profile, words: Words): readonly Line[] {
	const pen = penFor(profile);
	const { hall, at } = test;
	const said = words.slip.test;
	const { time } = words.common;
	const when = [time.date(dayOf(at, hall.timeZone)), time.clockZone(at, hall.timeZone)];
	const logo = pen.logo(hall.layout.logo);
	const ruler = '1234567890'.repeat(Math.ceil(profile.columns / 10)).slice(0, profile.columns);
	return [
		...pen.mark(said.title),
		...(logo.length > 0 ? [FEED, ...logo, FEED] : []),
		...hallName(pen, hall),
		RULE,
		...pen.text(test.printer, { bold: true }),
		...pen.text(test.profile),
		FEED,
		...pen.text(said.columns(profile.columns), { align: 'left' }),
		...pen.text(ruler, { align: 'left' }),
		...TEST_SCALES.flatMap((scale) => pen.text(said.size(scale), { scale, align: 'left' })),
		...pen.text(said.bold, { align: 'left', bold: true }),
		...pen.text(TEST_GLYPHS, { align: 'left' }),
		...pen.qr(printable([test.printer, ...when].join(', '), ASCII), TICKET_DOTS, pen.text(said.scan)),
		RULE,
		...pen.together(when),
		CUT,
	];
}

/** What a slip says, for those who do not see the picture: its rows, one under the other. */
export const altOf = (lines: readonly Line[]): string =>
	lines
		.flatMap((line) => {
			if (line.kind === 'text') return [line.text.trim()];
			return line.kind === 'raster' && line.says !== '' ? [line.says.trim()] : [];
		})
		.join('\n');
