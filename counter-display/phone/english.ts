// The phone's sentences in English, for whoever presses "English".

import { common } from '../../shared/words/en/common.ts';
import { phone } from '../../shared/words/en/phone.ts';
import type { Say } from './words.ts';

export const english: Say = { language: 'en', common, phone };
