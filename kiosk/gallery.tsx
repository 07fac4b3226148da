// Every page of the kiosk without a server, for whoever changes how it looks: gallery.html?scene=NAME. Not part of the build.

import '../shared/screen/look.css';
import './kiosk.css';
import './pages.css';
import './lent/lent.css';
import './access.css';
import './screens/regret.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import type { Reply, Taken } from '../shared/contract.ts';
import type { LeaseId } from '../shared/id.ts';
import type { Link } from '../shared/screen/connect.ts';
import type { KioskView, Shown } from '../shared/views.ts';
import { App, type Hall } from './app.tsx';
import {
	agencyId,
	beforeOpening,
	busyMorning,
	fridayPrayer,
	holiday,
	morning,
	nextKiosk,
	serviceId,
	small,
	takenFor,
	withRooms,
	withSlip,
} from './fixtures.ts';
import { type Flow, type Page, start } from './flow.ts';
import { type Given, type Kept, NOTHING_KEPT } from './lent/core.ts';
import type { LentDesk } from './lent/desk.ts';
import { LentPage } from './lent/page.tsx';
import { pixelsPerMm } from './panel.ts';

interface Showing {
	readonly shown?: Shown<KioskView> | null;
	readonly link?: Link;
	readonly flow?: Partial<Flow>;
	readonly reply?: Reply<Taken>;
	/** The answer to "Cetak lagi". */
	readonly printing?: Reply<unknown>;
	readonly lent?: LentDesk;
}

const agency = (id: string): Page => ({ at: 'agency', agencyId: agencyId(id) });
const service = (id: string): Page => ({ at: 'service', serviceId: serviceId(id) });
const one = takenFor(['ktp-ganti'], 'C-012');
const three = takenFor(['kk-baru', 'skck-baru', 'jkn-ubah'], 'D-027');
const result = (taken: Taken): Page => ({ at: 'result', taken, sentTo: null });
const atNextKiosk: Page = { at: 'result', taken: one, sentTo: nextKiosk.name };
const path = (...pages: readonly Page[]): { flow: Partial<Flow> } => ({ flow: { path: pages } });
const basket = ['kk-baru', 'skck-baru'].map(serviceId);

const given: Given = {
	nth: 1,
	requestId: 'a press',
	services: [serviceId('ktp-ganti')],
	priority: null,
	day: busyMorning.view.day,
	lease: 7 as LeaseId,
	number: 'C-903',
	token: 'Xk3vQ0cZb1uT7mWpA9sLdQ',
	pressed: { session: 'gallery', mono: 0, at: morning },
	instead: null,
	printed: false,
	aside: null,
};
const kept: Kept = { ...NOTHING_KEPT, book: { ...NOTHING_KEPT.book, pages: 'http://mpp-palopo.local:3000/t/' } };
const deskWith = (having: Kept): LentDesk => ({
	kept: signal(having),
	lends: () => true,
	give: async () => ({ ok: true, value: given }),
	printed: async () => undefined,
	Page: LentPage,
});
const lent = deskWith(kept);

