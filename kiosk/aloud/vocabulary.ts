// From a text on the glass to the names under which it is spoken. What stands there comes from the dictionary or from the hall,
// so it is found again in them; a text that is in neither (a date, a name typed by somebody) is not spoken.

import { hallTexts, pieceName, spokenSentences } from '../../shared/aloud.ts';
import type { KioskView } from '../../shared/views.ts';

/** Names spoken in one breath. */
export type Breath = readonly string[];

interface Pattern {
	readonly form: RegExp;
	/** Names, and where the number found there is said. */
	readonly parts: readonly (string | { readonly number: true })[];
}

/** The same sentence, whatever ends it. */
const bare = (text: string): string => text.trim().replace(/[\s.:;,…]+$/u, '');
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What parts the things in one text, the strongest first: a name may have a comma of its own. */
const PARTS: readonly RegExp[] = [/ · /u, /(?<=[.!?])\s+/u, /: /u, /, /u];

export interface Vocabulary {
	/** What is said for a text; empty where nothing can be. */
	readonly breaths: (text: string) => readonly Breath[];
}

/** `sections`: of the dictionary, in the language on the glass. */
export function vocabulary(sections: Readonly<Record<string, unknown>>, view: KioskView): Vocabulary {
	const plain = new Map<string, string>();
	const patterns: Pattern[] = [];
	for (const sentence of spokenSentences(sections)) {
		const { pieces } = sentence;
		const [first] = pieces;
		const only = pieceName(sentence, 0);
		if (pieces.length === 1 && typeof first === 'string') {
			if (only !== null && !plain.has(bare(first))) plain.set(bare(first), only);
			continue;
		}
		const form = pieces.map((it) => (typeof it === 'string' ? escaped(it) : '(\\d[\\d.,]*)')).join('');
		const parts = pieces.flatMap((it, at): Pattern['parts'] => {
			if (typeof it !== 'string') return [it];
			const name = pieceName(sentence, at);
			return name === null ? [] : [name];
		});
		patterns.push({ form: new RegExp(`^${form.trim()}$`, 'u'), parts });
	}
	for (const [name, text] of hallTexts(view)) if (!plain.has(bare(text))) plain.set(bare(text), name);

	function numbered(text: string): Breath | null {
		for (const { form, parts } of patterns) {
			const found = form.exec(text);
			if (!found) continue;
			let next = 1;
			return parts.map((it) => (typeof it === 'string' ? it : `n.${Number((found[next++] ?? '').replace(/\D/g, ''))}`));
		}
		return null;
	}
	function whole(text: string): Breath | null {
		const known = plain.get(bare(text)) ?? plain.get(text.trim());
		if (known !== undefined) return [known];
		const counted = numbered(text.trim()) ?? numbered(bare(text));
		if (counted) return counted;
		if (/^[A-Z]{1,2}-\d{1,5}$/.test(text)) return [`t.${text}`];
		if (/^[A-Z]$/.test(text)) return [`l.${text}`];
		return /^\d{1,4}$/.test(text) ? [`n.${Number(text)}`] : null;
	}
	function parted(text: string, separators: readonly RegExp[]): readonly Breath[] {
		const trimmed = text.trim();
		if (trimmed === '') return [];
		const one = whole(trimmed);
		if (one) return [one];
		const [separator, ...weaker] = separators;
		return separator ? trimmed.split(separator).flatMap((it) => parted(it, weaker)) : [];
	}
	return { breaths: (text) => parted(text, PARTS) };
}
