// What axe finds wrong on a page, and whether anything runs off the glass.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * One line a rule, and whether anything is wider than the glass. Left out: the (experimental) rule that would have the key
 * beside a button's name ("Spasi") and its countdown spoken as part of the name.
 */
export async function axeFaults(page: Page, contrast: 4.5 | 7 = 4.5): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
	// A button that just became the next one is between two colours for 150 ms, and longer on a busy machine.
	await page.evaluate(async () => {
		const passing = document
			.getAnimations()
			.filter((it) => Number(it.effect?.getComputedTiming().endTime ?? 0) < 5_000);
		await Promise.all(passing.map((it) => it.finished.catch(() => undefined)));
	});
	return page.evaluate(async (enhanced) => {
		const { violations } = await (
			window as unknown as {
				axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> };
			}
		).axe.run({
			rules: { 'label-content-name-mismatch': { enabled: false }, 'color-contrast-enhanced': { enabled: enhanced } },
		});
		const wide = document.documentElement.scrollWidth > window.innerWidth ? ['wider than the screen'] : [];
		return [
			...violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.join(' ')).join(', ')}`),
			...wide,
		];
	}, contrast === 7);
}
