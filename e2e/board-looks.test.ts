// The board's pixels, measured in a browser: its digits are as high as the hall is told, nothing is cut off or runs into
// something else, every word has its contrast, and a call pulses twice; in each layout, on each shape of TV.

import type { Browser, Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BOARD_LOOKS, type BoardLook, type BoardShape, DIGITS, scaleOf } from '../shared/legible.ts';
import { openBrowser } from './chromium.ts';
import type { Size } from './hall.ts';

const SHAPES: Readonly<Record<BoardShape, Size>> = {
	landscape: { width: 1920, height: 1080 },
	portrait: { width: 1080, height: 1920 },
};
const SIZES: readonly Size[] = [...Object.values(SHAPES), { width: 1366, height: 768 }, { width: 1024, height: 768 }];
/** A situation of the gallery for each look: numbers of five signs, and of seven. */
const SITUATIONS: Readonly<Record<BoardLook, { readonly usual: string; readonly wide: string }>> = {
	hall: { usual: 'six', wide: 'wide' },
	calls: { usual: 'calls-six', wide: 'calls-wide' },
	lines: { usual: 'lines-six', wide: 'lines-wide' },
	side: { usual: 'info-six', wide: 'info-wide' },
	counter: { usual: 'desk-called', wide: 'desk-wide' },
};
/** All that a number can stand in. */
const HERO = '.hero .number, .person .number';
const ROWS = '.recent .number, .lines .number';

/** Any code will do: the hall draws the real one (server/http/pages.ts). */
const CODE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>';

let screens: ViteDevServer;
let browser: Browser;
let page: Page;
let address: string;

beforeAll(async () => {
	// The gallery is no part of the built program, so its sources are served.
	screens = await createServer({ logLevel: 'error', server: { port: 0, host: '127.0.0.1', hmr: false, watch: null } });
	await screens.listen();
	address = `${screens.resolvedUrls?.local[0]}counter-display/gallery.html`;
	browser = await openBrowser();
	page = await (await browser.newContext()).newPage();
	await page.route('**/papan/qr.svg*', (route) => route.fulfill({ contentType: 'image/svg+xml', body: CODE }));
	await page.goto(address);
	await page.getByText('busy', { exact: true }).waitFor();
});
afterAll(async () => {
	await browser?.close();
	await screens?.close();
});

/** A page of its own, as it looks in its first second. */
async function show(situation: string, size: Size): Promise<void> {
	await page.setViewportSize(size);
	await page.goto(`${address}?show=${situation}`);
	await drawn();
}
/** On the page that is there: a hundred of them take no longer than they must. */
async function turnTo(situation: string, size: Size): Promise<void> {
	await page.setViewportSize(size);
	await page.evaluate((to) => {
		history.replaceState(null, '', `?show=${to}`);
		dispatchEvent(new PopStateEvent('popstate'));
	}, situation);
	await drawn();
}
async function drawn(): Promise<void> {
	await page.locator('.board, .night').waitFor();
	await page.evaluate(() => document.fonts.ready);
}

/** Heights of the ink of a "1" (flat at both ends) in these elements, in hundredths of the screen's shorter side. */
const digitsOf = (selector: string): Promise<readonly number[]> =>
	page.evaluate((wanted) => {
		const pen = document.createElement('canvas').getContext('2d');
		if (!pen) throw new Error('no canvas');
		return [...document.querySelectorAll(wanted)].map((element) => {
			const { fontSize, fontFamily, fontWeight } = getComputedStyle(element);
			pen.font = `${fontWeight} 1000px ${fontFamily}`;
			const ink = (pen.measureText('1').actualBoundingBoxAscent / 1_000) * Number.parseFloat(fontSize);
			return (ink / Math.min(innerWidth, innerHeight)) * 100;
		});
	}, selector);

