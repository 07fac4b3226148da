// Sentences of the board on a visitor's phone.

import type { Words } from '../words.ts';

export const phone: Words['phone'] = {};
