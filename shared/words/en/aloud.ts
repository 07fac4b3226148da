// Reading the screen aloud, in English.

import type { Words } from '../words.ts';

export const aloud: Words['aloud'] = {
	bar: 'Reading the screen aloud',
	stop: 'Be quiet',
	repeat: 'Repeat',
	louder: 'Louder',
	softer: 'Softer',
	slower: 'Slower',
	normal: 'Normal speed',
	begun:
		'This screen is read aloud. Arrow down: the next choice. Enter: choose. Zero: go back. Star: repeat. Plus and minus: volume.',
	choice: 'Choice',
	of: 'of',
	until: 'to',
	selected: 'selected',
	unavailable: 'cannot be chosen now',
	field: 'Text field',
	onceMore: 'Once more.',
	staff: 'Something here cannot be read aloud. Our staff will help you.',
	onGlass: 'as shown on the screen',
	clock: 'at',
	sharp: 'o’clock',
	weekdays: {
		sunday: 'Sunday',
		monday: 'Monday',
		tuesday: 'Tuesday',
		wednesday: 'Wednesday',
		thursday: 'Thursday',
		friday: 'Friday',
		saturday: 'Saturday',
	},
	months: {
		1: 'January',
		2: 'February',
		3: 'March',
		4: 'April',
		5: 'May',
		6: 'June',
		7: 'July',
		8: 'August',
		9: 'September',
		10: 'October',
		11: 'November',
		12: 'December',
	},
};
