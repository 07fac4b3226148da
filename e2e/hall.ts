// What the browser tests do in a hall: open a screen as the person who stands before it, sign in, take a number.

import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';

export const PIN = '246810';

export interface Size {
	readonly width: number;
	readonly height: number;
}
export const KIOSK: Size = { width: 1080, height: 1920 };
export const TV: Size = { width: 1920, height: 1080 };
export const OFFICER: Size = { width: 1366, height: 768 };
export const PHONE: Size = { width: 390, height: 844 };

/** A browser of its own (its own cookies) at this address. What the page throws, or its policy refuses, is kept. */
export async function openScreen(
	browser: Browser,
	address: string,
	size: Size,
): Promise<{ page: Page; faults: string[] }> {
	const context = await browser.newContext({ viewport: size });
	const page = await context.newPage();
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(String(error)));
	page.on('console', (message) => {
		if (/content security policy/i.test(message.text())) faults.push(message.text());
	});
	await page.goto(address);
	return { page, faults };
}

export async function signIn(page: Page, username: string): Promise<void> {
	await page.getByLabel('Nama pengguna').fill(username);
	await page.getByLabel('PIN').fill(PIN);
	await page.getByRole('button', { name: 'Masuk' }).click();
}

/** From the kiosk's first page, which names the agencies of each zone, to the services of one. */
export async function chooseAgency(kiosk: Page, agency: RegExp): Promise<void> {
	await kiosk
		.locator('.tile')
		.and(kiosk.getByRole('button', { name: agency }))
		.click();
	await kiosk.locator('.card:not(.tile)').filter({ hasText: agency }).click();
}

/** From there to the page of a service, beside whose name its number can be taken, too. */
export async function chooseService(kiosk: Page, agency: RegExp, service: string): Promise<void> {
	await chooseAgency(kiosk, agency);
	const card = kiosk.locator('.card').filter({ hasText: service });
	const next = kiosk.getByRole('button', { name: 'Lihat lainnya' });
	await card.or(next).first().waitFor();
	while ((await card.count()) === 0) await next.click();
	await card.click();
}

/** The number on the glass once there is one. */
export async function numberOn(kiosk: Page): Promise<string> {
	return (await kiosk.getByTestId('ticket-number').textContent())?.trim() ?? '';
}

export const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name, exact: true }).click();

/** The next press on this kiosk finds that another window of it has taken a number in the very same moment. */
export const takeJustBefore = (kiosk: Page, service: string): Promise<void> =>
	kiosk.evaluate(
		([requestId, id]) => {
			const take = (): void => {
				const asked = new XMLHttpRequest();
				// Not asynchronous: the press waits for it.
				asked.open('POST', '/api/v1/tickets', false);
				asked.setRequestHeader('content-type', 'application/json');
				asked.setRequestHeader('x-giliran', '1');
				asked.send(JSON.stringify({ requestId, services: [id], priority: null }));
			};
			addEventListener('click', take, { capture: true, once: true });
		},
		[randomUUID(), service],
	);
