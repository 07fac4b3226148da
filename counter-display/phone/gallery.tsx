// Every situation of the board on a phone without a server: gallery.html?show=called. For the eyes of whoever changes it.

import '../../shared/screen/look.css';
import './phone.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { MINUTE, START } from '../../shared/id.ts';
import type { BoardView, Shown } from '../../shared/views.ts';
import { AT, busyView, emptyView, longView, quietView, recallView, sixView, zoneView } from '../fixtures.ts';
import { english } from './english.ts';
import { openMine } from './mine.ts';
import { Phone, type PhoneProps } from './phone.tsx';
import { indonesian } from './words.ts';

interface Situation extends Partial<PhoneProps> {
	readonly view: BoardView;
	/** The number that is followed. */
	readonly number?: string;
}

const spoken = { ...busyView, voice: { ...busyView.voice, english: true } };
const announced: BoardView = {
	...busyView,
	notices: [
		{ key: 'a', at: AT - 9 * MINUTE, kind: 'break', text: 'Loket 2 istirahat.', sound: null },
		{
			...{ key: 'b', at: AT - MINUTE, kind: 'closing', sound: null },
			text: 'Layanan hari ini ditutup pukul 15.00. Pemegang nomor antrean tetap kami layani.',
		},
	],
};
const SITUATIONS: Readonly<Record<string, Situation>> = {
	empty: { view: { ...emptyView, night: 'black', opens: AT + 90 * MINUTE } },
	quiet: { view: quietView },
	busy: { view: busyView },
	six: { view: sixView },
	recall: { view: recallView },
	long: { view: longView, number: 'AB-1024' },
	zone: { view: { ...zoneView, place: 'Zona 2 - Perangkat Daerah' } },
	spoken: { view: spoken, aloud: true },
	announced: { view: announced },
	following: { view: busyView, number: 'C-061' },
	passed: { view: busyView, number: 'C-040' },
	called: { view: busyView, number: 'A-012' },
	understood: { view: busyView, number: 'A-012', calling: null },
	serving: { view: busyView, number: 'D-041' },
	missed: { view: busyView, number: 'N-033' },
	closed: { view: busyView, number: 'W-011' },
	lost: { view: busyView, link: 'lost', number: 'C-061' },
	english: { view: spoken, say: english, number: 'N-033' },
	muted: { view: busyView, aloud: true, sound: 'locked' },
	connecting: { view: emptyView, shown: null, link: 'connecting' },
	full: { view: emptyView, shown: null, link: 'busy' },
	unwanted: { view: emptyView, shown: null, link: 'unknown_device' },
};

const screen = document.getElementById('screen');
if (!screen) throw new Error('the page has no #screen');
const situation = SITUATIONS[new URLSearchParams(location.search).get('show') ?? ''];

const nothingKept = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

function Show({ view, number, ...more }: Situation) {
	const shown: Shown<BoardView> = { rev: view.calls[0]?.rev ?? START, at: AT, view };
	const mine = openMine(signal(shown), nothingKept, () => undefined);
	if (number) mine.follow(number);
	return (
		<Phone
			{...{ shown, link: 'live', now: AT, say: indonesian, noEnglish: false, news: '', rings: true, aloud: false }}
			sound="ready"
			onLanguage={() => undefined}
			following={mine.following.value}
			calling={mine.calling.value}
			onFollow={mine.follow}
			onStop={mine.stop}
			onUnderstood={mine.understood}
			onRings={() => undefined}
			onAloud={() => undefined}
			{...more}
		/>
	);
}

const Index = () => (
	<ul>
		{Object.keys(SITUATIONS).map((name) => (
			<li key={name}>
				<a href={`?show=${name}`}>{name}</a>
			</li>
		))}
	</ul>
);

render(situation ? <Show {...situation} /> : <Index />, screen);
