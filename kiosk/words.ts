// The sentences that the kiosk needs, without those of the other screens: it is loaded over a slow network in the hall.

import { common } from '../shared/words/id/common.ts';
import { kiosk } from '../shared/words/id/kiosk.ts';
import type { LanguageCode } from '../shared/words/regional.ts';
import type { Words } from '../shared/words/words.ts';

/** `common` is shared with other screens and the slip, `kiosk` is this screen's own. */
export interface Say extends Pick<Words, 'common' | 'kiosk'> {
	readonly language: LanguageCode;
	/** A section of the dictionary that is fetched with its page: its name, and what it says in Indonesian and English. */
	readonly later: <Section>(name: string, indonesian: Section, english: Section) => Section;
}

export const indonesian: Say = { common, kiosk, language: 'id', later: (_, inIndonesian) => inIndonesian };

/** Fetched only when somebody asks for it: a kiosk that has just been switched on shows its agencies sooner. */
export const fetchLanguage = async (code: LanguageCode): Promise<Say> =>
	code === 'en' ? (await import('./english.ts')).english : (await import('./regional.ts')).fetchRegional(code);
