// Every situation of the board without a server, one at a time: gallery.html?show=busy. For the eyes of whoever changes it.

import '../shared/screen/look.css';
import './board.css';
import './notice.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { HOUR, type Instant, SECOND, START } from '../shared/id.ts';
import type { BoardMedia, BoardNotice, BoardView } from '../shared/views.ts';
import { notices } from '../shared/words/id/notices.ts';
import { begin, NOTHING, seen } from './announce.ts';
import { Board, type BoardProps } from './board.tsx';
import {
	AT,
	agenciesView,
	busyView,
	deskView,
	dominantView,
	emptyView,
	facilitiesSide,
	laidOut,
	longNameView,
	longView,
	manyFacilitiesSide,
	oneView,
	pledgeSide,
	quietView,
	recallView,
	roomView,
	serviceSide,
	sixView,
	thirtyView,
	widestView,
	wideView,
	zoneView,
} from './fixtures.ts';

const now = signal<Instant>(AT);
setInterval(() => {
	now.value += SECOND;
}, SECOND);

/** A quiet picture that no server is needed for. */
const PICTURE: BoardMedia = {
	kind: 'picture',
	address: `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path fill="#0b5a52" d="M0 0h16v9H0z"/><circle cx="8" cy="4.5" r="3" fill="#f7f5f0"/></svg>')}`,
	seconds: 10,
};

/** A second of silence as a film; any key makes the board speak, and the next one stops it. */
const film = (name: string): BoardMedia => {
	const head = [
		0x46464952,
		44 + 8_000 - 8,
		0x45564157,
		0x20746d66,
		16,
		0x10001,
		8_000,
		8_000,
		0x80001,
		0x61746164,
		8_000,
	];
	const bytes = new Uint8Array(44 + 8_000).fill(128);
	bytes.set(new Uint8Array(new Uint32Array(head).buffer));
	const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
	return { kind: 'video', address: `data:audio/wav;name=${name};base64,${base64}`, seconds: 0 };
};
const BROKEN: BoardMedia = { kind: 'video', address: 'data:video/mp4;base64,AAAA', seconds: 0 };
const speaking = signal(false);
addEventListener('keydown', () => {
	speaking.value = !speaking.value;
});

type Situation = Partial<BoardProps> & { readonly view: BoardView };
const SITUATIONS: Readonly<Record<string, Situation>> = {
	empty: { view: emptyView },
	quiet: { view: quietView },
	busy: { view: busyView },
	recall: { view: recallView },
	six: { view: sixView },
	zone: { view: zoneView, zone: 2 },
	nozone: { view: busyView, zone: 9 },
	long: { view: longView },
	lost: { view: busyView, link: 'lost' },
	locked: { view: busyView, sound: 'locked' },
	lockedlong: { view: longView, sound: 'locked' },
	lockedlines: { view: laidOut(busyView, { part: 'lines' }), sound: 'locked' },
	lockedcalls: { view: laidOut(sixView, { part: 'calls' }), sound: 'locked' },
	lockedside: { view: serviceSide(sixView), sound: 'locked' },
	lockeddesk: { view: deskView('alone', 'D-012'), sound: 'locked' },
	silent: { view: busyView, sound: 'none' },
	muted: { view: zoneView, zone: 2, sound: 'muted' },
	connecting: { view: emptyView, shown: null, link: 'connecting' },
	unknown: { view: emptyView, shown: null, link: 'unknown_device' },
	version: { view: emptyView, link: 'wrong_protocol' },
	one: { view: oneView },
	thirty: { view: thirtyView },
	dominant: { view: dominantView },
	wide: { view: wideView },
	longname: { view: longNameView },
	longnameroom: { view: { ...roomView(2), hall: longNameView.hall } },
	facilitiesmany: { view: manyFacilitiesSide(sixView) },
	eighteen: { view: agenciesView(18) },
	forty: { view: agenciesView(40) },
	roomempty: { view: roomView(0) },
	room: { view: roomView(2) },
	roommany: { view: roomView(9) },
	dim: { view: { ...quietView, night: 'dim' } },
	black: { view: { ...emptyView, night: 'black', opens: AT + 22 * HOUR } },
	blacklost: { view: { ...emptyView, night: 'black', opens: AT + 46 * HOUR }, link: 'lost' },
	woken: { view: { ...busyView, night: 'black' } },
	break: { view: told(busyView, 'break', 'Loket 3 istirahat. Antrean A tetap dilayani di loket 1 dan 2.') },
	deskcloses: {
		view: told(busyView, 'closed', 'Loket 12 tutup hari ini. Nomor antrean BZ tetap berlaku; silakan menunggu.'),
	},
	prayer: { view: told(busyView, 'prayer', notices.prayer) },
	ownnotice: {
		view: told(
			laidOut(sixView, { side: 'media' }),
			'own',
			'Pengambilan kupon sembako di loket 1. '.repeat(8).slice(0, 300),
		),
	},
	films: {
		view: laidOut(
			busyView,
			{ side: 'media' },
			{ media: [film('one'), BROKEN, { ...PICTURE, seconds: 1 }, film('two')] },
		),
		stage: { speaking, givesWay: () => false },
	},
	oldfilms: {
		view: laidOut(busyView, { side: 'media' }, { media: [film('one')] }),
		stage: { speaking, givesWay: () => true },
	},
	brokenfilms: { view: laidOut(serviceSide(busyView), { side: 'media' }, { media: [BROKEN] }) },
	...laidOutAll(),
	...allSpoken(),
};

