// Everything that comes out on paper in a hall of a test: out of printers on the network, and out of the browsers of kiosks that
// print for themselves; and what is wrong with it, compared with what the hall knows.

import { execFileSync } from 'node:child_process';
import type { BrowserContext } from 'playwright-core';
import { PC437 } from '../server/print/compose/glyphs.ts';
import { readPaper, written } from '../server/print/compose/testing/read-paper.ts';
import type { FakePrinter } from '../server/print/ways/testing/fake-printer.ts';
import type { Store } from '../server/store/open.ts';

/** One sheet, as one text. */
export interface Paper {
	readonly where: string;
	readonly text: string;
	/** Something on it had not been drawn yet. */
	readonly hole: boolean;
}

/** Commands of the hall, beside its running server. */
export const hallCommand = (folder: string, ...words: string[]): string =>
	execFileSync(process.execPath, ['dist/server/setup/cli.js', ...words], {
		env: { ...process.env, DATA_DIR: folder },
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe'],
	});

/** What reached the rolls of these printers. */
export const papersOf = (where: string, printer: FakePrinter): readonly Paper[] =>
	printer.slips.map((bytes) => ({ where, text: written(readPaper(bytes, PC437)).join('\n'), hole: false }));

/** Keeps what the pages of this browser print, from now on, as a kiosk browser does without asking; in the order of printing. */
export async function paperOfBrowser(context: BrowserContext, where: string): Promise<readonly Paper[]> {
	const papers: Paper[] = [];
	await context.exposeBinding('__paper', (_, text: string, hole: boolean) => papers.push({ where, text, hole }));
	await context.addInitScript(() => {
		window.print = () => {
			const own = document.querySelector<HTMLElement>('.lent-slip');
			const pictures = [...(own ?? document).querySelectorAll('img')];
			const lines = own ? [...own.querySelectorAll('p')].map((it) => it.textContent) : pictures.map((it) => it.alt);
			const text = lines.join('\n');
			const hole = pictures.length === 0 || pictures.some((it) => !it.complete || it.naturalWidth === 0);
			(window as unknown as { __paper: (text: string, hole: boolean) => void }).__paper(text, hole);
			dispatchEvent(new Event('afterprint'));
		};
	});
	return papers;
}

/** The number on a slip; null: it is none. */
export const numberOn = ({ text }: Paper): string | null => /\b[A-Z]{1,2}-\d{3,5}\b/.exec(text)?.[0] ?? null;
const isReprint = ({ text }: Paper): boolean => /CETAK ULANG/i.test(text);

/**
 * What the paper says and the hall does not know, or says twice: a number that is nobody's, two valid slips of one number,
 * more slips than the hall believes to have sent, a slip of a number that was taken back, and one that the hall says a
 * printer has printed, of which there is no paper. Read when the server has ended.
 */
export function wrongPapers({ sqlite }: Store, papers: readonly Paper[]): readonly string[] {
	const visits = sqlite.prepare(
		`select v.number,
			(select count(*) from print_jobs j where j.visit_id = v.id and j.sent_at is not null) as sent,
			(select count(*) from print_jobs j join printers p on p.id = j.printer_id
				where j.visit_id = v.id and j.state = 'printed' and p.way <> 'browser') as printed,
			(select count(*) from tickets t where t.visit_id = v.id and coalesce(t.outcome, '') <> 'cancelled') as valid
		from visits v`,
	);
	const known = new Map((visits.all() as readonly Known[]).map((it) => [it.number, it]));
	const byNumber = new Map<string, readonly Paper[]>();
	for (const it of papers) {
		const number = numberOn(it) ?? '';
		byNumber.set(number, [...(byNumber.get(number) ?? []), it]);
	}
	const wrong = papers.filter((it) => it.hole).map((it) => `${numberOn(it)} has a hole, at ${it.where}`);
	for (const [number, slips] of byNumber) {
		const it = known.get(number);
		const where = slips.map((slip) => slip.where).join(', ');
		if (!it) wrong.push(`${number || slips[0]?.text} was printed at ${where} and is not in the hall`);
		else if (slips.length > it.sent) wrong.push(`${number} was printed at ${where}; the hall sent ${it.sent}`);
		else if (it.valid === 0) wrong.push(`${number} was printed at ${where} and is cancelled`);
		if (slips.filter((slip) => !isReprint(slip)).length > 1) wrong.push(`${number} has several valid slips: ${where}`);
	}
	for (const { number, printed } of known.values())
		if ((byNumber.get(number)?.length ?? 0) < printed) wrong.push(`${number} is said to be printed and is not`);
	return wrong;
}
interface Known {
	readonly number: string;
	readonly sent: number;
	readonly printed: number;
	readonly valid: number;
}
