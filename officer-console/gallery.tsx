// Every situation of the console without a server, one at a time: gallery.html?show=serving. For the eyes of whoever changes it.

import '../shared/screen/look.css';
import './console.css';
import './boards/boards.css';
import { signal } from '@preact/signals';
import { type ComponentChild, render } from 'preact';
import type { ReportGroup } from '../shared/report.ts';
import type { Link } from '../shared/screen/connect.ts';
import type { SlipLayout } from '../shared/slip.ts';
import type { ConsoleView, PrinterNow } from '../shared/views.ts';
import { WALL as BOARDS, MEDIA, NO_BOARDS, TEXTS, UPLOADS } from './boards/fixtures.ts';
import { changed, type LayoutDraft, draftOf as layoutDraftOf } from './boards/layout-draft.ts';
import { LayoutView } from './boards/layout-view.tsx';
import { type MediaNews, MediaView } from './boards/media-view.tsx';
import { faultsOf, type SettingsDraft, draftOf as textsDraftOf } from './boards/settings-draft.ts';
import { SettingsView } from './boards/settings-view.tsx';
import { type Tab, Tabs } from './boards/tabs.tsx';
import type { Question } from './deeds.ts';
import { Door } from './door.tsx';
import { AT, COUNTERS, EMPTY_REPORT, PRINTERS, REPORT, SILENT, VIEWS } from './fixtures.ts';
import { createHand, type Notice } from './hand.ts';
import { Leaving } from './manager/dialog.tsx';
import { Frame, type PageName } from './manager/frame.tsx';
import { ALL_WELL, NO_PRINTERS, WALL } from './printers/fixtures.ts';
import { inTrouble } from './printers/urgency.ts';
import { Wall } from './printers/view.tsx';
import type { Watched } from './printers/watch.ts';
import { type Loaded, ReportView } from './report/view.tsx';
import { Screen } from './screen.tsx';
import { SignIn } from './sign-in.tsx';
import { type Draft, draftOf } from './slip/draft.ts';
import { LAYOUT, PICTURE, PROFILES, WRONG } from './slip/fixtures.ts';
import { SlipNotYet, SlipView } from './slip/view.tsx';
import { VOICE } from './voice/gallery.tsx';

interface Situation {
	readonly link: Link;
	readonly question: Question | null;
	readonly reason: Notice['reason'] | null;
	readonly armed?: true;
}
const CALM: Situation = { link: 'live', question: null, reason: null };

/** Nothing is sent from here: every press is answered as if the server were away. */
function desk(view: ConsoleView, situation: Situation) {
	const hand = createHand({
		ask: async () => ({ ok: false, refusal: { code: 'offline' } }),
		signedOff: () => location.reload(),
	});
	hand.question.value = situation.question;
	hand.armed.value = situation.armed ?? false;
	hand.notice.value = situation.reason && { count: 1, reason: situation.reason };
	return () => <Screen view={view} link={situation.link} at={AT} hand={hand} />;
}

const by = signal<ReportGroup>('agency');
const muted = signal(false);
/** A page of the manager's with everything around it. */
const framed = (page: PageName, troubles: readonly PrinterNow[], content: () => ComponentChild) => () => (
	<Frame
		page={page}
		choose={(name) => {
			location.search = `?show=${name}`;
		}}
		troubles={troubles}
		silent={[]}
		muted={muted.value}
		mute={(wanted) => {
			muted.value = wanted;
		}}
		leave={() => location.reload()}
		refusal={null}
	>
		{content()}
	</Frame>
);
const reported = (loaded: Loaded) => framed('report', [], () => report(loaded));
const report = (loaded: Loaded) => (
	<ReportView
		today={REPORT.to}
		range={{ from: REPORT.from, to: REPORT.to }}
		loaded={loaded}
		by={by.value}
		choose={() => location.reload()}
		group={(wanted) => {
			by.value = wanted;
		}}
	/>
);
const NO = { ok: false, refusal: { code: 'offline' } } as const;
const YES = { ok: true, value: {} } as const;
const wall = (watched: Watched) =>
	framed('printers', inTrouble(watched.wall?.printers ?? []), () => (
		<Wall
			watched={watched}
			deeds={{
				test: async () => YES,
				roll: async () => YES,
				cancel: async () => ({ ok: true, value: { cancelled: 3 } }),
				reprint: async () => NO,
			}}
		/>
	));