describe('the digits', () => {
	const cases = BOARD_LOOKS.flatMap((look) =>
		(['landscape', 'portrait'] as const).flatMap((shape) =>
			(['usual', 'wide'] as const).map((numbers) => [look, shape, numbers] as const),
		),
	);
	test.each(cases)('of %s, %s, %s numbers, are as high as shared/legible.ts says', async (look, shape, numbers) => {
		await turnTo(SITUATIONS[look][numbers], SHAPES[shape]);
		const scale = numbers === 'usual' ? 1 : scaleOf(7);
		for (const [part, selector] of [
			['hero', HERO],
			['rows', ROWS],
		] as const) {
			const promised = DIGITS[look][shape][part];
			const found = await digitsOf(selector);
			if (promised === null) expect(found, part).toEqual([]);
			else expect(found.length, part).toBeGreaterThan(0);
			for (const height of found) {
				expect(height, part).toBeGreaterThanOrEqual((promised ?? 0) * scale);
				expect(height, part).toBeLessThan((promised ?? 0) * scale + 0.6);
			}
		}
	});

	test('of the whole hall are 24 and 9 vh high, and six calls stand there at once', async () => {
		await turnTo('six', SHAPES.landscape);
		expect((await digitsOf(HERO))[0]).toBeGreaterThanOrEqual(24);
		const rows = await digitsOf(ROWS);
		expect(rows).toHaveLength(5);
		expect(Math.min(...rows)).toBeGreaterThanOrEqual(9);
	});
});

