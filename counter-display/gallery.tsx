// Every situation of the board without a server, one at a time: gallery.html?show=busy. For the eyes of whoever changes it.

import '../shared/screen/look.css';
import './board.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { type Instant, SECOND, START } from '../shared/id.ts';
import type { BoardView } from '../shared/views.ts';
import { begin, NOTHING, seen } from './announce.ts';
import { Board, type BoardProps } from './board.tsx';
import { AT, busyView, emptyView, longView, quietView, recallView, sixView, zoneView } from './fixtures.ts';

const now = signal<Instant>(AT);
setInterval(() => {
	now.value += SECOND;
}, SECOND);

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
	silent: { view: busyView, sound: 'none' },
	muted: { view: zoneView, zone: 2, sound: 'muted' },
	connecting: { view: emptyView, shown: null, link: 'connecting' },
	unknown: { view: emptyView, shown: null, link: 'unknown_device' },
	version: { view: emptyView, link: 'wrong_protocol' },
};

const wanted = new URLSearchParams(location.search).get('show') ?? '';
const situation = SITUATIONS[wanted];
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
			zone: null,
		},
		shown: { rev: view.calls[0]?.rev ?? START, at: AT, view },
		now: now.value,
		...more,
	};
	return <Board {...board} />;
}

render(situation ? <Show {...situation} /> : <Index />, screen);