const draft = signal<Draft | null>(null);
const profile = signal('epson-tm-t82');
const slip = (layout: SlipLayout, saving: 'rest' | 'done', unsaved: boolean) =>
	framed('slip', [], () => (
		<SlipView
			printers={[{ name: 'Kios 1', profile: 'epson-tm-t82' }]}
			draft={draft.value ?? draftOf(layout)}
			change={(part) => {
				draft.value = { ...(draft.value ?? draftOf(layout)), ...part };
			}}
			revert={() => {
				draft.value = draftOf(layout);
			}}
			save={() => location.reload()}
			saving={saving}
			unsaved={unsaved}
			profiles={PROFILES}
			profile={profile.value}
			choose={(wanted) => {
				profile.value = wanted;
			}}
			picture={{ address: PICTURE, refusal: null, busy: false }}
		/>
	));
const tabs = (tab: Tab) => (
	<Tabs
		tab={tab}
		choose={(name) => {
			location.search = `?show=boards-${name}`;
		}}
	/>
);
const boardsPage = (content: () => ComponentChild) =>
	framed('boards', [], () => <main class="boards">{content()}</main>);
const SAVED = {
	saving: 'rest',
	unsaved: true,
	save: () => location.reload(),
	revert: () => location.reload(),
} as const;
const laidOut = signal<LayoutDraft | null>(null);
const layouts = (wall: typeof BOARDS, lost: boolean) =>
	boardsPage(() => {
		const board = wall.boards[0] ?? null;
		const draftNow = board && (laidOut.value ?? layoutDraftOf(board.layout));
		return (
			<LayoutView
				tabs={tabs('layout')}
				wall={wall}
				lost={lost}
				board={board}
				choose={() => location.reload()}
				remove={() => location.reload()}
				removed={null}
				draft={draftNow}
				change={(part) => {
					laidOut.value = draftNow && changed(draftNow, part);
				}}
				shape="landscape"
				setShape={() => location.reload()}
				{...SAVED}
			/>
		);
	});
const texts = signal<SettingsDraft>(textsDraftOf(TEXTS));
const boardTexts = boardsPage(() => (
	<SettingsView
		tabs={tabs('settings')}
		draft={texts.value}
		faults={faultsOf(texts.value)}
		change={(part) => {
			texts.value = { ...texts.value, ...part };
		}}
		{...SAVED}
	/>
));
const boardMedia = (list: typeof MEDIA, uploads: typeof UPLOADS, news: MediaNews | null) =>
	boardsPage(() => (
		<MediaView
			tabs={tabs('media')}
			list={list}
			shownOn={list.media.length > 0 ? 1 : 0}
			uploads={uploads}
			news={news}
			deeds={{
				add: () => undefined,
				cancel: () => undefined,
				dismiss: () => undefined,
				stand: async () => undefined,
				move: async () => undefined,
				remove: async () => undefined,
				restore: async () => undefined,
			}}
		/>
	));
const form = (refused: boolean, bye: boolean) => () => (
	<SignIn
		counters={COUNTERS}
		refusal={refused ? { code: 'wrong_pin', left: 2 } : null}
		busy={false}
		bye={bye}
		send={() => location.reload()}
	/>
);

