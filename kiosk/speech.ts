// In which language the kiosk speaks to this visitor: Indonesian at once, any other when its sentences are here.

import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { SECOND } from '../shared/id.ts';
import type { LanguageFacts } from '../shared/words/regional.ts';
import type { Flow, Go } from './flow.ts';
import type { Hall } from './hall.ts';
import { fetchRegionalFacts } from './languages.ts';
import { fetchLanguage, indonesian, type Say } from './words.ts';

export interface Speech {
	readonly say: ReadonlySignal<Say>;
	/** The hall's own languages. */
	readonly regional: ReadonlySignal<readonly LanguageFacts[]>;
}

const RETRY_LANGUAGES = 15 * SECOND;

export function useSpeech({ link, shown }: Pick<Hall, 'link' | 'shown'>, flow: ReadonlySignal<Flow>, go: Go): Speech {
	const wish = useComputed(() => flow.value.language);
	/** The last language fetched besides Indonesian. */
	const other = useSignal<Say | null>(null);
	const regional = useSignal<readonly LanguageFacts[]>([]);
	const say = useComputed(() => (other.value?.language === wish.value ? other.value : indonesian));
	useSignalEffect(() => {
		const language = wish.value;
		if (language === 'id' || other.peek()?.language === language) return;
		fetchLanguage(language).then(
			(words) => {
				// Somebody may have chosen another one since.
				if (wish.peek() === language) other.value = words;
			},
			(fault: unknown) => {
				console.warn(`The language ${language} could not be fetched.`, fault);
				go({ kind: 'unfetched', language });
			},
		);
	});
	/** Asked what they are called once for each list, and again when that failed. */
	const tries = useSignal(0);
	const wanted = useComputed(() => (link.value === 'live' ? (shown.value?.view.languages.join(' ') ?? '') : null));
	useSignalEffect(() => {
		// Read, so that a failed try has it asked again.
		tries.value;
		if (wanted.value === null || (wanted.value === '' && regional.peek().length === 0)) return;
		fetchRegionalFacts().then(
			(facts) => {
				regional.value = facts;
			},
			(fault: unknown) => {
				console.warn('The languages of the hall could not be fetched.', fault);
				setTimeout(() => {
					tries.value += 1;
				}, RETRY_LANGUAGES);
			},
		);
	});
	useSignalEffect(() => {
		document.documentElement.lang = say.value.language;
	});
	return { say, regional };
}
