// The tray: the last slips as they would look on paper, for a hall (or a demonstration) without a printer. A plain page
// of the server: no script, no inline style, everything from rows escaped; it reloads itself.

import { desc, eq } from 'drizzle-orm';
import { words } from '../../shared/words/words.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { Store } from '../store/open.ts';
import { printJobs, visits } from '../store/schema.ts';
import { drawingOf, escapeHtml } from './drawing.ts';
import { linesOf } from './lines.ts';
import { type Paper, profileFor } from './profile.ts';
import { openSlips } from './slip.ts';

const SHOWN = 20;
const RENEW_SECONDS = 5;
const PAPERS: readonly Paper[] = [58, 80];

/** What `?mm=` says, if it says a width that there is. */
export const paperOf = (query: string | undefined, otherwise: Paper): Paper =>
	PAPERS.find((it) => String(it) === query) ?? otherwise;

/** The whole page, newest slip first. Slips that a printer did not bring out say so under the paper. */
export function trayPage(store: Store, catalogue: Catalogue | null, paper: Paper): string {
	const said = words.id.slip.tray;
	const slips = openSlips(store);
	const profile = profileFor(paper);
	const jobs = store.tables
		.select({ id: printJobs.id, number: visits.number, state: printJobs.state, fault: printJobs.fault })
		.from(printJobs)
		.innerJoin(visits, eq(visits.id, printJobs.visitId))
		.orderBy(desc(printJobs.id))
		.limit(SHOWN)
		.all();
	const { slips: states, slipFaults } = words.id.common;
	const figures = jobs.flatMap(({ id, number, state, fault }) => {
		if (!catalogue) return [];
		const drawing = drawingOf(linesOf(slips(id, catalogue), profile, words.id), profile, said.slip(number));
		const caption = fault ? `${states[state]}: ${slipFaults[fault]}` : states[state];
		return [
			`<li><figure data-state="${state}">${drawing}<figcaption><strong>${escapeHtml(number)}</strong> ${escapeHtml(caption)}</figcaption></figure></li>`,
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

/** Served beside it. The colours are those of shared/screen/look.css, which is built into the screens and has no address of its own. */
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
svg { display: block; height: auto; box-shadow: 0 2px 12px rgb(20 32 43 / 0.14); }
svg text { font-family: 'DejaVu Sans Mono', 'Liberation Mono', Consolas, monospace; fill: #000; white-space: pre; }
.paper-58 { width: 58mm; }
.paper-80 { width: 80mm; }
.empty { padding: 3rem 0; }
`.trimStart();
