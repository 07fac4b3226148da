// Every situation of the console without a server, one at a time: gallery.html?show=serving. For the eyes of whoever changes it.

import '../shared/screen/look.css';
import './console.css';
import { signal } from '@preact/signals';
import { type ComponentChild, render } from 'preact';
import type { ReportGroup } from '../shared/report.ts';
import type { Link } from '../shared/screen/connect.ts';
import type { ConsoleView } from '../shared/views.ts';
import type { Question } from './deeds.ts';
import { Door } from './door.tsx';
import { AT, COUNTERS, EMPTY_REPORT, REPORT, VIEWS } from './fixtures.ts';
import { createHand, type Notice } from './hand.ts';
import { type Loaded, ReportView } from './report/view.tsx';
import { Screen } from './screen.tsx';
import { SignIn } from './sign-in.tsx';

interface Situation {
	readonly link: Link;
	readonly question: Question | null;
	readonly reason: Notice['reason'] | null;
}
const CALM: Situation = { link: 'live', question: null, reason: null };

/** Nothing is sent from here: every press is answered as if the server were away. */
function desk(view: ConsoleView, situation: Situation) {
	const hand = createHand({
		ask: async () => ({ ok: false, refusal: { code: 'offline' } }),
		signedOff: () => location.reload(),
	});
	hand.question.value = situation.question;
	hand.notice.value = situation.reason && { count: 1, reason: situation.reason };
	return () => <Screen view={view} link={situation.link} at={AT} hand={hand} />;
}

const by = signal<ReportGroup>('agency');
const manager = (loaded: Loaded) => () => (
	<ReportView
		today={REPORT.to}
		range={{ from: REPORT.from, to: REPORT.to }}
		loaded={loaded}
		by={by.value}
		choose={() => location.reload()}
		group={(wanted) => {
			by.value = wanted;
		}}
		leave={() => location.reload()}
	/>
);
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
const SHOWS: Readonly<Record<string, () => ComponentChild>> = {
	idle: desk(VIEWS.idle, CALM),
	empty: desk(VIEWS.empty, CALM),
	called: desk(VIEWS.called, CALM),
	serving: desk(VIEWS.serving, CALM),
	paused: desk(VIEWS.paused, CALM),
	undo: desk(VIEWS.undo, CALM),
	parked: desk(VIEWS.parked, CALM),
	choose: desk(VIEWS.parked, { ...CALM, reason: { code: 'choose_parked' } }),
	offline: desk(VIEWS.called, { ...CALM, link: 'lost' }),
	refused: desk(VIEWS.called, { ...CALM, reason: { code: 'counter_busy', number: 'C-012' } }),
	park: desk(VIEWS.serving, { ...CALM, question: { about: 'park', ticket: serving } }),
	transfer: desk(VIEWS.serving, { ...CALM, question: { about: 'transfer', ticket: serving } }),
	pause: desk(VIEWS.idle, { ...CALM, question: { about: 'pause' } }),
	keys: desk(VIEWS.idle, { ...CALM, question: { about: 'keys' } }),
	signin: form(false, false),
	'signin-wrong': form(true, false),
	'signin-bye': form(false, true),
	unknown: () => <Door link="unknown_device" />,
	connecting: () => <Door link="connecting" />,
	report: manager({ state: 'ready', report: REPORT }),
	'report-empty': manager({ state: 'ready', report: EMPTY_REPORT }),
	'report-failed': manager({ state: 'failed', report: null, refusal: { code: 'no_answer' } }),
	'report-loading': manager({ state: 'loading', report: null }),
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
