// Sentences of the kiosk for a visitor who waits out of sight of the boards, in English.

import type { Words } from '../words.ts';

export const rooms: Words['rooms'] = {
	question: 'I am waiting in:',
	hall: 'The hall',
	chosen: (room) => `Your call is also shown on the screen in ${room}.`,
};
