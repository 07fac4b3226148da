// The kiosk: a portrait touch screen at the door of the hall, where a visitor takes a number.

import '../shared/screen/look.css';
import './kiosk.css';
import './pages.css';
import './lent/lent.css';
import './access.css';
import './screens/regret.css';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { HandInAsk, LeaseAsk } from '../shared/contract.ts';
import { SECOND } from '../shared/id.ts';
import { connect, now } from '../shared/screen/connect.ts';
import { BY_SOCKET } from '../shared/screen/ways.ts';
import { App, type Hall } from './app.tsx';
import { start } from './flow.ts';
import { guard } from './guard.ts';
import type { LentDesk } from './lent/desk.ts';
import { pixelsPerMm } from './panel.ts';
import { steadyTouch } from './touch.ts';

/** After the first view, so that fonts and the first touch come before it. */
const LENT_AFTER = SECOND;
const LENT_AGAIN = 30 * SECOND;

const connection = connect('kiosk', BY_SOCKET, null);
const scale = pixelsPerMm(location.search, document.documentElement.dataset.inches, screen);
if (scale !== null) document.documentElement.style.setProperty('--mm', `${scale}px`);
guard(document);
steadyTouch(document, () => performance.now());

/** Fetched once there is something to see: it must be here before the server goes away, and nobody waits for it. */
const lent = signal<LentDesk | null>(null);
let fetching = false;
effect(() => {
	if (connection.link.value !== 'live' || connection.shown.value === null || lent.value || fetching) return;
	fetching = true;
	setTimeout(fetchLent, LENT_AFTER);
});
async function fetchLent(): Promise<void> {
	try {
		const { openDesk, openKeeping } = await import('./lent/lent.ts');
		const parts = {
			shown: connection.shown,
			link: connection.link,
			handIn: (input: HandInAsk) => connection.ask('handIn', input),
			lease: (input: LeaseAsk) => connection.ask('lease', input),
		};
		lent.value = openDesk(parts, await openKeeping(indexedDB));
	} catch (fault) {
		console.warn('This kiosk gives numbers only while the server is there.', fault);
		setTimeout(() => {
			fetching = false;
		}, LENT_AGAIN);
	}
}

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
