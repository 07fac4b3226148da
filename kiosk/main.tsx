// The kiosk: a portrait touch screen at the door of the hall, where a visitor takes a number.

import '../shared/screen/look.css';
import './kiosk.css';
import './pages.css';
import './lent/lent.css';
import './access.css';
import './screens/regret.css';
import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import type { HandInAsk, LeaseAsk } from '../shared/contract.ts';
import { connect, now } from '../shared/screen/connect.ts';
import { BY_SOCKET } from '../shared/screen/ways.ts';
import { fetchAhead } from './ahead.ts';
import { App } from './app.tsx';
import { start } from './flow.ts';
import { forgetFetched, guard } from './guard.ts';
import type { Hall } from './hall.ts';
import type { LentDesk } from './lent/desk.ts';
import { inner } from './pages.tsx';
import { pixelsPerMm } from './panel.ts';
import { steadyTouch } from './touch.ts';
import { fetchLanguage } from './words.ts';

const connection = connect('kiosk', BY_SOCKET, null);
const scale = pixelsPerMm(location.search, document.documentElement.dataset.inches, screen);
if (scale !== null) document.documentElement.style.setProperty('--mm', `${scale}px`);
guard(document);
forgetFetched(performance);
steadyTouch(document);

const lent = signal<LentDesk | null>(null);
async function fetchLent(): Promise<void> {
	const { openDesk, openKeeping } = await import('./lent/lent.ts');
	const parts = {
		shown: connection.shown,
		link: connection.link,
		handIn: (input: HandInAsk) => connection.ask('handIn', input),
		lease: (input: LeaseAsk) => connection.ask('lease', input),
	};
	lent.value = openDesk(parts, await openKeeping(indexedDB));
}
fetchAhead(
	computed(() => connection.link.value === 'live' && connection.shown.value !== null),
	{
		'the inner pages': inner.fetch,
		'the rooms to wait in': () => import('./rooms.tsx'),
		'what keys do': () => import('./keypad.ts'),
		English: () => fetchLanguage('en'),
		// Last: once numbers are given without the server, everything else that needs it is here.
		'numbers for when the server is away': fetchLent,
	},
);

const root = document.getElementById('screen');
if (root === null) throw new Error('kiosk/index.html has no element "screen"');
const hall: Hall = {
	shown: connection.shown,
	link: connection.link,
	take: (order) => connection.ask('take', order),
	printAgain: (input) => connection.ask('printAgain', input),
	printHere: (input) => connection.ask('printHere', input),
	waitIn: (input) => connection.ask('waitIn', input),
	findHeld: (input) => connection.ask('findHeld', input),
	cancelTaken: (input) => connection.ask('cancelTaken', input),
	printRequirements: (input) => connection.ask('printRequirements', input),
	lent,
};
render(<App hall={hall} now={now} from={start} />, root);
