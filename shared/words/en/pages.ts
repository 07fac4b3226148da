// The pages that the server draws itself, in English.

import type { Words } from '../words.ts';

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
	},
	ticket: {
		title: (number) => `Number ${number}`,
		yours: 'Your number',
		goTo: (counter) => `Please go to counter ${counter}`,
		serving: (counter) => `You are being served at counter ${counter}`,
		waitAt: (counters) => `You will be called to counter ${counters}`,
		parked: (counters) => `Set aside: come back to counter ${counters} when you are ready.`,
		missed: (counters) => `Your number was called. Please see the officer at counter ${counters}.`,
		renews: 'This page renews itself every 10 seconds.',
		otherDay: 'This number is not for today.',
		unknown: 'This number was not found. Check the code on your slip again.',
	},
};
