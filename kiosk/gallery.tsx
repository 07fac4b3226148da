// Every page of the kiosk without a server, for whoever changes how it looks: gallery.html#NAME. Not part of the build. The
// scenes say what a hall shows, where the visitor is, and what is pressed there.

import '../shared/screen/look.css';
import './kiosk.css';
import './pages.css';
import './lent/lent.css';
import './access.css';
import './screens/regret.css';
import { signal } from '@preact/signals';
import { type ComponentChildren, render } from 'preact';
import type { Held, Reply, RequirementsSent, Taken } from '../shared/contract.ts';
import type { CounterNumber, LeaseId } from '../shared/id.ts';
import type { Link } from '../shared/screen/connect.ts';
import type { KioskView, Shown } from '../shared/views.ts';
import { App } from './app.tsx';
import {
	agencyId,
	beforeOpening,
	busyMorning,
	fridayPrayer,
	holiday,
	largest,
	morning,
	nextKiosk,
	serviceId,
	small,
	takenFor,
	withRooms,
	withSlip,
} from './fixtures.ts';
import { type Flow, type Page, start } from './flow.ts';
import type { Hall } from './hall.ts';
import { type Given, type Kept, NOTHING_KEPT } from './lent/core.ts';
import type { LentDesk } from './lent/desk.ts';
import { LentPage } from './lent/page.tsx';
import { inner } from './pages.tsx';
import { pixelsPerMm } from './panel.ts';
import { Head } from './parts/head.tsx';
import { StillThere } from './parts/still-there.tsx';
import { TakeDialog } from './parts/take-dialog.tsx';
import { Away } from './screens/notice.tsx';
import { indonesian } from './words.ts';

interface Showing {
	readonly shown?: Shown<KioskView> | null;
	readonly link?: Link;
	readonly flow?: Partial<Flow>;
	readonly reply?: Reply<Taken>;
	/** The answer to "Cetak lagi". */
	readonly printing?: Reply<unknown>;
	readonly lent?: LentDesk;
	readonly held?: Reply<Held>;
	readonly sheet?: Reply<RequirementsSent>;
	/** Names of buttons, pressed one after the other as soon as each is there. */
	readonly presses?: readonly string[];
	/** In front of it, or instead of it: what takes the kiosk long to come to by itself. */
	readonly over?: ComponentChildren;
	readonly instead?: ComponentChildren;
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
	toPaper: () => false,
	Page: LentPage,
});
const lent = deskWith(kept);
const nothing = (): void => undefined;
const idle = <StillThere say={indonesian} presence={signal({ kind: 'asked', secondsLeft: 14 })} onStay={nothing} />;
const gaveUp = (
	<TakeDialog
		say={indonesian}
		taking={{
			state: signal({ at: 'gave_up', order: { requestId: 'a press', services: [], priority: null } }),
			press: nothing,
			again: nothing,
			dismiss: nothing,
			forget: nothing,
		}}
	/>
);
const away = (
	<div class="kiosk">
		<Head
			hall={busyMorning.view.hall}
			now={signal(morning)}
			say={indonesian}
			language="id"
			regional={[]}
			unfetched={null}
			lost={true}
			lends={false}
			onLanguage={nothing}
		/>
		<Away say={indonesian} />
	</div>
);
const skck: Page = service('skck-baru');
const find: Page = { at: 'regret', held: null };
const held: Page = { at: 'regret', held: one };
/** The same page for visitors who need it otherwise. */
const also = (name: string, page: Page, more: Showing = {}): Readonly<Record<string, Showing>> =>
	Object.fromEntries(
		(
			[
				['low', { low: true }],
				['large', { large: true }],
				['contrast', { contrast: true }],
				['large-low', { large: true, low: true }],
				['aloud', { aloud: true }],
				['english', { language: 'en' }],
				['javanese', { language: 'jv' }],
			] as const
		).map(([way, flow]) => [`${name}-${way}`, { ...more, flow: { path: [page], ...more.flow, ...flow } }]),
	);

