// What the slip says, and the page that shows slips where no printer stands, in English.

import type { Words } from '../words.ts';
import { DESKS } from './common.ts';

export const slip: Words['slip'] = {
	example: 'EXAMPLE: not a real queue slip',
	reprint: (clock) => `REPRINT ${clock}`,
	copy: 'COPY',
	yourNumber: 'Your number',
	priority: 'PRIORITY',
	several: (services) => `${services} services with one number`,
	place: (position, agency) => `${position}. ${agency}`,
	counters: (counters, desk) => `${DESKS[desk]}${counters.length === 1 ? '' : 's'} ${counters.join(', ')}`,
	zone: (zone) => `Zone ${zone}`,
	waitUnknown: 'no counter open yet',
	please: 'Please wait until your number is called.',
	scan: 'Scan to follow your turn',
	requirements: 'Have ready:',
	moreRequirements: (left) => `and ${left} more`,
	wifi: (name) => `Wi-Fi: ${name}`,
	wifiPassword: (password) => `Password: ${password}`,
	complaint: (line) => `Complaints: ${line}`,
	test: {
		title: 'TEST PRINT',
		columns: (columns) => `${columns} letters to a line:`,
		size: (scale) => `Size ${scale}`,
		bold: 'Bold letters',
		scan: 'Scan: name of the printer and time',
	},
	sheet: {
		title: 'REQUIREMENTS',
		nothing: 'No papers to bring.',
		fee: (fee) => `Fee: ${fee}`,
		ready: (value, unit) => `Ready in: ${value} ${unit}`,
		online: 'Can be done online:',
		noNumber: 'This is not a queue number. Take one at the kiosk when you come.',
	},
	browser: 'Slip',
	tray: {
		title: 'Slip tray · Giliran',
		heading: 'Slip tray',
		lead: 'The last slips, drawn as slips are laid out now, newest first; this page reloads by itself.',
		empty: 'No slips yet. Take a number at the kiosk and its slip appears here.',
		paper: 'Paper width',
		millimetres: (width) => `${width} mm`,
		slip: (number) => `Slip ${number}`,
		test: 'Test print',
		sheet: 'Requirements',
	},
};
