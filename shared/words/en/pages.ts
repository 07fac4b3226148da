// The pages that the server draws itself, in English.

import type { DeskWord } from '../../speech.ts';
import type { Words } from '../words.ts';
import { DESKS } from './common.ts';

const at = (desk: DeskWord, counters: readonly number[]): string =>
	`${DESKS[desk].toLowerCase()} ${counters.join(', ')}`;

export const pages: Words['pages'] = {
	home: {
		title: 'Giliran',
		lead: 'The queue system of a public service hall. Choose what this browser shall be.',
		demo: 'Example',
		demoLead:
			'This is an example hall: its data and its officers are made up. Any browser on this computer may be any screen.',
		screens: 'Screens',
		kiosk: 'Kiosk',
		kioskAbout: 'Visitors choose a service and take a number.',
		board: 'Board',
		boardAbout: 'The screen in the lobby: who is called, and where to.',
		boardZone: (zone) => `Board: ${zone}`,
		boardZoneAbout: 'A board of one zone only.',
		phone: 'Board on a phone',
		phoneAbout: 'The board that visitors open on their phone, by the QR code on the board.',
		console: 'Counter console',
		consoleAbout: 'Officers call and serve; managers read the report.',
		tray: 'Slip tray',
		trayAbout: 'The latest slips as they look on paper.',
		officers: 'Example officers',
		officersAbout: 'Sign in at the counter console with this user name and PIN.',
		name: 'Name',
		username: 'User',
		pin: 'PIN',
		place: 'Place',
		manager: 'Manager: report',
		api: 'For programs',
		apiAbout: 'The list of requests (OpenAPI), health, and figures for monitoring.',
		pair: 'Pair a screen',
		pairAbout: 'Is this browser not a screen of the hall yet? Ask the manager for a code.',
	},
	pair: {
		title: 'Pair a screen',
		lead: 'Ask the manager of the hall for a code (command: npm run hall -- device add), then open this address with it:',
		wrong: 'This code is wrong, used, or older than ten minutes. Ask for a new one.',
		panel: 'How large is the screen of this kiosk?',
		panelLead:
			'Choose its diagonal in inches, as written on the box or on the back. With it every button is made as large as a finger.',
		panelInch: (inches) => `${inches} inches`,
		panelOther: 'Another size (inches)',
		panelSave: 'Save',
		panelWrong: 'Enter the diagonal as a number, 7 to 100 inches.',
		panelLater: 'Not known yet, go on to the kiosk',
		panelNotKiosk: 'This browser is not paired as a kiosk yet.',
	},
	ticket: {
		title: (number) => `Number ${number}`,
		yours: 'Your number',
		goTo: (counter, desk) => `Please go to ${at(desk, [counter])}`,
		serving: (counter, desk) => `You are being served at ${at(desk, [counter])}`,
		waitAt: (counters, desk) => `You will be called to ${at(desk, counters)}`,
		parked: (counters, desk) => `Set aside: come back to ${at(desk, counters)} when you are ready.`,
		missed: (counters, desk) => `Your number was called. Please see the officer at ${at(desk, counters)}.`,
		renews: 'This page renews itself every 10 seconds.',
		otherDay: 'This number is not for today.',
		unknown: 'This number was not found. Check the code on your slip again.',
	},
};