/** The number that is being spoken: the newest, one beside it, and one on another page; with the widest letter there is. */
function allSpoken(): Readonly<Record<string, Situation>> {
	const of = (view: BoardView, number: string): Situation => ({
		view,
		speaking: { kind: 'call', rev: view.calls[0]?.rev ?? START, number },
	});
	const beside = 'M-018';
	return {
		spoken: of(widestView, 'M-008'),
		spokenrow: of(sixView, beside),
		spokenpage: of(thirtyView, thirtyView.calls[27]?.number ?? ''),
		spokencalls: of(laidOut(sixView, { part: 'calls' }), beside),
		spokenside: of(serviceSide(sixView), beside),
		spokenwide: of(serviceSide(widestView), 'M-008'),
		spokendesk: of(deskView('called', 'M-008'), 'M-008'),
	};
}

/** With a notice in the foot, for as long as one stands there. */
function told(view: BoardView, kind: BoardNotice['kind'], text: string): BoardView {
	return { ...view, notices: [{ key: kind, at: AT, kind, text, sound: null }] };
}

/** Each way to divide a board, with one, six and thirty calls, many agencies, and numbers of the widest kind. */
function laidOutAll(): Readonly<Record<string, Situation>> {
	const views = {
		empty: emptyView,
		one: oneView,
		six: sixView,
		thirty: thirtyView,
		forty: agenciesView(40),
		wide: wideView,
	};
	const layouts: Readonly<Record<string, (view: BoardView) => BoardView>> = {
		calls: (view) => laidOut(view, { part: 'calls' }),
		lines: (view) => laidOut(view, { part: 'lines' }),
		info: serviceSide,
		pledge: pledgeSide,
		facilities: facilitiesSide,
		media: (view) => laidOut(view, { side: 'media' }, { media: [PICTURE] }),
		nothing: (view) => laidOut(view, { side: 'media' }),
	};
	const all = Object.entries(layouts).flatMap(([layout, lay]) =>
		Object.entries(views).map(([name, view]): [string, Situation] => [`${layout}-${name}`, { view: lay(view) }]),
	);
	const desks = (['called', 'serving', 'ready', 'break', 'alone', 'closed'] as const).map(
		(state): [string, Situation] => [`desk-${state}`, { view: deskView(state, 'D-012') }],
	);
	return Object.fromEntries([...all, ...desks, ['desk-wide', { view: deskView('called', 'MW-1024') }]]);
}

const screen = document.getElementById('screen');
if (!screen) throw new Error('the page has no #screen');

const Index = () => (
	<ul>
		{Object.keys(SITUATIONS).map((name) => (
			<li key={name}>
				<a href={`?show=${name}`}>{name}</a>
			</li>
		))}
	</ul>
);

function Show({ view, ...more }: Situation) {
	const board: BoardProps = {
		...{
			link: 'live',
			announcing: seen(begin(NOTHING), view, AT).state,
			sound: 'ready',
			unlock: () => undefined,
			speaking: null,
			stage: null,
			zone: null,
		},
		shown: { rev: view.calls[0]?.rev ?? START, at: AT, view },
		now: now.value,
		...more,
	};
	return <Board {...board} />;
}

/** Drawn anew when the address is changed without loading the page (history.replaceState and a popstate event). */
function draw(to: HTMLElement): void {
	const situation = SITUATIONS[new URLSearchParams(location.search).get('show') ?? ''];
	now.value = AT;
	render(null, to);
	render(situation ? <Show {...situation} /> : <Index />, to);
}
addEventListener('popstate', () => draw(screen));
draw(screen);
