// Pages that need no script: the list of screens, pairing, a ticket on the visitor's phone, and the tray of slips.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayOf } from '../../shared/day.ts';
import type { Instant, ServiceId } from '../../shared/id.ts';
import type { VisitView } from '../../shared/views.ts';
import { type Language, words } from '../../shared/words/words.ts';
import { answer, type Log } from '../ask/asks.ts';
import { pairingCode, ticketToken } from '../ask/shapes.ts';
import { deviceOf, sessionOf } from '../ask/who.ts';
import { isScreen, pairDevice } from '../hall/devices.ts';
import { listOfficers } from '../hall/people.ts';
import { refuse } from '../hall/refused.ts';
import { digest, newToken } from '../hall/secret.ts';
import type { Paper } from '../print/compose/profile.ts';
import { qrPicture } from '../print/compose/qr.ts';
import { paperOf, TRAY_CSS, trayPage } from '../print/tray.ts';
import type { Commits } from '../store/commit.ts';
import type { Hall } from '../store/hall.ts';
import { PHONE_PATH } from '../views/board.ts';
import { visitView } from '../views/visit.ts';
import { isLocal, isLocalDemo, keepDevice, SCREEN_PATH } from './demo.ts';
import { type Html, html, page } from './html.ts';
import { PANEL_PATH, servePanel } from './panel.ts';
import { RENEW_JS } from './renew.ts';

export interface PageParts {
	readonly hall: Hall;
	readonly commits: Commits;
	readonly clock: () => Instant;
	readonly log: Log;
	readonly style: string | null;
	readonly paper: Paper;
	/** Where a phone finds this hall, without a slash at the end. */
	readonly publicUrl: () => string;
	/** PIN of the demo officers; shown in the demo hall, on this machine only. */
	readonly demoPin: string;
}

/** Guessing a code of 34 bits at this rate would take longer than the ten minutes it lives. */
const SELDOM = { rateLimit: { max: 5, timeWindow: '15 minutes' } };
const OFTEN = { rateLimit: { max: 1200, timeWindow: '1 minute' } };
/** A ticket's page is its holder's: kept by no cache, found by no search. */
export const PRIVATE = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };

const languageOf = (request: FastifyRequest): Language =>
	(request.query as { lang?: unknown }).lang === 'en' ? 'en' : 'id';

/** With its question mark; more than a QR code on a TV should hold is left out. */
const LONGEST_QUERY = 200;
const queryOf = (url: string): string => {
	const at = url.indexOf('?');
	return at < 0 || url.length - at > LONGEST_QUERY ? '' : url.slice(at);
};

export function servePages(http: FastifyInstance, parts: PageParts): void {
	const { hall, commits, clock, log, style, paper, publicUrl } = parts;
	const visitOf = (request: FastifyRequest) => {
		const { token } = request.params as { token: string };
		return ticketToken.safeParse(token).success ? hall.rows.visitByToken(token) : undefined;
	};

	http.get('/', (request, reply) => {
		const language = languageOf(request);
		const said = words[language].pages.home;
		const body = homePage(parts, isLocalDemo(hall, request), language);
		return reply.type('text/html').send(page({ title: said.title, language, style, renew: null, body }));
	});

	http.get('/pair', (request, reply) => reply.type('text/html').send(pairPage(request, style, null)));
	http.get('/pair/:code', { config: SELDOM }, async (request, reply) => {
		const typed = pairingCode.safeParse(
			((request.params as { code: string }).code ?? '').toUpperCase().replaceAll('-', ''),
		);
		const token = newToken();
		const paired = await answer(log, () => {
			const code = typed.success ? typed.data : '';
			return commits.run((at) => {
				const { role, inches } = pairDevice(hall, digest(code), digest(token), at);
				// A browser cannot be a print agent: the code stays good for the program that it was made for.
				if (!isScreen(role)) refuse({ code: 'unknown', what: 'device' });
				return { role, next: role === 'kiosk' && inches === null ? PANEL_PATH : SCREEN_PATH[role] };
			});
		});
		if (!paired.ok)
			return reply
				.code(404)
				.type('text/html')
				.send(pairPage(request, style, words[languageOf(request)].pages.pair.wrong));
		keepDevice(reply, paired.value.role, token);
		return reply.redirect(paired.value.next, 303);
	});
	servePanel(http, { hall, commits, log, style });

	http.get('/t/:token', { config: OFTEN }, (request, reply) => {
		const language = languageOf(request);
		const said = words[language].pages.ticket;
		const visit = visitOf(request);
		const at = clock();
		const body = visit
			? ticketPage(visitView(hall, visit), dayOf(at, hall.catalogue().settings.timeZone), language)
			: html`<main class="ticket"><p>${said.unknown}</p></main>`;
		return reply
			.code(visit ? 200 : 404)
			.headers(PRIVATE)
			.type('text/html')
			.send(
				page({
					title: visit ? said.title(visit.number) : said.yours,
					language,
					style,
					renew: visit ? 10 : null,
					body,
				}),
			);
	});

	// Drawn here, so that no screen carries a QR encoder; the address is the one that stands on the slip.
	http.get('/t/:token/qr.svg', { config: OFTEN }, (request, reply) => {
		const visit = visitOf(request);
		reply.code(visit ? 200 : 404).headers(PRIVATE);
		if (!visit) return reply.type('text/plain').send(words.id.pages.ticket.unknown);
		return reply.type('image/svg+xml').send(qrPicture(`${publicUrl()}/t/${visit.token}`));
	});

	// Where a service can be had without coming: for the phone of whoever reads of it at the kiosk.
	http.get('/services/:id/qr.svg', { config: OFTEN }, (request, reply) => {
		const { id } = request.params as { id: string };
		const address = hall.catalogue().offered(id as ServiceId)?.online ?? null;
		if (address === null)
			return reply
				.code(404)
				.type('text/plain')
				.send(words.id.common.refusal({ code: 'unknown', what: 'service' }));
		return reply.type('image/svg+xml').send(qrPicture(address));
	});

	// On every board: what it asks for is kept, so that a phone opens the very board before which its owner stands.
	http.get('/papan/qr.svg', { config: OFTEN }, (request, reply) =>
		reply.type('image/svg+xml').send(qrPicture(`${publicUrl()}${PHONE_PATH}${queryOf(request.url)}`)),
	);

	http.get('/tray', (request, reply) => {
		// A slip holds no more than the board shows, but its QR code is its holder's.
		const known =
			isLocal(request) ||
			deviceOf(hall, request.headers, 'kiosk', null) ||
			sessionOf(hall, request.headers, null, clock());
		if (!known)
			return reply
				.code(403)
				.type('text/plain')
				.send(words.id.common.refusal({ code: 'not_allowed' }));
		const { mm } = request.query as { mm?: unknown };
		const wanted = paperOf(typeof mm === 'string' ? mm : undefined, paper);
		return reply
			.headers(PRIVATE)
			.type('text/html')
			.send(trayPage(hall.store, hall.catalogue(), wanted));
	});
	http.get('/renew.js', (_, reply) => reply.type('text/javascript').send(RENEW_JS));
	http.get('/tray.css', (_, reply) => reply.type('text/css').send(TRAY_CSS));
}

