// Sentences of the page on which the manager lays out boards and says what they show and announce.

import type { Words } from '../words.ts';

export const boards: Words['boards'] = {};
