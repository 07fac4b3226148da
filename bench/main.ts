// `npm run bench`: how fast the hall is, as ratios to floors that were measured in the same run on the same machine.
//   --only take|board|screen|kiosk|paper|report|start   one section      --quick   a short run, to see that it works      --json FILE
// Ends with an error when a number was given twice, lost, or called twice; a missed aim is only printed.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type BoardPlan, benchBoards } from './board.ts';
import { printed, ratioOf, reached, type Section } from './figures.ts';
import { newFolder, openHallMaker, removeFolder, withStore } from './halls.ts';
import { lostOrDoubled } from './kept.ts';
import { benchKiosk, type KioskPlan } from './kiosk.ts';
import { benchPaper, type PaperPlan } from './paper.ts';
import { benchReports, makePast, type PastPlan } from './reports.ts';
import { benchScreen, type ScreenPlan } from './screen.ts';
import { openStage } from './stage.ts';
import { benchStart, type StartPlan } from './start.ts';
import { benchTake, type TakePlan } from './take.ts';
import { benchTwice, type TwicePlan } from './twice.ts';

interface Plan {
	readonly take: TakePlan;
	readonly board: BoardPlan;
	readonly screen: ScreenPlan;
	readonly kiosk: KioskPlan;
	readonly paper: PaperPlan;
	readonly past: PastPlan;
	readonly start: StartPlan;
	readonly twice: TwicePlan;
}

const FULL: Plan = {
	take: { kiosks: [1, 10, 50], rounds: 5, forMs: 700 },
	board: { boards: [1, 20, 200], rounds: 4, presses: 50, pauseMs: 60 },
	screen: { rounds: 3, presses: 40 },
	kiosk: { rounds: 3, touches: 15, loads: 5 },
	paper: { slips: 200, rounds: 6, asks: 100, pauseMs: 60 },
	// Five years of 240 working days.
	past: { days: 1_200, ticketsPerDay: 1_500, rounds: 5 },
	start: { rounds: 7, idleMs: 5_000 },
	twice: { counters: 50, rounds: 2_000 },
};
const QUICK: Plan = {
	take: { kiosks: [10], rounds: 1, forMs: 250 },
	board: { boards: [5], rounds: 1, presses: 5, pauseMs: 20 },
	screen: { rounds: 1, presses: 3 },
	kiosk: { rounds: 1, touches: 2, loads: 1 },
	paper: { slips: 10, rounds: 1, asks: 10, pauseMs: 20 },
	past: { days: 10, ticketsPerDay: 500, rounds: 1 },
	start: { rounds: 1, idleMs: 200 },
	twice: { counters: 50, rounds: 10 },
};
const SECTIONS = ['take', 'board', 'screen', 'kiosk', 'paper', 'report', 'start'] as const;
type SectionName = (typeof SECTIONS)[number];

/** What must hold whatever the speed. */
interface Check {
	readonly name: string;
	readonly counted: number;
	readonly wrong: number;
}

const { values: options } = parseArgs({
	options: { quick: { type: 'boolean' }, only: { type: 'string' }, json: { type: 'string' } },
});
const only = options.only === undefined ? null : (SECTIONS.find((it) => it === options.only) ?? unknownSection());
const plan = options.quick ? QUICK : FULL;
const wanted = (name: SectionName): boolean => only === null || only === name;
const now = (): number => Date.now();

const sections: Section[] = [];
const checks: Check[] = [];
function show(section: Section): void {
	sections.push(section);
	process.stdout.write(`${printed(section)}\n`);
}
function showSeen(section: Section | null): void {
	if (section) show(section);
	else process.stdout.write('No Chromium was found (CHROMIUM_PATH names one): nothing was looked at.\n\n');
}
function check(made: Check): void {
	checks.push(made);
	process.stdout.write(`${made.wrong === 0 ? 'ok   ' : 'FAULT'} ${made.name}: ${made.counted}, wrong ${made.wrong}\n`);
}

if (wanted('take') || wanted('board') || wanted('screen') || wanted('kiosk')) {
	const stage = await openStage(now());
	try {
		if (wanted('take')) {
			const { section, numbers } = await benchTake(stage, plan.take);
			show(section);
			check({ name: 'numbers that were answered', ...lostOrDoubled(stage.folder, numbers) });
		}
		if (wanted('board')) show(await benchBoards(stage, plan.board));
		if (wanted('screen')) showSeen(await benchScreen(stage, plan.screen));
		if (wanted('kiosk')) showSeen(await benchKiosk(stage, plan.kiosk));
	} finally {
		await stage.close();
	}
}
if (wanted('take')) {
	const { calls, doubled } = await benchTwice(now(), plan.twice);
	check({ name: `calls by ${plan.twice.counters} counters that pressed at once`, counted: calls, wrong: doubled });
	process.stdout.write('\n');
}
if (wanted('paper')) show(await benchPaper(now(), plan.paper));
if (wanted('report') || wanted('start')) {
	const past = await makePast(now(), plan.past);
	try {
		if (wanted('report')) show(benchReports(past, plan.past, now()));
		if (wanted('start')) {
			const fresh = newFolder();
			const makeHall = await openHallMaker();
			withStore(fresh, now(), (store) => makeHall(store, now()));
			const tickets = (plan.past.days * plan.past.ticketsPerDay).toLocaleString('en');
			const halls = [
				{ name: 'demo hall', folder: fresh },
				{ name: `${tickets} tickets`, folder: past.folder },
			];
			show(await benchStart(halls, plan.start));
			removeFolder(fresh);
		}
	} finally {
		removeFolder(past.folder);
	}
}

if (options.json) {
	const figures = sections.flatMap(({ title, figures: all }) =>
		all.map((figure) => ({ section: title, ...figure, ratio: ratioOf(figure), ok: reached(figure) })),
	);
	const file = path.resolve(options.json);
	writeFileSync(file, `${JSON.stringify({ node: process.version, figures, checks }, null, '\t')}\n`);
	process.stdout.write(`Written to ${file}\n`);
}
if (checks.some((it) => it.wrong > 0)) process.exitCode = 1;

function unknownSection(): never {
	process.stderr.write(`--only takes one of ${SECTIONS.join(', ')}\n`);
	process.exit(2);
}
