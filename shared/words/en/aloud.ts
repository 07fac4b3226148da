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
};
