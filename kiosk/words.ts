// The sentences that the kiosk needs, without those of the other screens: it is loaded over a slow network in the hall.

import { common } from '../shared/words/id/common.ts';
import { kiosk } from '../shared/words/id/kiosk.ts';
import type { Language, Words } from '../shared/words/words.ts';

/** `common` is shared with other screens and the slip, `kiosk` is this screen's own. */
export type Say = Pick<Words, 'common' | 'kiosk'>;

export const indonesian: Say = { common, kiosk };

/** Fetched only when somebody asks for it: a kiosk that has just been switched on shows its agencies sooner. */
export const fetchEnglish = async (): Promise<Say> => (await import('./english.ts')).english;

/** Each language under its own name, so that it is found by who reads no other. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { id: 'Bahasa Indonesia', en: 'English' };
