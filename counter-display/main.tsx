// Makes this browser a board: reads the address, connects to the hall, lets calls ring, and draws.

import '../shared/screen/look.css';
import './board.css';
import { render } from 'preact';
import { connect, now } from '../shared/screen/connect.ts';
import { readAddress } from './address.ts';
import { announcer } from './announcer.ts';
import { Board } from './board.tsx';
import { chime } from './chime.ts';
import { Notice } from './parts/notice.tsx';
import { say } from './words.ts';

const screen = document.getElementById('screen');
if (!screen) throw new Error('the page has no #screen');
const asked = readAddress(location.search);

if (asked.ok) {
	const { shown, link } = connect('board', asked.zone);
	const { sound, unlock, ring } = chime();
	const announcing = announcer(shown, sessionStorage, ring);
	// Any touch and any key of the remote control will do.
	document.addEventListener('pointerdown', unlock);
	document.addEventListener('keydown', unlock);
	const App = () => (
		<Board
			shown={shown.value}
			link={link.value}
			announcing={announcing.value}
			sound={sound.value}
			unlock={unlock}
			zone={asked.zone}
			now={now.value}
		/>
	);
	render(<App />, screen);
} else {
	const { badZone, badZoneHint, allZones } = say.board;
	render(<Notice title={badZone} hint={badZoneHint} to={location.pathname} label={allZones} />, screen);
}
