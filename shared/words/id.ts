// Bahasa Indonesia, the language of the hall: KBBI spelling, polite, short, says what to do next.

import { common } from './id/common.ts';

export const id = { common };