const scenes: Readonly<Record<string, Showing>> = {
	home: {},
	'home-basket': { flow: { basket } },
	'home-priority': { flow: { priority: 'elderly' } },
	'home-low': { flow: { low: true } },
	'home-friday': { shown: fridayPrayer },
	'home-holiday': { shown: holiday },
	'home-before': { shown: beforeOpening },
	'home-few': { shown: small },
	'home-large': { flow: { large: true } },
	'home-contrast': { flow: { contrast: true } },
	'home-large-low': { flow: { large: true, low: true } },
	group: path({ at: 'group', groupId: '2.0' }),
	'group-three': path({ at: 'group', groupId: '1.0' }),
	'group-low': { flow: { path: [{ at: 'group', groupId: '2.0' }], low: true } },
	access: { flow: { path: [{ at: 'access' }], contrast: true } },
	'access-low': { flow: { path: [{ at: 'access' }], low: true, large: true } },
	services: path(agency('disdukcapil')),
	'services-next': { flow: { path: [agency('disdukcapil')], turns: { 'agency disdukcapil': 1 } } },
	'services-low': { flow: { path: [agency('disdukcapil')], low: true } },
	'services-large': { flow: { path: [agency('disdukcapil')], large: true } },
	'services-few': path(agency('polres')),
	'services-closed': path(agency('imigrasi')),
	'services-some-closed': path(agency('dpmptsp')),
	service: path(agency('polres'), service('skck-baru')),
	'service-long': path(agency('dpmptsp'), service('pbg')),
	'service-low': { flow: { path: [agency('polres'), service('skck-baru')], low: true } },
	'service-basket': { flow: { path: [service('ktp-ganti')], basket } },
	'service-closed': path(agency('imigrasi'), service('paspor-baru')),
	'service-quota': path(agency('dpmptsp'), service('sip-dokter')),
	priority: path(agency('polres'), service('skck-baru'), { at: 'priority' }),
	'priority-first': { flow: { path: [{ at: 'priority' }], priority: 'pregnant' } },
	search: path({ at: 'search', typed: '' }),
	'search-found': path({ at: 'search', typed: 'kartu' }),
	'search-none': path({ at: 'search', typed: 'sepeda' }),
	'search-low': { flow: { path: [{ at: 'search', typed: 'pasport' }], low: true } },
	guides: path({ at: 'guides' }),
	'guides-low': { flow: { path: [{ at: 'guides' }], low: true } },
	guide: path({ at: 'guide', name: 'Kelahiran anak' }),
	regret: path({ at: 'regret', held: null }),
	'regret-low': { flow: { path: [{ at: 'regret', held: null }], low: true } },
	'regret-choose': path({ at: 'regret', held: { visitId: one.visitId, number: one.number } }),
	cancelled: path({ at: 'cancelled', number: one.number }),
	changing: { flow: { replaces: { visitId: one.visitId, number: one.number } } },
	basket: { flow: { path: [{ at: 'basket' }], basket } },
	'basket-closed': { flow: { path: [{ at: 'basket' }], basket: [...basket, serviceId('dtks')] } },
	'basket-empty': path({ at: 'basket' }),
	printing: { ...path(result(one)), shown: withSlip({ state: 'printing' }) },
	printed: { ...path(result(one)), shown: withSlip({ state: 'printed' }) },
	'printed-three': { ...path(result(three)), shown: withSlip({ state: 'printed' }) },
	'printed-low': {
		shown: withSlip({ state: 'printed' }),
		flow: { path: [result(one)], low: true },
	},
	rooms: { ...path(result(one)), shown: withRooms({ state: 'printed' }) },
	'rooms-three': { ...path(result(three)), shown: withRooms({ state: 'printed' }) },
	'rooms-failed': {
		...path(result(one)),
		shown: withRooms({ state: 'failed', fault: 'paper_out', elsewhere: nextKiosk }),
	},
	'rooms-low': { shown: withRooms({ state: 'printed' }), flow: { path: [result(one)], low: true } },
	'rooms-english': { shown: withRooms({ state: 'printed' }), flow: { language: 'en', path: [result(one)] } },
	failed: { ...path(result(one)), shown: withSlip({ state: 'failed', fault: 'paper_out' }) },
	'failed-elsewhere': {
		...path(result(one)),
		shown: withSlip({ state: 'failed', fault: 'paper_out', elsewhere: nextKiosk }),
	},
	'failed-three': {
		...path(result(three)),
		shown: withSlip({ state: 'failed', fault: 'unreachable', elsewhere: nextKiosk }),
	},
	'failed-low': {
		shown: withSlip({ state: 'failed', fault: 'cover_open', elsewhere: nextKiosk }),
		flow: { path: [result(one)], low: true },
	},
	'failed-english': {
		shown: withSlip({ state: 'failed', fault: 'paper_out', elsewhere: nextKiosk }),
		flow: { path: [result(one)], language: 'en' },
	},
	stalled: { ...path(result(one)), shown: withSlip({ state: 'printing', fault: 'stalled' }) },
	again: {
		...path(result(one)),
		shown: withSlip({ state: 'failed', fault: 'paper_out', elsewhere: nextKiosk }),
		printing: { ok: false, refusal: { code: 'too_fast' } },
	},
	'printing-elsewhere': { ...path(atNextKiosk), shown: withSlip({ state: 'printing', printer: nextKiosk.name }) },
	'failed-there-too': {
		...path(atNextKiosk),
		shown: withSlip({ state: 'failed', fault: 'cover_open', printer: nextKiosk.name }),
	},
	here: { ...path(result(one)), shown: withSlip({ state: 'queued', here: true }) },
	unconfirmed: { ...path(result(one)), shown: withSlip({ state: 'unconfirmed' }) },
	lost: { ...path(agency('polres'), service('skck-baru')), link: 'lost' },
	'lost-home': { link: 'lost' },
	'lent-home': { link: 'lost', lent },
	'lent-aside': { lent: deskWith({ ...kept, given: [{ ...given, aside: 'malformed' }] }) },
	lent: { ...path({ at: 'lent', given }), link: 'lost', lent },
	'lent-three': {
		...path({ at: 'lent', given: { ...given, services: ['kk-baru', 'skck-baru', 'jkn-ubah'].map(serviceId) } }),
		link: 'lost',
		lent,
	},
	'lent-low': { flow: { path: [{ at: 'lent', given }], low: true }, link: 'lost', lent },
	'lent-english': { flow: { path: [{ at: 'lent', given }], language: 'en' }, link: 'lost', lent },
	'lent-paper': {
		...path({ at: 'lent', given }),
		link: 'lost',
		lent: deskWith({ ...kept, book: { ...kept.book, printsHere: true } }),
	},
	preparing: { shown: null, link: 'connecting' },
	unpaired: { shown: null, link: 'unknown_device' },
	english: { flow: { language: 'en' } },
	'english-service': { flow: { language: 'en', path: [service('skck-baru')] } },
	'english-result': {
		shown: withSlip({ state: 'printed' }),
		flow: { language: 'en', path: [result(one)] },
	},
	retrying: { ...path(service('skck-baru')), reply: { ok: false, refusal: { code: 'offline' } } },
	refused: { ...path(service('skck-baru')), reply: { ok: false, refusal: { code: 'too_fast' } } },
	taken: {
		...path(service('ktp-ganti')),
		shown: withSlip({ state: 'printing' }),
		reply: { ok: true, value: one },
	},
};