const scenes: Readonly<Record<string, Showing>> = {
	home: {},
	'home-basket': { flow: { basket } },
	'home-priority': { flow: { priority: 'elderly' } },
	'home-friday': { shown: fridayPrayer },
	'home-holiday': { shown: holiday },
	'home-before': { shown: beforeOpening },
	'home-few': { shown: small },
	...also('home', { at: 'home' }),
	'home-aloud-low': { flow: { aloud: true, low: true } },
	'home-unfetched': { flow: { unfetched: 'en' } },
	'home-largest': { shown: largest },
	'home-idle': { over: idle },
	'home-away': { instead: away },
	group: path({ at: 'group', groupId: '2.0' }),
	'group-three': path({ at: 'group', groupId: '1.0' }),
	...also('group', { at: 'group', groupId: '2.0' }),
	'group-largest': { ...path({ at: 'group', groupId: '1.0' }), shown: largest },
	access: path({ at: 'access' }),
	...also('access', { at: 'access' }),
	services: path(agency('disdukcapil')),
	'services-next': { flow: { path: [agency('disdukcapil')], turns: { 'agency disdukcapil': 1 } } },
	'services-basket': { flow: { path: [agency('disdukcapil')], basket } },
	...also('services', agency('disdukcapil')),
	'services-largest': { ...path(agency('agency-0')), shown: largest },
	'services-few': path(agency('polres')),
	'services-closed': path(agency('imigrasi')),
	'services-some-closed': path(agency('dpmptsp')),
	service: path(agency('polres'), service('skck-baru')),
	'service-long': path(agency('dpmptsp'), service('pbg')),
	...also('service', skck),
	'service-procedure': { ...path(skck), presses: ['Prosedur'] },
	'service-costs': { ...path(skck), presses: ['Biaya dan waktu'] },
	'service-gives': { ...path(skck), presses: ['Produk dan pengaduan'] },
	'service-sheet': { ...path(skck), presses: ['Cetak persyaratan'] },
	'service-sheet-refused': {
		...path(skck),
		presses: ['Cetak persyaratan'],
		sheet: { ok: false, refusal: { code: 'printer_away' } },
	},
	'service-idle': { ...path(skck), over: idle },
	'service-idle-low': { flow: { path: [skck], low: true }, over: idle },
	'service-basket': { flow: { path: [service('ktp-ganti')], basket } },
	'service-closed': path(agency('imigrasi'), service('paspor-baru')),
	'service-quota': path(agency('dpmptsp'), service('sip-dokter')),
	priority: path(agency('polres'), service('skck-baru'), { at: 'priority' }),
	'priority-first': { flow: { path: [{ at: 'priority' }], priority: 'pregnant' } },
	'priority-taking': { ...path(skck, { at: 'priority' }), presses: ['Ibu hamil'] },
	...also('priority', { at: 'priority' }),
	search: path({ at: 'search', typed: '' }),
	'search-found': path({ at: 'search', typed: 'kartu' }),
	'search-none': path({ at: 'search', typed: 'sepeda' }),
	'search-many': path({ at: 'search', typed: 'p' }),
	'search-basket': { flow: { path: [{ at: 'search', typed: 'akta' }], basket } },
	'search-second-half': { ...path({ at: 'search', typed: 'a' }), presses: ['N–Z'] },
	'search-largest': { ...path({ at: 'search', typed: 'kartu' }), shown: largest },
	...also('search', { at: 'search', typed: 'pasport' }),
	'search-none-low': { flow: { path: [{ at: 'search', typed: 'sepeda' }], low: true } },
	'search-none-large': { flow: { path: [{ at: 'search', typed: 'sepeda' }], large: true } },
	guides: path({ at: 'guides' }),
	...also('guides', { at: 'guides' }),
	guide: path({ at: 'guide', name: 'Kelahiran anak' }),
	'guide-basket': { flow: { path: [{ at: 'guide', name: 'Membuka usaha' }], basket } },
	...also('guide', { at: 'guide', name: 'Membuka usaha' }),
	regret: path(find),
	...also('regret', find),
	'regret-typed': { ...path(find), presses: ['C', '0', '1'] },
	'regret-typed-low': { flow: { path: [find], low: true }, presses: ['C', '0', '1'] },
	'regret-refused': { ...path(find), presses: ['C', '7', 'Cari nomor ini'] },
	'regret-called': {
		...path(find),
		presses: ['C', '7', 'Cari nomor ini'],
		held: { ok: false, refusal: { code: 'visit_busy', counter: 6 as CounterNumber } },
	},
	'regret-choose': path(held),
	...also('regret-choose', held),
	cancelled: path({ at: 'cancelled', number: one.number }),
	...also('cancelled', { at: 'cancelled', number: one.number }),
	changing: { flow: { replaces: one } },
	basket: { flow: { path: [{ at: 'basket' }], basket } },
	'basket-closed': { flow: { path: [{ at: 'basket' }], basket: [...basket, serviceId('dtks')] } },
	'basket-empty': path({ at: 'basket' }),
	'basket-full': {
		flow: { path: [{ at: 'basket' }], basket: [...basket, ...['jkn-ubah', 'pkb-tahunan', 'npwp'].map(serviceId)] },
	},
	...also('basket', { at: 'basket' }, { flow: { basket } }),
	printing: { ...path(result(one)), shown: withSlip({ state: 'printing' }) },
	printed: { ...path(result(one)), shown: withSlip({ state: 'printed' }) },
	'printed-three': { ...path(result(three)), shown: withSlip({ state: 'printed' }) },
	...also('printed', result(one), { shown: withSlip({ state: 'printed' }) }),
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
	...also('failed', result(one), { shown: withSlip({ state: 'failed', fault: 'paper_out', elsewhere: nextKiosk }) }),
	stalled: { ...path(result(one)), shown: withSlip({ state: 'printing', fault: 'stalled' }) },
	again: {
		...path(result(one)),
		shown: withSlip({ state: 'failed', fault: 'paper_out', elsewhere: nextKiosk }),
		printing: { ok: false, refusal: { code: 'too_fast' } },
		presses: ['Cetak lagi'],
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
	...also('lent', { at: 'lent', given }, { link: 'lost', lent }),
	'lent-paper': { ...path({ at: 'lent', given: { ...given, printed: true } }), link: 'lost', lent },
	preparing: { shown: null, link: 'connecting' },
	unpaired: { shown: null, link: 'unknown_device' },
	full: { shown: null, link: 'busy' },
	updating: { shown: null, link: 'wrong_protocol' },
	taking: { ...path(skck), presses: ['Ambil nomor'] },
	retrying: { ...path(skck), presses: ['Ambil nomor'], reply: { ok: false, refusal: { code: 'offline' } } },
	'gave-up': { ...path(skck), over: gaveUp },
	refused: { ...path(skck), presses: ['Ambil nomor'], reply: { ok: false, refusal: { code: 'too_fast' } } },
	'refused-low': {
		flow: { path: [skck], low: true },
		presses: ['Ambil nomor'],
		reply: { ok: false, refusal: { code: 'too_fast' } },
	},
};

const scale = pixelsPerMm(location.search, undefined, screen);
if (scale !== null) document.documentElement.style.setProperty('--mm', `${scale}px`);
const root = document.getElementById('screen');
if (root === null) throw new Error('kiosk/gallery.html has no element "screen"');
const glass: HTMLElement = root;

function show(name: string): void {
	render(null, glass);
	const scene = scenes[name];
	render(scene ? <Drawn scene={scene} /> : <Names />, glass);
	press(name, scene?.presses ?? []);
}

function Drawn({ scene }: { readonly scene: Showing }) {
	const { shown = busyMorning, link = 'live', flow = {}, reply, printing, lent = null, held, sheet } = scene;
	const hall: Hall = {
		shown: signal(shown),
		link: signal(link),
		// Without an answer of its own a scene stays at "Mengambil nomor …".
		take: () => new Promise((answer) => reply && answer(reply)),
		printAgain: () => new Promise((answer) => printing && answer(printing)),
		printHere: async () => ({ ok: false, refusal: { code: 'already_printed' } }),
		waitIn: async () => ({ ok: true, value: {} }),
		findHeld: async () => held ?? { ok: false, refusal: { code: 'unknown', what: 'number' } },
		cancelTaken: async () => ({ ok: true, value: {} }),
		printRequirements: async () => sheet ?? { ok: true, value: { printer: nextKiosk.name, here: null } },
		lent: signal(lent),
	};
	return (
		<>
			{scene.instead ?? <App hall={hall} now={signal(morning)} from={{ ...start, ...flow }} />}
			{scene.over}
		</>
	);
}

const Names = () => (
	<ul>
		{Object.keys(scenes).map((name) => (
			<li key={name}>
				<a href={`#${name}`}>{name}</a>
			</li>
		))}
	</ul>
);

/** What follows a press may be said only after a moment (visitor.ts). */
const LAST_PRESS = 250;
/** The name of the scene stands on the page once everything that it wants pressed has been. */
function press(name: string, [next, ...others]: readonly string[]): void {
	if (chosen() !== name) return;
	const button = [...document.querySelectorAll('button')].find(
		(it) => next === (it.ariaLabel ?? it.textContent) && it.ariaDisabled !== 'true',
	);
	button?.click();
	if (next === undefined) document.documentElement.dataset.scene = name;
	else
		setTimeout(() => press(name, button ? others : [next, ...others]), button && others.length === 0 ? LAST_PRESS : 30);
}

const chosen = (): string => location.hash.slice(1);
addEventListener('hashchange', () => show(chosen()));
inner.fetch().then(() => show(chosen()), console.error);