function card(address: string, name: string, about: string): Html {
	return html`<li><a href="${address}"><strong>${name}</strong> ${about}</a></li>`;
}

function homePage({ hall, demoPin }: PageParts, demo: boolean, language: Language): Html {
	const said = words[language].pages.home;
	const catalogue = hall.catalogue();
	const zones = catalogue.zones.map((zone) =>
		card(`/display/?zone=${zone.number}`, said.boardZone(zone.name), said.boardZoneAbout),
	);
	const phone = catalogue.settings.board.phone ? card(PHONE_PATH, said.phone, said.phoneAbout) : null;
	const officers = listOfficers(hall).map((it) => {
		const place =
			it.counter === null
				? said.manager
				: `${words[language].common.counter(it.counter, catalogue.facts.desk)} · ${catalogue.agency(it.agencyId ?? ('' as never))?.shortName ?? ''}`;
		return html`<tr><td>${place}</td><td><code>${it.username}</code></td><td><code>${demoPin}</code></td><td>${it.name}</td></tr>`;
	});
	return html`<main>
<header class="top"><h1>${catalogue.settings.name}</h1><p>${said.lead}</p>${
		demo ? html`<p><span class="tag">${said.demo}</span> ${said.demoLead}</p>` : null
	}</header>
<h2>${said.screens}</h2>
<ul class="cards">${card('/kiosk/', said.kiosk, said.kioskAbout)}${card('/display/', said.board, said.boardAbout)}${phone}${card('/console/', said.console, said.consoleAbout)}${card('/tray', said.tray, said.trayAbout)}${
		demo ? zones : card('/pair', said.pair, said.pairAbout)
	}</ul>
${
	demo
		? html`<h2>${said.officers}</h2><p class="quiet">${said.officersAbout}</p>
<table><thead><tr><th>${said.place}</th><th>${said.username}</th><th>${said.pin}</th><th>${said.name}</th></tr></thead><tbody>${officers}</tbody></table>`
		: null
}
<h2>${said.api}</h2><p class="quiet">${said.apiAbout}</p>
<p><a href="/api/openapi.json">/api/openapi.json</a> · <a href="/health/ready">/health/ready</a> · <a href="/metrics">/metrics</a></p>
</main>`;
}

function pairPage(request: FastifyRequest, style: string | null, wrong: string | null): string {
	const language = languageOf(request);
	const said = words[language].pages.pair;
	const body = html`<main><header class="top"><h1>${said.title}</h1></header>${wrong === null ? null : html`<p><span class="tag">${wrong}</span></p>`}
<p>${said.lead}</p><p><code>${request.protocol}://${request.host}/pair/KODE</code></p></main>`;
	return page({ title: said.title, language, style, renew: null, body });
}

function ticketPage(view: VisitView, today: string, language: Language): Html {
	const { common } = words[language];
	const said = words[language].pages.ticket;
	const { desk } = view.hall;
	const places = view.places.map((place) => {
		const { counters } = place;
		const facts: (string | null)[] = [
			place.state === 'waiting' && place.ahead !== null ? common.ahead(place.ahead) : null,
			place.wait === null ? null : common.wait(place.wait),
			place.state === 'waiting' ? said.waitAt(counters, desk) : null,
			place.state === 'parked' ? said.parked(counters, desk) : null,
			place.state === 'missed' ? said.missed(counters, desk) : null,
			place.outcome === null ? null : common.outcomes[place.outcome],
		];
		const now =
			place.counter === null
				? null
				: html`<p class="called">${place.state === 'called' ? said.goTo(place.counter, desk) : said.serving(place.counter, desk)}</p>`;
		return html`<section><h2>${place.agency.shortName}</h2><p>${place.service}</p>${now}${facts.flatMap((fact) => (fact === null ? [] : [html`<p>${fact}</p>`]))}</section>`;
	});
	return html`<main class="ticket"><p class="quiet">${view.hall.name}</p><p>${said.yours}</p><h1 class="number">${view.number}</h1>${
		view.day === today ? null : html`<p><span class="tag">${said.otherDay}</span></p>`
	}<p class="quiet">${common.time.date(view.day)}</p>${places}<p class="quiet">${said.renews}</p></main>`;
}
