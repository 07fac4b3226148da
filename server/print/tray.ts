// The tray: the last slips as they look on paper, for a hall (or a demonstration) without a printer, and for a look at
// what printers were sent. A plain page of the server: no inline style, everything from rows escaped; it reloads itself.

import { desc, eq } from 'drizzle-orm';
import { words } from '../../shared/words/words.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { Store } from '../store/open.ts';
import { printers, printJobs, visits } from '../store/schema.ts';
import { altOf } from './compose/lines.ts';
import { bitmapOf, pngOf } from './compose/picture.ts';
import { type Paper, profileFor } from './compose/profile.ts';
import { openLines } from './compose.ts';
import type { Job } from './jobs.ts';

const SHOWN = 20;
const RENEW_SECONDS = 5;
const PAPERS: readonly Paper[] = [58, 80];

const escapeHtml = (text: string): string => text.replace(/[&<>"'\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What `?mm=` says, if it says a width that there is. */
export const paperOf = (query: string | undefined, otherwise: Paper): Paper =>
	PAPERS.find((it) => String(it) === query) ?? otherwise;

interface Drawn {
	readonly png: string;
	/** In dots. */
	readonly width: number;
	readonly height: number;
	readonly alt: string;
}
/**
 * A slip is drawn in some 10 ms, in which nobody else is answered, and the page asks for twenty of them every few seconds:
 * each is drawn once for as long as the hall is called the same.
 */
const drawnFor = new WeakMap<Catalogue, Map<string, Drawn>>();

function drawing(store: Store, catalogue: Catalogue, paper: Paper): (job: Job, printer: string) => Drawn {
	const linesOf = openLines(store);
	const profile = profileFor(paper);
	const kept = drawnFor.get(catalogue) ?? new Map<string, Drawn>();
	drawnFor.set(catalogue, kept);
	return (job, printer) => {
		const key = `${paper} ${job.id}`;
		const known = kept.get(key);
		if (known) return known;
		const lines = linesOf(job, catalogue, profile, printer);
		const bitmap = bitmapOf(lines, profile);
		const { width, height } = bitmap;
		const drawn = { png: Buffer.from(pngOf(bitmap)).toString('base64'), width, height, alt: altOf(lines) };
		const [oldest] = kept.keys();
		// Twice what two pages show, so that neither throws out what the other will ask for.
		if (kept.size >= 2 * SHOWN * PAPERS.length && oldest !== undefined) kept.delete(oldest);
		kept.set(key, drawn);
		return drawn;
	};
}

/** The whole page, newest slip first. Slips that a printer did not bring out say so under the paper. */
export function trayPage(store: Store, catalogue: Catalogue | null, paper: Paper): string {
	const said = words.id.slip.tray;
	const rows = store.tables
		.select({ job: printJobs, number: visits.number, printer: printers.name })
		.from(printJobs)
		// A test slip is nobody's, and a slip of the tray has no printer.
		.leftJoin(visits, eq(visits.id, printJobs.visitId))
		.leftJoin(printers, eq(printers.id, printJobs.printerId))
		.orderBy(desc(printJobs.id))
		.limit(SHOWN)
		.all();
	const { slips: states, slipFaults } = words.id.common;
	const draw = catalogue && drawing(store, catalogue, paper);
	const figures = rows.flatMap(({ job, number, printer }) => {
		if (!draw) return [];
		const { png, width, height, alt } = draw(job, printer ?? said.heading);
		const { state, fault } = job;
		const caption = [fault ? `${states[state]}: ${slipFaults[fault]}` : states[state], ...(printer ? [printer] : [])];
		return [
			`<li><figure data-state="${state}"><img class="paper-${paper}" width="${width}" height="${height}" src="data:image/png;base64,${png}" alt="${escapeHtml(alt)}"><figcaption><strong>${escapeHtml(number ?? (job.facts.sheet ? said.sheet : said.test))}</strong> ${escapeHtml(caption.join(' · '))}</figcaption></figure></li>`,
		];
	});
	const widths = PAPERS.map(
		(it) => `<a href="?mm=${it}"${it === paper ? ' aria-current="true"' : ''}>${said.millimetres(it)}</a>`,
	);
	return [
		'<!doctype html>',
		'<html lang="id"><head><meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<title>${escapeHtml(said.title)}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/tray.css"></head><body>`,
		`<header><h1>${escapeHtml(said.heading)}</h1><p>${escapeHtml(said.lead)}</p>`,
		`<nav aria-label="${escapeHtml(said.paper)}"><span>${escapeHtml(said.paper)}</span>${widths.join('')}</nav></header>`,
		figures.length > 0
			? `<main><ol>${figures.join('')}</ol></main>`
			: `<main><p class="empty">${escapeHtml(said.empty)}</p></main>`,
		`<script src="/renew.js" data-seconds="${RENEW_SECONDS}"></script></body></html>`,
	].join('\n');
}

/**
 * Served beside it. A slip is as wide as its paper, which has more dots than most screens: it is made smaller softly, or
 * thin lines would go missing. The colours are those of shared/screen/look.css, which is built into the screens and has
 * no address of its own.
 */
export const TRAY_CSS = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem; background: #f7f5f0; color: #14202b;
	font: 1rem/1.5 'Atkinson Hyperlegible Next', system-ui, sans-serif; }
header { max-width: 60rem; margin-bottom: 2rem; }
h1 { margin: 0; font-size: 1.75rem; letter-spacing: -0.01em; }
header p { margin: 0.25rem 0 1rem; }
nav { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
nav span { margin-right: 0.25rem; }
nav a { padding: 0.375rem 1rem; border: 1px solid #0b5a52; border-radius: 12px; color: #0b5a52; text-decoration: none; }
nav a[aria-current] { background: #0b5a52; color: #fff; font-weight: 700; }
nav a:focus-visible { outline: 3px solid #14202b; outline-offset: 2px; }
ol { display: flex; flex-wrap: wrap; gap: 2rem; align-items: flex-start; margin: 0; padding: 0; list-style: none; }
figure { margin: 0; }
figcaption { max-width: 20rem; padding-top: 0.75rem; }
figure[data-state='failed'] figcaption, figure[data-state='unconfirmed'] figcaption { color: #8c1d18; }
img { display: block; height: auto; box-shadow: 0 2px 12px rgb(20 32 43 / 0.14); }
.paper-58 { width: 58mm; }
.paper-80 { width: 80mm; }
.paper-58 + figcaption { max-width: 58mm; }
.paper-80 + figcaption { max-width: 80mm; }
.empty { padding: 3rem 0; }
`.trimStart();
