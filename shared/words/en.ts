// English: says the same as the Indonesian, in English.

import { common } from './en/common.ts';
import type { Words } from './words.ts';

export const en: Words = { common };
