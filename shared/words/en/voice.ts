// Sentences of the page on which a hall records its own voice and says how calls are spoken.

import type { Words } from '../words.ts';

export const voice: Words['voice'] = {};
