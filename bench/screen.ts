// From the officer's press to the eye and the ear: until a real browser has painted the number, and until the first sound
// of the call leaves it. Beside it a bare page that is sent the same bytes and plays the same file.

import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { io, type Socket } from 'socket.io-client';
import { type Changed, PROTOCOL, type Reply } from '../shared/contract.ts';
import { type Rev, START } from '../shared/id.ts';
import type { ConsoleView, Shown } from '../shared/views.ts';
import { fillLine } from './board.ts';
import { findChromium, launchChromium } from './chromium.ts';
import { atMost, type Figure, type Section } from './figures.ts';
import type { Stage } from './stage.ts';
import { p50, p99 } from './stats.ts';

export interface ScreenPlan {
	/** Of each, in turn. */
	readonly rounds: number;
	readonly presses: number;
}

/** One board in a browser, and the officer whose presses it shows. */
interface Glass {
	readonly page: Page;
	readonly officer: Socket;
	after: Rev;
	readonly paint: number[];
	readonly sound: number[];
}

const TV = { width: 1920, height: 1080 };
const PATIENCE = 10_000;
const TITLE = 'From the press to the eye and the ear';

/** Null where there is no Chromium to look with. */
export async function benchScreen(stage: Stage, plan: ScreenPlan): Promise<Section | null> {
	const program = findChromium();
	if (!program) return null;
	await fillLine(stage, plan.rounds * plan.presses);
	const browser = await launchChromium(program, 'no-user-gesture-required', []);
	const open = async (url: string, path: string): Promise<Glass> => {
		const context = await browser.newContext({ viewport: TV });
		await context.addCookies([{ name: 'giliran_board', value: stage.tokens.board, url }]);
		const page = await context.newPage();
		await page.addInitScript(watch);
		await page.goto(`${url}${path}`);
		await page.getByTestId('current-call').waitFor({ state: 'attached' });
		return { page, officer: await connect(url, stage.caller.token), after: START, paint: [], sound: [] };
	};
	try {
		const ours = await open(stage.server.url, '/display/');
		const floor = await open(stage.floor.url, '/');
		ours.after = await lastCall(stage);
		// The first sound of a browser opens its way to the loudspeaker; a board has played its tone by then.
		for (const glass of [ours, floor]) await press(glass);
		for (const glass of [ours, floor]) glass.paint.length = glass.sound.length = 0;
		for (let round = 0; round < plan.rounds; round++)
			for (const glass of [ours, floor]) for (let turn = 0; turn < plan.presses; turn++) await press(glass);
		for (const { officer } of [ours, floor]) officer.disconnect();
		const lead = stage.silentLeadMs;
		return {
			title: TITLE,
			method:
				`One officer presses ${plan.rounds * plan.presses} times; one board in headless Chromium at 1920x1080. Painted: after the frame in which the number ` +
				`stood in the page. Sound: the clock of the media element has moved, and the ${lead} ms of silence with which a call begins are over. Floor: a bare page, ` +
				'bare Socket.IO that sends the same bytes and writes nothing to any disk, and the same sound file.',
			figures: [
				...compared('press to paint', ours.paint, floor.paint, 200),
				...compared(
					'press to first sound',
					ours.sound.map((it) => it + lead),
					floor.sound.map((it) => it + lead),
					400,
				),
			],
		};
	} finally {
		await browser.close();
	}
}

const compared = (name: string, ours: readonly number[], floor: readonly number[], most: number): readonly Figure[] => [
	{ name: `${name}, p50`, unit: 'ms', ours: p50(ours), floor: p50(floor), aim: null },
	{ name: `${name}, p99`, unit: 'ms', ours: p99(ours), floor: p99(floor), aim: atMost(most) },
];

async function lastCall({ server, caller }: Stage): Promise<Rev> {
	const headers = { authorization: `Bearer ${caller.token}` };
	const reply = (await (await fetch(`${server.url}/api/v1/console`, { headers })).json()) as Reply<Shown<ConsoleView>>;
	if (!reply.ok) throw new Error(`the officer was refused: ${JSON.stringify(reply.refusal)}`);
	return reply.value.view.lastCall;
}

async function connect(url: string, token: string): Promise<Socket> {
	const socket = io(`${url}/console`, { transports: ['websocket'], auth: { protocol: PROTOCOL, token, zone: null } });
	await new Promise<void>((resolve, reject) => {
		socket.once('connect', resolve);
		socket.once('connect_error', reject);
	});
	return socket;
}

/** Presses, waits until it is seen and heard, and frees the desk again. */
async function press(glass: Glass): Promise<void> {
	const { page, officer } = glass;
	const ask = async (name: string, input: object): Promise<Changed> => {
		const reply: Reply<Changed> = await officer.timeout(PATIENCE).emitWithAck(name, input);
		if (!reply.ok) throw new Error(`the officer was refused: ${JSON.stringify(reply.refusal)}`);
		return reply.value;
	};
	await page.evaluate('__watch.begin()');
	const pressed = performance.timeOrigin + performance.now();
	const called = await ask('callNext', { after: glass.after });
	const seen: { readonly painted: number; readonly sounded: number } = await page.evaluate('__watch.done');
	glass.paint.push(seen.painted - pressed);
	glass.sound.push(seen.sounded - pressed);
	glass.after = called.rev;
	await page.evaluate('__watch.end()');
	await ask('record', { ticketId: called.ticketId, after: called.rev, event: { kind: 'closed', as: 'cancelled' } });
	// The board has told the hall what it spoke, and is idle again.
	await pause(250);
}

/**
 * Runs in the page before anything else: tells when the number that stands in it has changed and was painted, and when the
 * media element's clock first moved. `end` cuts the rest of the call off.
 */
const watch = `(() => {
	const now = () => performance.timeOrigin + performance.now();
	const played = HTMLMediaElement.prototype.play;
	let playing = null;
	HTMLMediaElement.prototype.play = function () {
		playing = this;
		const look = () => {
			if (playing !== this) return;
			if (this.currentTime > 0 && !this.paused) __watch.heard(now());
			else setTimeout(look, 1);
		};
		look();
		return played.call(this);
	};
	const text = () => document.querySelector('[data-testid=current-call]')?.textContent ?? '';
	window.__watch = {
		begin() {
			const before = text();
			const painted = new Promise((resolve) => {
				const frame = () => {
					if (text() === before) return requestAnimationFrame(frame);
					const after = new MessageChannel();
					after.port1.onmessage = () => resolve(now());
					after.port2.postMessage(null);
				};
				requestAnimationFrame(frame);
			});
			const sounded = new Promise((resolve) => { this.heard = resolve; });
			this.done = Promise.all([painted, sounded]).then(([painted, sounded]) => ({ painted, sounded }));
		},
		heard() {},
		end() {
			if (playing && playing.duration > 0) playing.currentTime = Math.max(0, playing.duration - 0.02);
		},
	};
})()`;
