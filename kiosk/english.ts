// The kiosk's sentences in English, for the visitor who presses "English".

import { common } from '../shared/words/en/common.ts';
import { kiosk } from '../shared/words/en/kiosk.ts';
import type { Say } from './words.ts';

export const english: Say = { common, kiosk, language: 'en', later: (_, __, inEnglish) => inEnglish };