const serving = { ticketId: VIEWS.serving.now.ticketId, rev: VIEWS.serving.now.rev, number: VIEWS.serving.now.number };
const calledOne = { ticketId: VIEWS.called.now.ticketId, rev: VIEWS.called.now.rev, number: VIEWS.called.now.number };
/** One press ended a visit and called the next. */
const BOTH: ConsoleView['undo'] = {
	...VIEWS.undo.undo,
	kind: 'called',
	ended: { number: 'C-011', kind: 'closed', as: 'served' },
};
const SHOWS: Readonly<Record<string, () => ComponentChild>> = {
	idle: desk(VIEWS.idle, CALM),
	empty: desk(VIEWS.empty, CALM),
	armed: desk(VIEWS.empty, { ...CALM, armed: true }),
	called: desk(VIEWS.called, CALM),
	next: desk(VIEWS.called, { ...CALM, question: { about: 'next', ticket: calledOne } }),
	last: desk({ ...VIEWS.serving, line: [], waiting: 0 }, CALM),
	unspoken: desk(SILENT.unspoken, CALM),
	mute: desk(SILENT.mute, CALM),
	serving: desk(VIEWS.serving, CALM),
	paused: desk(VIEWS.paused, CALM),
	undo: desk(VIEWS.undo, CALM),
	'undo-both': desk({ ...VIEWS.called, undo: BOTH }, CALM),
	parked: desk(VIEWS.parked, CALM),
	choose: desk(VIEWS.parked, { ...CALM, reason: { code: 'choose_parked' } }),
	offline: desk(VIEWS.called, { ...CALM, link: 'lost' }),
	refused: desk(VIEWS.called, { ...CALM, reason: { code: 'counter_busy', number: 'C-012' } }),
	park: desk(VIEWS.serving, { ...CALM, question: { about: 'park', ticket: serving } }),
	transfer: desk(VIEWS.serving, { ...CALM, question: { about: 'transfer', ticket: serving } }),
	pause: desk(VIEWS.idle, { ...CALM, question: { about: 'pause' } }),
	trouble: desk(PRINTERS.trouble, CALM),
	troubles: desk(PRINTERS.troubles, CALM),
	'near-end': desk(PRINTERS.nearEnd, CALM),
	'kiosk-away': desk(PRINTERS.kioskAway, CALM),
	reprint: desk(PRINTERS.trouble, { ...CALM, question: { about: 'reprint', number: 'D-007' } }),
	reprinted: desk(VIEWS.idle, { ...CALM, reason: { code: 'reprinted', number: 'C-012', printer: 'Kios 1' } }),
	keys: desk(VIEWS.idle, { ...CALM, question: { about: 'keys' } }),
	signin: form(false, false),
	'signin-wrong': form(true, false),
	'signin-bye': form(false, true),
	unknown: () => <Door link="unknown_device" />,
	connecting: () => <Door link="connecting" />,
	report: reported({ state: 'ready', report: REPORT }),
	'report-empty': reported({ state: 'ready', report: EMPTY_REPORT }),
	'report-failed': reported({ state: 'failed', report: null, refusal: { code: 'no_answer' } }),
	'report-loading': reported({ state: 'loading', report: null }),
	'report-alarm': framed('report', inTrouble(WALL.printers), () => report({ state: 'ready', report: REPORT })),
	printers: wall({ wall: WALL, refusal: null }),
	'printers-well': wall({ wall: ALL_WELL, refusal: null }),
	'printers-lost': wall({ wall: WALL, refusal: { code: 'offline' } }),
	'printers-none': wall({ wall: NO_PRINTERS, refusal: null }),
	'printers-loading': wall({ wall: null, refusal: null }),
	'printers-failed': wall({ wall: null, refusal: { code: 'no_answer' } }),
	'boards-layout': layouts(BOARDS, false),
	'boards-lost': layouts(BOARDS, true),
	'boards-none': layouts(NO_BOARDS, false),
	'boards-settings': boardTexts,
	'boards-media': boardMedia(MEDIA, [], null),
	'boards-uploads': boardMedia(MEDIA, UPLOADS, { kind: 'refused', refusal: { code: 'media', fault: 'disk' } }),
	'boards-no-media': boardMedia({ ...MEDIA, media: [] }, [], null),
	slip: slip(LAYOUT, 'rest', false),
	'slip-wrong': slip(WRONG, 'rest', true),
	'slip-saved': slip(LAYOUT, 'done', false),
	'slip-leaving': framed('slip', [], () => <Leaving go={() => location.reload()} stay={() => location.reload()} />),
	'slip-failed': framed('slip', [], () => (
		<SlipNotYet refusal={{ code: 'no_answer' }} again={() => location.reload()} />
	)),
	'slip-loading': framed('slip', [], () => <SlipNotYet refusal={null} again={() => location.reload()} />),
	...Object.fromEntries(Object.entries(VOICE).map(([name, content]) => [name, framed('voice', [], content)])),
};

function Gallery() {
	const show = SHOWS[new URLSearchParams(location.search).get('show') ?? ''];
	return (
		show?.() ?? (
			<ul class="sheet">
				{Object.keys(SHOWS).map((name) => (
					<li key={name}>
						<a href={`?show=${name}`}>{name}</a>
					</li>
				))}
			</ul>
		)
	);
}

const root = document.getElementById('screen');
if (!root) throw new Error('the page has no #screen');
render(<Gallery />, root);
