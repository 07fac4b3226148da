// What is being called, in the very words that are spoken: for whoever cannot hear them. A caption stays until its visitor
// is served or missed; one that is called again comes first and says so.

import type { BoardCall, BoardView } from '../../shared/views.ts';
import { say } from '../../shared/voice.ts';
import type { Language } from '../../shared/words/words.ts';

export interface Caption {
	readonly call: BoardCall;
	/** What is said, in the order in which it is said. */
	readonly sentences: readonly { readonly language: Language; readonly text: string }[];
}

/** Newest first. In the languages of the hall, and in the one that this page is read in. */
export const captionsOf = ({ calls, hall, voice }: BoardView, reads: Language): readonly Caption[] => {
	const languages: readonly Language[] = voice.english || reads === 'en' ? ['id', 'en'] : ['id'];
	return calls
		.filter((it) => it.state === 'called')
		.map((call) => ({
			call,
			sentences: languages.map((language) => ({ language, text: spoken(call, voice.school, hall.desk, language) })),
		}));
};

/** Without the names of agency and zone: not every voice has them, and they stand beside the caption. */
function spoken(
	{ number, counter, recall }: BoardCall,
	school: BoardView['voice']['school'],
	desk: BoardView['hall']['desk'],
	language: Language,
): string {
	return say({ number, counter, recall, school, desk, names: [] }, language).text;
}

/** As many as a glance takes in. */
const MOST_LATEST = 6;
/** Who was called before and has come, or not. */
export const latestOf = ({ calls }: BoardView): readonly BoardCall[] =>
	calls.filter((it) => it.state !== 'called').slice(0, MOST_LATEST);
