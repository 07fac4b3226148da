// What is read of a page, in its order: of a new page everything that is no control, of a control its own text, whether it is
// chosen or cannot be, and which of how many it is.

import type { Breath, Vocabulary } from './vocabulary.ts';

const CONTROL = 'button, a[href], input, select, textarea';
/** Pictures and how to scan them, what the hall says of itself on its idle screen, what changes every second, marks for eyes. */
export const UNREAD = '[aria-hidden="true"], svg, img, aside, figure .small, .leaving, .visually-hidden, .unreviewed';

function textNodes(root: Element, skip: string): readonly string[] {
	const texts: string[] = [];
	const walk = (node: Node): void => {
		if (node instanceof Text) texts.push(node.data);
		else if (node instanceof Element && (node === root || !node.matches(skip))) node.childNodes.forEach(walk);
	};
	walk(root);
	return texts;
}

const once = (breaths: readonly Breath[]): readonly Breath[] =>
	breaths.filter((it, at) => it.join() !== breaths[at - 1]?.join());

const said = (texts: readonly string[], { breaths }: Vocabulary): readonly Breath[] => once(texts.flatMap(breaths));

/** Names that are spoken for what has no words on the glass. */
const SELECTED: Breath = ['s.aloud.selected'];
const UNAVAILABLE: Breath = ['s.aloud.unavailable'];
const FIELD: Breath = ['s.aloud.field'];
const ONCE_MORE: Breath = ['s.aloud.onceMore'];

/** "Pilihan 3 dari 6", among the choices of the page; null for a button that is no choice. */
function placeOf(control: Element): Breath | null {
	if (!control.matches('.card')) return null;
	const choices = [...(control.closest('main') ?? control).querySelectorAll('.card:is(button)')];
	const at = choices.indexOf(control);
	return at < 0 ? null : ['s.aloud.choice', `n.${at + 1}`, 's.aloud.of', `n.${choices.length}`];
}

const describedBy = (control: Element): readonly string[] => {
	const id = control.getAttribute('aria-describedby');
	const reason = id === null ? null : control.ownerDocument.getElementById(id);
	return reason ? textNodes(reason, UNREAD) : [];
};

export function readControl(control: Element, words: Vocabulary): readonly Breath[] {
	const label = control.getAttribute('aria-label');
	const isField = control instanceof HTMLInputElement;
	// What has been typed is read letter by letter.
	const typed = isField ? [...control.value.toUpperCase()] : [];
	const texts = label === null ? textNodes(control, UNREAD) : [label];
	const disabled = control.getAttribute('aria-disabled') === 'true';
	const place = placeOf(control);
	return [
		...(isField ? [FIELD] : []),
		...said([...texts, ...typed], words),
		...(control.getAttribute('aria-pressed') === 'true' ? [SELECTED] : []),
		...(disabled ? [UNAVAILABLE, ...said(describedBy(control), words)] : []),
		...(place ? [place] : []),
	];
}

/**
 * The page, or the question in front of it. Of a number that was taken itself comes first, and once more, and where to go with it
 * and for how long: who leaves before the end has heard what they came for. Where to go is the last word, too.
 */
export function readPage(page: Document, words: Vocabulary): readonly Breath[] {
	const dialog = page.querySelector('dialog[open]');
	// What has been chosen so far stands under the page.
	const roots = dialog ? [dialog] : [...page.querySelectorAll('main, main ~ section:not(.aloud)')];
	const [root] = roots;
	if (!root) return [];
	const without = (skip: string): readonly Breath[] =>
		said(
			roots.flatMap((it) => textNodes(it, skip)),
			words,
		);
	const silent = `${CONTROL}, .keyboard, ${UNREAD}`;
	const number = root.querySelector('[data-testid="ticket-number"]')?.closest('h1');
	if (!number) return without(silent);
	const itself = readText(number, words);
	const directions = root.querySelector('.directions');
	const where = directions?.querySelector('div');
	return [
		...itself,
		ONCE_MORE,
		...itself,
		...(directions ? readText(directions, words) : []),
		...without(`h1, .directions, ${silent}`),
		...(where ? [ONCE_MORE, ...readText(where, words)] : []),
	];
}

export const readText = (element: Element, words: Vocabulary): readonly Breath[] =>
	said(textNodes(element, UNREAD), words);
