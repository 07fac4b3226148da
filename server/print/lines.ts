// How a slip is laid out: slip -> lines as data, for the columns and glyphs of one printer. Words are wrapped, never
// swallowed: what is longer than a line is broken, what is longer than its place ends in "...". No bytes here.

import { dayOf } from '../../shared/day.ts';
import type { Words } from '../../shared/words/words.ts';
import { printable } from './glyphs.ts';
import type { Profile } from './profile.ts';
import { qrContent, qrOf } from './qr.ts';
import type { Slip, SlipPlace } from './slip.ts';

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
	| { readonly kind: 'qr'; readonly content: string }
	| { readonly kind: 'feed'; readonly lines: number }
	/** The end of the slip: cut, or fed past the tear bar. */
	| { readonly kind: 'cut' };

const SCALES: readonly Scale[] = [8, 7, 6, 5, 4, 3, 2, 1];
/** A name of ten thousand letters must not print metres of paper. */
const MOST_ROWS = 4;
const CUT_OFF = '...';

/** The largest at which the text fits on one line; 1 when it does not fit at all. */
export const largest = (text: string, columns: number): Scale =>
	SCALES.find((scale) => text.length * scale <= columns) ?? 1;

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

/** The slip for this printer. Deterministic: the same slip gives the same lines, however often it is drawn. */
export function linesOf(slip: Slip, profile: Profile, words: Words): readonly Line[] {
	const { columns, codePage } = profile;
	const said = words.slip;
	const { time } = words.common;
	const glyphs = (text: string): string => printable(text, codePage);

	const text = (sentence: string, { scale = 1, align = 'center', bold = false }: Style = {}): readonly Line[] =>
		wrap(glyphs(sentence), Math.floor(columns / scale)).map((row) => ({ kind: 'text', text: row, scale, align, bold }));
	/** Short facts side by side where they fit on one line, else each on its own. */
	const together = (facts: readonly string[], style: Style): readonly Line[] => {
		const joined = glyphs(facts.join(' · '));
		return joined.length <= columns ? text(joined, style) : facts.flatMap((fact) => text(fact, style));
	};
	const mark = (sentence: string): readonly Line[] => text(`** ${sentence} **`, { bold: true });

	const place = (it: SlipPlace, heading: string, align: Align): readonly Line[] => [
		...text(heading, { bold: true, align }),
		...text(it.service, { align }),
		...together([words.common.ahead(it.ahead), it.wait ? words.common.wait(it.wait) : said.waitUnknown], { align }),
		...together([...(it.counters.length > 0 ? [said.counters(it.counters)] : []), said.zone(it.zone)], {
			align,
			bold: true,
		}),
	];
	const number = glyphs(slip.number);
	const { hall } = slip;
	const day = time.date(dayOf(slip.takenAt, hall.timeZone));
	const content = qrContent(slip.address);
	const [only, ...more] = slip.places;

	const head: readonly Line[] = [
		...(hall.demo ? mark(said.example) : []),
		...(slip.reprintedAt === null ? [] : mark(said.reprint(time.clockZone(slip.reprintedAt, hall.timeZone)))),
		...text(hall.name, { bold: true }),
		...(hall.name.toLowerCase().includes(hall.city.toLowerCase()) ? [] : text(hall.city)),
		{ kind: 'rule' },
	];
	const numberLines: readonly Line[] = [
		...text(said.yourNumber),
		...text(number, { scale: largest(number, columns), bold: true }),
		...(slip.priority ? mark(said.priority) : []),
	];
	const where: readonly Line[] =
		only && more.length === 0
			? place(only, only.agency, 'center')
			: [
					...text(said.several(slip.places.length)),
					...slip.places.flatMap((it, index): readonly Line[] => [
						...(index === 0 ? [] : [{ kind: 'feed', lines: 1 } as const]),
						...place(it, said.place(index + 1, it.agency), 'left'),
					]),
				];
	const qr: readonly Line[] = qrOf(content, profile.dots) ? [{ kind: 'qr', content }, ...text(said.scan)] : [];
	return [
		...head,
		...numberLines,
		{ kind: 'feed', lines: 1 },
		...where,
		{ kind: 'feed', lines: 1 },
		...text(said.please),
		...qr,
		{ kind: 'rule' },
		...together([day, time.clockZone(slip.takenAt, hall.timeZone)], {}),
		...(hall.complaintLine === '' ? [] : text(said.complaint(hall.complaintLine))),
		{ kind: 'cut' },
	];
}
