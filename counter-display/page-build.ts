// Which build of the board a page is: the name of its script, which carries a hash of the content.

import { SECOND } from '../shared/id.ts';
import type { Served } from './watchdog.ts';

const ANSWER_WITHIN = 10 * SECOND;

const buildOf = (html: string): string | null => /\/assets\/board-[\w-]+\.js/.exec(html)?.[0] ?? null;

/** What is served, by what came. Whatever is no board's page (a proxy's, an error's) counts as nothing. */
export function servedBy(html: string, loaded: string): Served {
	const build = buildOf(html);
	if (build === null) return 'nothing';
	return build === buildOf(loaded) ? 'same' : 'other';
}

/** What the server has where this page came from. Not by fetch(), which an old TV cannot give up again. */
export const askServed = (page: Document): Promise<Served> =>
	new Promise((resolve) => {
		const asked = new XMLHttpRequest();
		asked.open('GET', page.location.href);
		asked.timeout = ANSWER_WITHIN;
		asked.onloadend = () => resolve(servedBy(asked.status === 200 ? asked.responseText : '', page.head.innerHTML));
		asked.send();
	});
