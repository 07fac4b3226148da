// The report's file, in English.

import type { Words } from '../words.ts';

const figure = (of: string) => ({
	count: `${of}: n`,
	mean: `${of}: mean (s)`,
	median: `${of}: median (s)`,
	p90: `${of}: P90 (s)`,
	max: `${of}: max. (s)`,
});

export const reportFile: Words['reportFile'] = {
	notCalled: 'Not called yet',
	hour: (hour) => `${hour}:00–${hour}:59`,
	groups: {
		agency: 'Agency',
		service: 'Service',
		queue: 'Queue',
		counter: 'Counter',
		hour: 'Hour',
		category: 'Kind of service',
	},
	counts: {
		issued: 'Issued',
		served: 'Served',
		noShow: 'No-show',
		cancelled: 'Cancelled',
		expired: 'Expired',
		open: 'Still open',
		transferred: 'Transferred',
	},
	wait: figure('Waiting'),
	walk: figure('Walking'),
	service: figure('Service'),
	code: 'Code',
	total: 'Total',
	hall: 'Hall',
	days: 'Dates',
	range: (from, to) => (from === to ? from : `${from} to ${to}`),
	made: 'Made',
	lent: {
		lent: 'Numbers lent to kiosks',
		given: 'Taken while the server was away',
		returned: 'Returned unused',
		held: 'Still held by kiosks',
	},
};
