// Sentences of the board in the hall, in English.

import type { Words } from '../words.ts';

const list = (numbers: readonly number[]): string => numbers.join(', ');

export const board: Words['board'] = {
	title: 'Queue board',
	called: 'Now calling',
	recalled: 'Called again',
	serving: 'Being served',
	latest: 'Last call',
	recent: 'Other calls',
	noCall: 'No calls yet',
	noCallHint: 'Please wait. Your number will be shown here when you are called.',
	noRecent: 'No other calls yet',
	waiting: (people) => (people === 0 ? 'nobody waiting' : `${people} waiting`),
	strip: 'The line of each agency',
	noNumber: 'none yet',
	onBreak: (counters) => `Counter ${list(counters)} on a break`,
	closed: (counters) => `Counter ${list(counters)} closed`,
	allClosed: 'All counters closed',
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
	unknownDevice: 'This screen is not registered as a board yet',
	unknownDeviceHint:
		'Open the start page on this screen and choose Board, or ask the hall manager to register this screen.',
	start: 'Open the start page',
	wrongVersion: 'This screen and the server are of different releases',
	wrongVersionHint: 'Switch this screen off and on again. If that does not help, call the hall manager.',
};
