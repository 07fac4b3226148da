// Sentences of the board in the hall, in English.

import type { DeskWord } from '../../speech.ts';
import type { Words } from '../words.ts';
import { DESKS } from './common.ts';

const list = (numbers: readonly number[]): string => numbers.join(', ');
/** In the middle of a sentence. */
const desk = (word: DeskWord): string => DESKS[word].toLowerCase();

export const board: Words['board'] = {
	title: 'Queue board',
	called: 'Now calling',
	recalled: 'Called again',
	serving: 'Being served',
	latest: 'Last call',
	recent: 'Other calls',
	noCall: 'No calls yet',
	steps: {
		take: 'Take a number at the kiosk',
		takeForRoom: (room) => `Take a number at the kiosk and choose to wait in ${room}`,
		wait: 'Wait until your number is shown here',
		go: (word) => `Go to the ${desk(word)} beside it`,
	},
	spokenNow: 'Being spoken',
	noRecent: 'No other calls yet',
	waiting: (people) => (people === 0 ? 'nobody waiting' : `${people} waiting`),
	strip: 'The line of each agency',
	noNumber: 'none yet',
	onBreak: (counters, word) => `${DESKS[word]} ${list(counters)} on a break`,
	closed: (counters, word) => `${DESKS[word]} ${list(counters)} closed`,
	allClosed: (word) => `All ${desk(word)}s closed`,
	zone: (number) => `Zone ${number}`,
	page: (page, pages) => `${page} of ${pages}`,
	unlockSound: 'Touch the screen or press OK for sound',
	noSound: 'This screen cannot make a sound',
	muted: 'The sound of this screen is off',
	connecting: 'Connecting to the hall server…',
	lost: (clock) => `Connection lost, reconnecting… As of ${clock}`,
	noSuchZone: (asked) => `There is no zone ${asked}; all zones are shown`,
	badZone: 'The zone number in the address is not right',
	badZoneHint: 'Write the zone as a number, for example ?zone=2, or show all zones.',
	allZones: 'Show all zones',
	lines: 'The lines now',
	desks: (ranges, word) => `${DESKS[word]} ${ranges}`,
	forRoom: (room) => `Calls for you who wait in ${room}`,
	here: {
		desk: (word) => DESKS[word],
		break: 'On a break, back in a moment',
		closed: (word) => `This ${desk(word)} is closed`,
		ready: 'Ready',
		readyHint: 'Please wait until your number is called.',
		last: (number) => `Last number ${number}`,
		stays: 'Your number stays valid. If you need help, please go to the information desk.',
	},
	info: {
		requirements: 'What to bring',
		moreRequirements: (count) => `and ${count} more`,
		moreFacilities: (count) => `and ${count} more`,
		fee: 'Fee',
		completion: 'Ready within',
		atOnce: 'Done at the counter',
		pledge: 'Our service pledge',
		facilities: 'Facilities for you',
	},
	onPhone: 'See it on your phone',
	qr: 'QR code of this board',
	opens: (when) => `Opens ${when}`,
	nightClosed: 'The hall is closed',
	unknownDevice: 'This screen is not registered as a board yet',
	unknownDeviceHint:
		'Open the start page on this screen and choose Board, or ask the hall manager to register this screen.',
	start: 'Open the start page',
	wrongVersion: 'This screen and the server are of different releases',
	wrongVersionHint: 'Switch this screen off and on again. If that does not help, call the hall manager.',
};
