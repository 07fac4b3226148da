// The printers of a hall on a morning when one of them has just run out of paper. For the gallery and the tests.

import type { Instant, PrinterId } from '../../shared/id.ts';
import { HOUR, MINUTE, SECOND } from '../../shared/id.ts';
import type { PrinterWall } from '../../shared/views.ts';
import { AT } from '../fixtures.ts';
import type { PrinterCard } from './urgency.ts';

export const card = (id: number, more: Partial<PrinterCard>): PrinterCard => ({
	id: id as PrinterId,
	name: `Kios ${id}`,
	state: 'ready',
	since: AT - 100 * MINUTE,
	way: `tcp://192.168.1.5${id}:9100`,
	profile: 'epson-tm-t82',
	model: 'Epson TM-T82',
	seenAt: AT - 1 * SECOND,
	waiting: 0,
	waitingSince: null,
	last: { number: `A-0${id}4`, state: 'printed', fault: null, at: AT - 3 * MINUTE },
	paper: { rollMm: 80_000, usedMm: 21_300, since: AT - 25 * HOUR },
	kiosks: [`Kios ${id}`],
	...more,
});

const wall = (at: Instant, printers: readonly PrinterCard[]): PrinterWall => ({
	at,
	timeZone: 'Asia/Makassar',
	mute: [],
	kiosksAway: [],
	printers,
});

export const WALL: PrinterWall = wall(AT, [
	card(1, {}),
	card(2, {
		state: 'near_end',
		since: AT - 20 * MINUTE,
		paper: { rollMm: 80_000, usedMm: 76_900, since: AT - 73 * HOUR },
	}),
	card(3, {
		state: 'paper_out',
		since: AT - 4 * MINUTE,
		waiting: 3,
		waitingSince: AT - 4 * MINUTE,
		last: { number: 'C-017', state: 'failed', fault: 'paper_out', at: AT - 2 * MINUTE },
		paper: { rollMm: 50_000, usedMm: 50_400, since: AT - 49 * HOUR },
		kiosks: ['Kios 3', 'Kios pintu samping'],
	}),
	card(4, {
		name: 'Meja informasi',
		state: 'unreachable',
		since: AT - 90 * MINUTE,
		way: 'usb:/dev/usb/lp0',
		profile: 'unknown-58',
		model: 'Printer 58 mm',
		seenAt: null,
		last: null,
		paper: { rollMm: 30_000, usedMm: 0, since: AT - 90 * MINUTE },
		kiosks: [],
	}),
	card(5, { name: 'Kios 5', state: 'unknown', way: 'browser', last: null }),
]);
export const ALL_WELL: PrinterWall = wall(AT, [card(1, {}), card(2, {})]);
export const NO_PRINTERS: PrinterWall = wall(AT, []);
