// The kiosk: a portrait touch screen at the door of the hall, where a visitor takes a number.

import '../shared/screen/look.css';
import './kiosk.css';
import './pages.css';
import { render } from 'preact';
import { connect, now } from '../shared/screen/connect.ts';
import { App } from './app.tsx';
import { start } from './flow.ts';
import { guard } from './guard.ts';
import { pixelsPerMm } from './panel.ts';

const connection = connect('kiosk', null);
const scale = pixelsPerMm(location.search, screen);
if (scale !== null) document.documentElement.style.setProperty('--mm', `${scale}px`);
guard(document);

const root = document.getElementById('screen');
if (root === null) throw new Error('kiosk/index.html has no element "screen"');
const hall = {
	shown: connection.shown,
	link: connection.link,
	take: (order: Parameters<typeof connection.ask<'take'>>[1]) => connection.ask('take', order),
};
render(<App hall={hall} now={now} from={start} />, root);
