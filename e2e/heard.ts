// Runs in the kiosk's gallery: what the reader makes of the scene that is on the glass. Not a test by itself.

import { readControl, readPage, UNREAD } from '../kiosk/aloud/read.ts';
import { type Vocabulary, vocabulary } from '../kiosk/aloud/vocabulary.ts';
import { busyMorning, fridayPrayer, holiday, largest, nextKiosk, slipNow, withRooms } from '../kiosk/fixtures.ts';
import { controlsOf } from '../kiosk/keypad.ts';
import { inRegional, type LanguageFile } from '../shared/words/regional.ts';
import { KIOSK_SECTIONS } from '../shared/words/regional-check.ts';
import { words } from '../shared/words/words.ts';

/** All that any scene shows of a hall. */
const { view } = busyMorning;
const everything = {
	...view,
	agencies: [...view.agencies, ...largest.view.agencies],
	services: [...view.services, ...largest.view.services],
	zones: [...view.zones, ...largest.view.zones.map((it) => ({ ...it, number: (it.number + 10) as typeof it.number }))],
	queues: [...view.queues, ...fridayPrayer.view.queues, ...holiday.view.queues],
	slips: [slipNow({ elsewhere: nextKiosk })],
	rooms: withRooms({}).view.rooms,
};
const vocabularies: Readonly<Record<string, Vocabulary>> = {
	id: vocabulary(KIOSK_SECTIONS, everything),
	en: vocabulary(
		{ kiosk: words.en.kiosk, common: words.en.common, rooms: words.en.rooms, aloud: words.en.aloud },
		everything,
	),
};
const spokenIn = (file: LanguageFile): Vocabulary =>
	vocabulary(
		{
			kiosk: inRegional('kiosk', words.id.kiosk, file),
			common: inRegional('common', words.id.common, file),
			rooms: inRegional('rooms', words.id.rooms, file),
			aloud: inRegional('aloud', words.id.aloud, file),
		},
		everything,
	);

const isVague = (names: readonly string[]): boolean => names.some((it) => /^s\.aloud\.(staff|onGlass)$/.test(it));

/** Texts that can be seen and are told to be unreadable, or not read at all; each once. `regional`: the hall's own language. */
export function leftOut(regional: LanguageFile): readonly string[] {
	const known = vocabularies[document.documentElement.lang] ?? spokenIn(regional);
	const missed = new Set<string>();
	const root = document.querySelector('dialog[open]') ?? document.querySelector('main');
	const page = readPage(document, known).map((it) => it.join());
	const walk = (node: Node): void => {
		if (node instanceof Element) {
			if (!node.matches(`${UNREAD}, fieldset, .aloud`) && node.getClientRects().length > 0)
				node.childNodes.forEach(walk);
			return;
		}
		const text = node.textContent?.trim() ?? '';
		const said = known.breaths(text);
		if (said.some(isVague)) missed.add(text);
		// What stands on a control is heard there.
		const onControl = node.parentElement?.closest('button, a, input') != null;
		if (!onControl && said.some((it) => !page.includes(it.join()))) missed.add(`not read: ${text}`);
	};
	for (const it of [root, ...(root?.matches('main') ? document.querySelectorAll('main ~ section') : [])])
		if (it) walk(it);
	for (const control of controlsOf(document)) {
		if (control.closest('.aloud')) continue;
		const said = readControl(control, known);
		if (said.length === 0 || said.some(isVague))
			missed.add(control.ariaLabel ?? control.textContent?.trim() ?? control.tagName);
	}
	return [...missed];
}
