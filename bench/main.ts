// `npm run bench`: how fast the hall is, as ratios to floors that were measured in the same run on the same machine.
//   --only take|board|report|start   one section      --quick   a short run, to see that it works      --json FILE
// Ends with an error when a number was given twice, lost, or called twice; a missed aim is only printed.

import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { benchBoards } from './board.ts';
import { atMost, type Figure, printed, type Section } from './figures.ts';
import { newFolder, openHallMaker, removeFolder, withStore } from './halls.ts';
import { benchReports, makePast, type Past } from './reports.ts';
import { openStage } from './stage.ts';
import { benchStart } from './start.ts';
import { benchTake } from './take.ts';
import { benchTwice } from './twice.ts';

const FULL = {
	take: { kiosks: [1, 10, 50], rounds: 5, forMs: 1_000 },
	board: { boards: [1, 20, 200], rounds: 4, presses: 50, pauseMs: 60 },
	// Five years of 240 working days.
	past: { days: 1_200, ticketsPerDay: 1_500, rounds: 7 },
	start: { rounds: 7, idleMs: 5_000 },
	twice: { counters: 50, rounds: 2_000 },
} as const;
const QUICK: typeof FULL | Record<keyof typeof FULL, object> = FULL;
