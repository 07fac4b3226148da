// What the manager's report says, in English.

import { MINUTE } from '../../id.ts';
import { timeWords } from '../time.ts';
import type { Words } from '../words.ts';

const time = timeWords('en-GB', { second: 's', minute: 'min', hour: 'h', timeSeparator: '.' });
const tenths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const report: Words['report'] = {
	title: (hall) => `Report · ${hall}`,
	heading: 'Service report',
	made: (clock) => `Made at ${clock}`,
	print: 'Print',
	csv: 'Download CSV',
	presets: { today: 'Today', yesterday: 'Yesterday', week: '7 days', month: 'This month' },
	from: 'From',
	to: 'To',
	show: 'Show',
	backwards: 'The first date must not be after the last.',
	loading: 'Making the report …',
	failed: 'The report cannot be shown just now.',
	retry: 'Try again',
	empty: 'No numbers in this range yet',
	emptyHint: 'Choose another date, or wait for the first number to be taken.',
	period: {
		today: 'Today',
		yesterday: 'Yesterday',
		day: (day) => time.date(day),
		range: (from, to) => `${time.date(from)} to ${time.date(to)}`,
	},
	sentence: (period, numbers, issued, served) =>
		`${period}: ${time.count(numbers)} numbers${numbers === issued ? '' : ` for ${time.count(issued)} services`}, ${time.count(served)} served`,
	sentenceWait: (medianMs, p90Ms) =>
		`, median wait ${time.count(Math.round(medianMs / MINUTE))} minutes, 90 % waited at most ${time.count(
			Math.ceil(p90Ms / MINUTE),
		)} minutes`,
	minutes: (ms) => tenths.format(ms / MINUTE),
	count: (value) => time.count(value),
	nothing: '–',
	categories: { permit: 'Permits', non_permit: 'Other services' },
	categoriesHeading: 'Permits and other services',
	share: (part) => `${Math.round(part * 100)} % of all issued`,
	medianWait: 'Median wait',
	medianService: 'Median service',
	hours: 'Issued per hour',
	hoursTable: (hour, issued, served) => `${hour}: ${time.count(issued)} issued, ${time.count(served)} served`,
	legend: { served: 'served', rest: 'others' },
	tables: 'Details',
	groups: { agency: 'Agency', service: 'Service', queue: 'Line', counter: 'Counter', hour: 'Hour' },
	total: 'Total',
	columns: {
		issued: 'Issued',
		served: 'Served',
		noShow: 'No show',
		cancelled: 'Can\u00adcelled',
		expired: 'Expired',
		open: 'Still open',
		transferred: 'Sent on',
	},
	spreads: { wait: 'Waiting (min)', walk: 'Walking (min)', service: 'Service (min)' },
	figures: { count: 'n', mean: 'Mean', median: 'Median', p90: 'P90', max: 'Max.' },
	checksHeading: 'Check of the figures',
	checkRule: 'Issued = served + no show + cancelled + expired + still open',
	checkSum: (group) => `Sum by ${group.toLowerCase()} = grand total`,
	checkGroups: {
		total: 'everything',
		category: 'Kind of service',
		agency: 'Agency',
		service: 'Service',
		queue: 'Line',
		counter: 'Counter',
		hour: 'Hour',
	},
	holds: 'agrees',
	fails: 'does not agree: tell whoever keeps this system',
	lent: {
		heading: 'Numbers lent to kiosks',
		given: (count) => `${time.count(count)} taken while the server was away`,
		returned: (count) => `${time.count(count)} returned unused`,
		held: (count) => `${time.count(count)} still held by kiosks`,
		span: (from, to) => (from === to ? from : `${from} to ${to}`),
		away: (kiosk, numbers) => `${kiosk}: ${numbers} not returned yet`,
		lost: (kiosk, numbers) => `${kiosk}: ${numbers} never returned (the kiosk was wiped or revoked)`,
	},
	glossaryHeading: 'What the figures mean',
	glossary: {
		issued: {
			term: 'Issued',
			text: 'Places in lines taken in this range, counted in the line where the visitor was finally served. One number for two services counts as two.',
		},
		wait: { term: 'Waiting', text: 'From taking the number to the first call. Calling again does not change it.' },
		walk: { term: 'Walking', text: 'From the call to the start of the service.' },
		service: { term: 'Service', text: 'From start to finish, without the time set aside.' },
		noShow: { term: 'No show', text: 'Called, did not come, then closed as such.' },
		expired: { term: 'Expired', text: 'Not finished when the business day ended.' },
		transferred: {
			term: 'Sent on',
			text: 'Sent on from the wrong counter: counted where they went, so not among those issued here.',
		},
		median: { term: 'Median', text: 'Half of the visitors needed at most this long.' },
		p90: { term: 'P90', text: 'Nine of ten visitors needed at most this long.' },
		n: { term: 'n', text: 'How many numbers have this time known.' },
	},
};
