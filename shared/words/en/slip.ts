// What the slip says, and the page that shows slips where no printer stands, in English.

import type { Words } from '../words.ts';

export const slip: Words['slip'] = {
	example: 'EXAMPLE: not a real queue slip',
	reprint: (clock) => `REPRINT ${clock}`,
	yourNumber: 'Your number',
	priority: 'PRIORITY',
	several: (services) => `${services} services with one number`,
	place: (position, agency) => `${position}. ${agency}`,
	counters: (counters) => `${counters.length === 1 ? 'Counter' : 'Counters'} ${counters.join(', ')}`,
	zone: (zone) => `Zone ${zone}`,
	waitUnknown: 'no counter open yet',
	please: 'Please wait until your number is called.',
	scan: 'Scan to follow your turn',
	complaint: (line) => `Complaints: ${line}`,
	tray: {
		title: 'Slip tray · Giliran',
		heading: 'Slip tray',
		lead: 'The last slips as they look on paper, newest first; this page reloads by itself.',
		empty: 'No slips yet. Take a number at the kiosk and its slip appears here.',
		paper: 'Paper width',
		millimetres: (width) => `${width} mm`,
		slip: (number) => `Slip ${number}`,
	},
};
