// What the lobby is told besides calls: that a desk pauses or closes, that the hall closes soon, prayer, no gifts.

import type { DeskWord } from '../../speech.ts';
import type { Words } from '../words.ts';

const desks: Readonly<Record<DeskWord, string>> = { loket: 'counter', meja: 'desk', ruang: 'room' };

/** "1", "1 and 2", "1, 2 and 3" */
const list = (numbers: readonly number[]): string =>
	numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} and ${numbers[numbers.length - 1] ?? ''}`;

export const notices: Words['notices'] = {
	place: (desk, counters) => `${desks[desk]} ${list(counters)}`,
	otherPlaces: (desk) => `the other ${desks[desk]}s`,
	break: (place) => `${upper(place)} is on a break.`,
	closed: (place) => `${upper(place)} is closed for today.`,
	servedAt: (prefix, places) => `Line ${prefix} is still served at ${places}.`,
	stillValid: (prefix) => `Numbers of line ${prefix} stay valid; please wait.`,
	closing: (clock) => `The hall closes at ${clock} today. Everyone who holds a number will still be served.`,
	prayer: 'It is time for prayer. If your number is called while you pray, please tell an officer.',
	gratification: 'Services here cost what the official tariff says. Please do not offer officers money or gifts.',
};

function upper(text: string): string {
	return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
