// The kiosk: a portrait touch screen at the door of the hall, where a visitor takes a number.

import '../shared/screen/look.css';
import './kiosk.css';
import './pages.css';
import { render } from 'preact';
import { connect, now } from '../shared/screen/connect.ts';
import { BY_SOCKET } from '../shared/screen/ways.ts';
import { App, type Hall } from './app.tsx';
import { start } from './flow.ts';
import { guard } from './guard.ts';
import { pixelsPerMm } from './panel.ts';

const connection = connect('kiosk', BY_SOCKET, null);
const scale = pixelsPerMm(location.search, screen);
if (scale !== null) document.documentElement.style.setProperty('--mm', `${scale}px`);
guard(document);

const root = document.getElementById('screen');
if (root === null) throw new Error('kiosk/index.html has no element "screen"');
const hall: Hall = {
	shown: connection.shown,
	link: connection.link,
	take: (order) => connection.ask('take', order),
	printAgain: (input) => connection.ask('printAgain', input),
	printHere: (input) => connection.ask('printHere', input),
	waitIn: (input) => connection.ask('waitIn', input),
};
render(<App hall={hall} now={now} from={start} />, root);
