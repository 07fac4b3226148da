// What a board says at its side and above a desk: the hall's services and promise by the clock, and where a closed desk's
// numbers are called.

import { describe, expect, test } from 'vitest';
import { type BoardLayout, DEFAULT_BOARD, plainLayout } from '../../shared/board.ts';
import type { AgencyId, CounterNumber } from '../../shared/id.ts';
import type { BoardInfo, BoardView } from '../../shared/views.ts';
import { MONDAY_NINE, openTestHall, type TestHall, yes } from '../testing/test-hall.ts';
import { boardView } from './board.ts';
import { infoPages, PAGE_FOR } from './board-info.ts';

const told = (hall: TestHall, change: Partial<BoardLayout>): BoardView =>
	boardView(hall.hall, { ...plainLayout(null), ...change }, 'http://hall.test', () => false, hall.clock.now());
const title = (it: BoardInfo | null): string => (it?.kind === 'service' ? it.service : (it?.kind ?? 'nothing'));

describe('the information at a board’s side', () => {
	test('turns every twenty seconds through all services, and comes round', () => {
		const hall = openTestHall();
		const pages: string[] = [];
		for (let it = 0; it < 8; it++) {
			pages.push(title(told(hall, { side: 'info' }).info));
			hall.clock.pass(PAGE_FOR);
		}
		expect(new Set(pages)).toHaveLength(7);
		expect(pages[7]).toBe(pages[0]);
		expect(told(hall, { side: 'info' }).info).toMatchObject({ requirements: ['KTP'], fee: 'Gratis' });
	});

	test('says the hall’s promise and facilities before every sixth service', () => {
		const hall = openTestHall({
			settings: { board: { ...DEFAULT_BOARD, pledge: 'Kami melayani.', facilities: ['Musala'] } },
		});
		const pages = infoPages(hall.hall.catalogue(), []).map(title);
		expect(pages.flatMap((it, at) => (it === 'pledge' ? [at] : []))).toEqual([0, 8]);
		expect(pages).toHaveLength(7 + 2 * 2);
	});

	test('is of the board’s own agencies', () => {
		const hall = openTestHall();
		const polres = { kind: 'agency', agency: 'polres' as AgencyId } as const;
		expect(title(told(hall, { side: 'info', scope: polres }).info)).toBe('Layanan skck');
	});

	test('is not fetched where nothing shows it, and stands in for media that are not there', () => {
		const hall = openTestHall();
		expect(told(hall, {}).info).toBeNull();
		expect(told(hall, { side: 'media' }).info).not.toBeNull();
	});

	test('is nothing where no service asks for anything and the hall says nothing', () => {
		const { catalogue } = openTestHall().hall;
		expect(infoPages({ ...catalogue(), services: [] }, [])).toEqual([]);
	});
});

describe('the screen above a desk', () => {
	const deskOf = (hall: TestHall, counter: number) =>
		told(hall, { scope: { kind: 'counter', counter: counter as CounterNumber } }).counters[0];

	test('that pauses says which open counters call its numbers meanwhile', async () => {
		const hall = openTestHall();
		const [sari] = [await hall.sit(1), await hall.sit(2)];
		expect(deskOf(hall, 1)).toMatchObject({ state: 'open', instead: [] });
		yes(await sari.pause('Istirahat'));
		expect(deskOf(hall, 1)).toMatchObject({
			state: 'break',
			instead: [
				{ prefix: 'A', counters: [2] },
				{ prefix: 'B', counters: [2] },
			],
		});
	});

	test('that is closed, with nobody else there, names none', () => {
		const hall = openTestHall();
		expect(hall.clock.now()).toBe(MONDAY_NINE);
		expect(deskOf(hall, 21)).toMatchObject({ state: 'closed', instead: [] });
	});
});