/** What is cut off in the middle of a letter, hangs out of its place, or runs into its neighbour. */
const clipped = (): Promise<readonly string[]> =>
	page.evaluate(() => {
		const faults: string[] = [];
		const slack = 1.5;
		const texts = [...document.querySelectorAll('.board *')].filter((it) =>
			[...it.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
		);
		const ends = (it: Element): boolean => {
			const { textOverflow, webkitLineClamp } = getComputedStyle(it);
			return textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
		};
		for (const it of texts) {
			if (it.closest('.runs') || getComputedStyle(it).visibility === 'hidden') continue;
			const name = `${it.className || it.tagName} "${it.textContent?.slice(0, 30)}"`;
			const range = document.createRange();
			range.selectNodeContents(it);
			const box = it.getBoundingClientRect();
			if (box.width === 0) continue;
			const width = range.getBoundingClientRect();
			// The box of a word within a line is as high as its font, whatever the line's height.
			const inline = getComputedStyle(it).display === 'inline';
			const [top, bottom] = [box.top, box.bottom];
			let cut = ends(it);
			for (let place: Element | null = it; place && !cut; place = place.parentElement) {
				if (ends(place)) cut = true;
			}
			for (let place = it.parentElement; place; place = place.parentElement) {
				if (!place.matches('li, section, main, header, footer, .beside, .board, .whither, .which-desk')) continue;
				const inside = place.getBoundingClientRect();
				if (!cut && width.right > inside.right + slack)
					faults.push(`${name} sticks out of ${place.className} to the right`);
				if (!inline && (bottom > inside.bottom + slack || top < inside.top - slack))
					faults.push(
						`${name} sticks out of ${place.className} by ${Math.round(Math.max(bottom - inside.bottom, inside.top - top))} px`,
					);
			}
			if (
				it.matches('button, .foot p') &&
				it.scrollHeight > it.clientHeight + 0.3 * Number.parseFloat(getComputedStyle(it).fontSize)
			)
				faults.push(`${name} has no room`);
			const next = it.nextElementSibling?.getBoundingClientRect();
			const beside = next && next.width > 0 && next.top < box.bottom - slack && next.bottom > box.top + slack;
			if (!cut && beside && next.left >= box.left && width.right > next.left + slack)
				faults.push(`${name} runs into its neighbour`);
		}
		return faults;
	});

describe('nothing is cut off', () => {
	const situations = [
		...['empty', 'one', 'six', 'thirty', 'dominant', 'eighteen', 'forty', 'long', 'wide', 'lost', 'lockedlong', 'zone'],
		...['calls-one', 'calls-thirty', 'calls-wide', 'lines-one', 'lines-forty', 'lines-wide', 'roomempty', 'roommany'],
		...['info-empty', 'info-six', 'info-thirty', 'info-wide', 'pledge-six', 'facilities-six', 'media-forty'],
		...['desk-called', 'desk-wide', 'desk-ready', 'desk-break', 'desk-alone', 'desk-closed'],
		...['lockedlines', 'lockedcalls', 'lockedside', 'lockeddesk', 'break', 'deskcloses', 'prayer', 'ownnotice'],
		...['longname', 'longnameroom', 'facilitiesmany', 'calls-empty', 'desk-serving'],
		...['spoken', 'spokenrow', 'spokenpage', 'spokencalls', 'spokenside', 'spokenwide', 'spokendesk'],
	];
	test.each(SIZES.map(({ width, height }) => [width, height] as const))('on %s x %s', async (width, height) => {
		for (const situation of situations) {
			await turnTo(situation, { width, height });
			expect(await clipped(), situation).toEqual([]);
			expect(await inRim(), situation).toEqual([]);
		}
	});

	test('nor on the small screen above a desk', async () => {
		for (const state of ['called', 'wide', 'ready', 'break', 'alone', 'closed']) {
			for (const size of [
				{ width: 1024, height: 600 },
				{ width: 600, height: 1024 },
			]) {
				await turnTo(`desk-${state}`, size);
				expect(await clipped(), state).toEqual([]);
			}
		}
	});
});

/**
 * What stands in the rim that many TVs cut off: two hundredths of each side, wherever the picture has moved to. The board is
 * six pixels larger than the screen, and moves by five at most (burn-in.ts).
 */
const inRim = (): Promise<readonly string[]> =>
	page.evaluate(() => {
		const board = document.querySelector('.board')?.getBoundingClientRect();
		if (!board) return [];
		const [across, down] = [0.02 * innerWidth + 10.5, 0.02 * innerHeight + 10.5];
		const faults: string[] = [];
		const look = (name: string, left: number, right: number, top: number, bottom: number): void => {
			if (left < board.left + across || right > board.right - across)
				faults.push(`${name}: ${left} to ${right} across`);
			if (top < board.top + down || bottom > board.bottom - down) faults.push(`${name}: ${top} to ${bottom} down`);
		};
		for (const it of document.querySelectorAll('.board *')) {
			const box = it.getBoundingClientRect();
			const frame = getComputedStyle(it, '::after');
			if (frame.content === '""') {
				const [top, right, bottom, left] = [frame.top, frame.right, frame.bottom, frame.left].map(Number.parseFloat);
				look(
					`frame of ${it.className}`,
					box.left + (left ?? 0),
					box.right - (right ?? 0),
					box.top + (top ?? 0),
					box.bottom - (bottom ?? 0),
				);
			}
			if (it.closest('.runs') || getComputedStyle(it).visibility === 'hidden') continue;
			for (const node of it.childNodes) {
				if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue;
				const range = document.createRange();
				range.selectNodeContents(node);
				const text = range.getBoundingClientRect();
				if (text.width === 0) continue;
				// The room of a font above its capitals and below its line is empty.
				const empty = 0.15 * Number.parseFloat(getComputedStyle(it).fontSize);
				look(
					`"${node.textContent.slice(0, 30)}"`,
					Math.max(text.left, box.left),
					Math.min(text.right, Math.max(box.right, text.left)),
					text.top + empty,
					text.bottom - empty,
				);
			}
		}
		return faults;
	});

/** The words on the glass with less contrast than 7:1 against what is behind them. */
const faint = (): Promise<readonly string[]> =>
	page.evaluate(() => {
		type Colour = readonly [number, number, number, number];
		const read = (text: string): Colour => {
			const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
			return [r, g, b, a];
		};
		const over = (top: Colour, ground: Colour): Colour => {
			const mix = (at: 0 | 1 | 2) => top[at] * top[3] + ground[at] * (1 - top[3]);
			return [mix(0), mix(1), mix(2), 1];
		};
		const light = ([r, g, b]: Colour): number => {
			const part = (value: number) =>
				value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
			return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
		};
		const chain = (it: Element): Element[] => (it.parentElement ? [...chain(it.parentElement), it] : [it]);
		const faults: string[] = [];
		for (const it of document.querySelectorAll('.board *')) {
			if (![...it.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())) continue;
			const styles = chain(it).map((each) => getComputedStyle(each));
			const opacity = styles.reduce((product, style) => product * Number(style.opacity), 1);
			const ground = styles.reduce<Colour>((behind, style) => over(read(style.backgroundColor), behind), [0, 0, 0, 1]);
			// What is drawn at less than full strength lets the night through, which is the darkest ground there is.
			const [r, g, b] = read(getComputedStyle(it).color);
			const [one, two] = [light(over([r, g, b, opacity], ground)), light(ground)];
			const contrast = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
			if (contrast < 7) faults.push(`${it.className} "${it.textContent?.slice(0, 20)}" ${contrast.toFixed(1)}`);
		}
		return faults;
	});

test('every word stands out at least 7:1, also while the hall is away', async () => {
	for (const situation of [
		'busy',
		'lost',
		'locked',
		'silent',
		'lines-six',
		'info-six',
		'pledge-six',
		'roommany',
		'desk-break',
		'desk-ready',
	]) {
		await turnTo(situation, SHAPES.landscape);
		expect(await faint(), situation).toEqual([]);
	}
});

test('a call pulses twice for 800 ms, and stands framed without moving for whoever wants no motion', async () => {
	const pulse = () =>
		page.locator('.hero').evaluate((hero) => {
			const { animationName, animationDuration, animationIterationCount, opacity } = getComputedStyle(hero, '::after');
			return { animationName, animationDuration, animationIterationCount, opacity };
		});
	await show('one', SHAPES.landscape);
	expect(await pulse()).toMatchObject({
		...{ animationName: 'pulse', animationDuration: '0.8s', animationIterationCount: '2' },
	});
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await show('one', SHAPES.landscape);
	expect(await pulse()).toMatchObject({ animationName: 'none', opacity: '1' });
	await page.emulateMedia({ reducedMotion: 'no-preference' });
});

test('thirty calls at once are paged, and the page says so', async () => {
	await show('thirty', SHAPES.landscape);
	await expect.poll(() => page.locator('.recent .page').textContent()).toBe('1 dari 6');
	const first = await page.locator('.recent ol').textContent();
	await expect.poll(() => page.locator('.recent .page').textContent()).toBe('2 dari 6');
	expect(await page.locator('.recent ol').textContent()).not.toBe(first);
	// The newest call stays where everybody looks.
	expect(await page.locator('.hero .number').textContent()).toBe('A-100');
});

describe('the number that is being spoken', () => {
	const marked = () => page.locator('.spoken');
	const sign = () => page.getByRole('img', { name: 'Sedang disebut' });
	/** How much of its frame is drawn, and how far inside it all that is written ends, at the sides and above and below. */
	const frame = () =>
		marked().evaluate((it) => {
			const style = getComputedStyle(it, '::after');
			const line = Number.parseFloat(style.borderLeftWidth);
			const [top = 0, right = 0, bottom = 0, left = 0] = [style.top, style.right, style.bottom, style.left].map(
				(side) => Number.parseFloat(side) + line,
			);
			const box = it.getBoundingClientRect();
			const gaps = [...it.querySelectorAll('.number, .whither, .heading')].map((part) => {
				const range = document.createRange();
				range.selectNodeContents(part);
				const text = range.getBoundingClientRect();
				const own = part.getBoundingClientRect();
				return {
					aside: Math.min(text.left - box.left - left, box.right - right - text.right),
					above: Math.min(own.top - box.top - top, box.bottom - bottom - own.bottom),
				};
			});
			return {
				opacity: style.opacity,
				aside: Math.min(...gaps.map((gap) => gap.aside)),
				above: Math.min(...gaps.map((gap) => gap.above)),
			};
		});

	test.each([
		['spoken', 'hero', 'M-008'],
		['spokenrow', 'row', 'M-018'],
		['spokenpage', 'row', 'S-127'],
		['spokencalls', 'row', 'M-018'],
		['spokenside', 'row', 'M-018'],
		['spokenwide', 'hero', 'M-008'],
		['spokendesk', 'desk', 'M-008'],
	])('%s: the %s %s alone has a frame, which it does not touch, and a sign', async (situation, _, number) => {
		for (const size of SIZES) {
			await turnTo(situation, size);
			expect(await marked().count()).toBe(1);
			expect(await marked().locator('.number').textContent()).toBe(number);
			expect(await sign().count()).toBe(1);
			const { opacity, aside, above } = await frame();
			// While it still pulses the frame comes and goes.
			if (!(await marked().evaluate((it) => it.classList.contains('fresh')))) expect(opacity).toBe('1');
			expect(aside, `${situation} ${size.width}`).toBeGreaterThan(2);
			// A line of text is a little higher than its letters.
			expect(above, `${situation} ${size.width}`).toBeGreaterThan(-0.006 * Math.min(size.width, size.height));
		}
	});

	test('holds its page for as long as it is spoken', async () => {
		await show('spokenpage', SHAPES.landscape);
		expect(await page.locator('.recent .page').textContent()).toBe('6 dari 6');
		await page.waitForTimeout(4_500);
		expect(await page.locator('.recent .page').textContent()).toBe('6 dari 6');
		expect(await page.locator('.hero .number').textContent()).toBe('A-100');
	});
});

test('the code for phones is at least 12 vh high and takes nothing from the calls', async () => {
	for (const situation of ['six', 'lines-six', 'info-six']) {
		await show(situation, SHAPES.landscape);
		const box = await page.locator('.phone-code img').boundingBox();
		expect(box?.height, situation).toBeGreaterThanOrEqual(0.12 * SHAPES.landscape.height);
	}
});

test('at night only a small clock is left, which says when the hall opens; any call wakes the board', async () => {
	await show('black', SHAPES.landscape);
	expect(await page.locator('.night').textContent()).toMatch(/^09\.14Buka Selasa 07\.14$/);
	expect(await page.locator('.board').count()).toBe(0);
	await show('woken', SHAPES.landscape);
	expect(await page.locator('.hero .number').textContent()).toBe('A-012');
	await show('dim', SHAPES.landscape);
	expect(await page.locator('.board.dim').count()).toBe(1);
});

describe('the hall’s films', () => {
	const video = () =>
		page.locator('video').evaluate((it: HTMLVideoElement) => ({
			...{ src: it.src.slice(0, 30), volume: it.volume, muted: it.muted, paused: it.paused },
		}));
	const playing = async (): Promise<string> =>
		(await page.locator('.media > img').count()) > 0 ? 'picture' : (await video()).src;

	test('come one after another, past a broken one, in one element', async () => {
		await show('films', SHAPES.landscape);
		const seen: string[] = [];
		const names = { one: 'data:audio/wav;name=one', two: 'data:audio/wav;name=two' };
		await expect
			.poll(
				async () => {
					const now = await playing();
					// The broken one is tried, too short for anybody to see.
					if (now && !now.startsWith('data:video') && seen.at(-1) !== now) seen.push(now);
					return seen.length;
				},
				{ interval: 50 },
			)
			.toBeGreaterThanOrEqual(4);
		expect(seen.slice(0, 4).map((it) => Object.values(names).find((name) => it.startsWith(name)) ?? it)).toEqual([
			...[names.one, 'picture', names.two, names.one],
		]);
		expect(await page.locator('video, audio').count()).toBe(1);
	});

	test('are 18 dB quieter while the board speaks, and come back', async () => {
		await show('films', SHAPES.landscape);
		await expect.poll(async () => (await video()).volume).toBe(1);
		await page.keyboard.press('Enter');
		await expect.poll(async () => (await video()).volume, { interval: 20 }).toBeCloseTo(0.126, 3);
		await page.keyboard.press('Enter');
		await expect.poll(async () => (await video()).volume, { interval: 20 }).toBe(1);
	});

	test('let go of their file while the board speaks where a TV plays one at a time, and go on behind it', async () => {
		await show('oldfilms', SHAPES.landscape);
		await expect.poll(async () => (await video()).paused, { interval: 20 }).toBe(false);
		await page.keyboard.press('Enter');
		await expect.poll(async () => (await video()).src).toBe('');
		await page.keyboard.press('Enter');
		await expect.poll(async () => (await video()).src).toContain('data:audio/wav');
	});

	test('that all fail leave their place to what the hall says of itself', async () => {
		await show('brokenfilms', SHAPES.landscape);
		await page.getByText('Persyaratan').waitFor();
	});
});
