// The sentences that the phone needs, without those of the other screens; English is fetched by whoever asks for it.

import { common } from '../../shared/words/id/common.ts';
import { phone } from '../../shared/words/id/phone.ts';
import type { Language, Words } from '../../shared/words/words.ts';

export interface Say extends Pick<Words, 'common' | 'phone'> {
	readonly language: Language;
}

export const indonesian: Say = { language: 'id', common, phone };

export const fetchEnglish = async (): Promise<Say> => (await import('./english.ts')).english;