const scale = pixelsPerMm(location.search, undefined, screen);
if (scale !== null) document.documentElement.style.setProperty('--mm', `${scale}px`);
const root = document.getElementById('screen');
if (root === null) throw new Error('kiosk/gallery.html has no element "screen"');
const chosen = scenes[new URLSearchParams(location.search).get('scene') ?? ''];
if (chosen) {
	const { shown = busyMorning, link = 'live', flow = {}, reply, printing, lent = null } = chosen;
	const hall: Hall = {
		shown: signal(shown),
		link: signal(link),
		// Without an answer of its own a scene stays at "Mengambil nomor …".
		take: () => new Promise((answer) => reply && setTimeout(() => answer(reply), 600)),
		printAgain: () => new Promise((answer) => printing && setTimeout(() => answer(printing), 600)),
		printHere: async () => ({ ok: false, refusal: { code: 'already_printed' } }),
		waitIn: async () => ({ ok: true, value: {} }),
		findHeld: async () => ({ ok: false, refusal: { code: 'unknown', what: 'number' } }),
		cancelTaken: async () => ({ ok: true, value: {} }),
		printRequirements: async () => ({ ok: true, value: { printer: nextKiosk.name } }),
		lent: signal(lent),
	};
	render(<App hall={hall} now={signal(morning)} from={{ ...start, ...flow }} />, root);
} else {
	const names = Object.keys(scenes);
	render(
		<ul>
			{names.map((name) => (
				<li key={name}>
					<a href={`?scene=${name}`}>{name}</a>
				</li>
			))}
		</ul>,
		root,
	);
}
