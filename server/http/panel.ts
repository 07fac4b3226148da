// How large a kiosk's panel is: asked once, on the kiosk itself, after it has been paired; its buttons are drawn by it. Also
// for a panel that was exchanged: the page stays at its address, for the kiosk alone.

import type { FastifyInstance } from 'fastify';
import { isPanel, LARGEST_PANEL, SMALLEST_PANEL, USUAL_PANELS } from '../../shared/panel.ts';
import { words } from '../../shared/words/words.ts';
import { answer, type Log } from '../ask/asks.ts';
import { deviceOf } from '../ask/who.ts';
import { measurePanel } from '../hall/devices.ts';
import type { Commits } from '../store/commit.ts';
import type { Hall } from '../store/hall.ts';
import { SCREEN_PATH } from './demo.ts';
import { html, page } from './html.ts';

export const PANEL_PATH = '/pair/panel';

export interface PanelParts {
	readonly hall: Hall;
	readonly commits: Commits;
	readonly log: Log;
	readonly style: string | null;
}

export function servePanel(http: FastifyInstance, { hall, commits, log, style }: PanelParts): void {
	http.get(PANEL_PATH, async (request, reply) => {
		const kiosk = deviceOf(hall, request.headers, 'kiosk', null);
		const said = words.id.pages.pair;
		if (!kiosk)
			return reply
				.code(404)
				.type('text/html')
				.send(
					page({
						title: said.title,
						language: 'id',
						style,
						renew: null,
						body: html`<main><p>${said.panelNotKiosk}</p></main>`,
					}),
				);
		const typed = (request.query as { inches?: unknown }).inches;
		if (typed === undefined) return reply.type('text/html').send(panelPage(style, null));
		const inches = Number(String(typed).replace(',', '.'));
		const kept = isPanel(inches)
			? await answer(log, () => commits.run(() => measurePanel(hall, kiosk.id, inches)))
			: null;
		return kept?.ok
			? reply.redirect(SCREEN_PATH.kiosk, 303)
			: reply.code(400).type('text/html').send(panelPage(style, said.panelWrong));
	});
}

function panelPage(style: string | null, wrong: string | null): string {
	const said = words.id.pages.pair;
	const sizes = USUAL_PANELS.map(
		(inches) =>
			html`<li><a href="${PANEL_PATH}?inches=${inches}"><strong>${said.panelInch(String(inches).replace('.', ','))}</strong></a></li>`,
	);
	const body = html`<main><header class="top"><h1>${said.panel}</h1></header>${wrong === null ? null : html`<p><span class="tag">${wrong}</span></p>`}
<p>${said.panelLead}</p><ul class="cards">${sizes}</ul>
<form action="${PANEL_PATH}"><label>${said.panelOther} <input name="inches" type="number" step="0.1" min="${SMALLEST_PANEL}" max="${LARGEST_PANEL}" required></label> <button>${said.panelSave}</button></form>
<p><a href="${SCREEN_PATH.kiosk}">${said.panelLater}</a></p></main>`;
	return page({ title: said.panel, language: 'id', style, renew: null, body });
}
