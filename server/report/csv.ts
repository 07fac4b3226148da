// One table of the report as a file for a spreadsheet: RFC 4180, with the mark that tells Excel it is UTF-8, durations in
// whole seconds. No text in it can act as a formula there, whatever a service is called.

import { dayOf } from '../../shared/day.ts';
import { SECOND } from '../../shared/id.ts';
import type { Report, ReportGroup, ReportRow, Spread } from '../../shared/report.ts';
import { common } from '../../shared/words/id/common.ts';
import { report as words } from '../../shared/words/id/report.ts';
import { reportFile } from '../../shared/words/id/report-file.ts';
import { NOT_CALLED } from './frame.ts';

export type CsvTable = ReportGroup | 'category';
/** Excel in Indonesian expects a semicolon, because the comma is its decimal sign. */
export type Separator = ';' | ',';

/** Text is guarded, numbers stay numbers, null is an empty cell. */
type Cell = string | number | null;

const COUNTS = ['issued', 'served', 'noShow', 'cancelled', 'expired', 'open', 'transferred'] as const;
const SPANS = ['wait', 'walk', 'service'] as const;
const FIGURES = ['count', 'mean', 'median', 'p90', 'max'] as const;

/** Heading, rows, their total; then, after an empty line, what it is about and how each figure is defined. */
export function reportCsv(report: Report, table: CsvTable, separator: Separator = ';'): string {
	const rows = table === 'category' ? Object.values(report.categories) : report.groups[table];
	const lines = [
		headings(table),
		...rows.map(cells),
		cells({ ...report.total, key: '', name: reportFile.total }),
		[],
		...notes(report),
		...lentNotes(report),
	];
	const width = headings(table).length;
	// Every line as many cells as the heading, as the RFC asks.
	const whole = lines.map((line) =>
		Array.from({ length: width }, (_, column) => written(line[column] ?? null)).join(separator),
	);
	return `\uFEFF${whole.join('\r\n')}\r\n`;
}

const headings = (table: CsvTable): readonly Cell[] => [
	reportFile.groups[table],
	...COUNTS.map((count) => reportFile.counts[count]),
	...SPANS.flatMap((span) => FIGURES.map((figure) => reportFile[span][figure])),
	reportFile.code,
];

const cells = (row: ReportRow): readonly Cell[] => [
	row.name,
	...COUNTS.map((count) => row[count]),
	...SPANS.flatMap((span) => FIGURES.map((figure) => figureCell(row[span], figure))),
	row.key === NOT_CALLED ? null : row.key,
];

function figureCell(spread: Spread, figure: (typeof FIGURES)[number]): Cell {
	const value = spread[figure];
	return value === null || figure === 'count' ? value : Math.round(value / SECOND);
}

function notes({ hall, from, to, madeAt }: Report): readonly (readonly Cell[])[] {
	const made = `${dayOf(madeAt, hall.timeZone)} ${common.time.clockZone(madeAt, hall.timeZone)}`;
	return [
		[reportFile.hall, hall.name],
		[reportFile.days, reportFile.range(from, to)],
		[reportFile.made, made],
		...Object.values(words.glossary).map(({ term, text }) => [term, text]),
	];
}

/** Only where numbers were lent at all. */
function lentNotes({ lent }: Report): readonly (readonly Cell[])[] {
	if (lent.lent === 0) return [];
	const say = reportFile.lent;
	return [
		[],
		[say.lent, lent.lent],
		[say.given, lent.given],
		[say.returned, lent.returned],
		[say.held, lent.held],
		...lent.missing.map((it) => [
			`${it.day} ${words.lent[it.why](it.kiosk, words.lent.span(it.from, it.to))}`,
			it.count,
		]),
	];
}

/**
 * What a spreadsheet takes for the beginning of a formula (OWASP), also in the full width of East Asian keyboards, and
 * behind blanks and characters that cannot be seen. An apostrophe in front makes it text.
 */
const FORMULA = /^[\s\p{C}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n\0]/u;

function written(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell);
	const text = FORMULA.test(cell) ? `'${cell}` : cell;
	return /[;,"\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
