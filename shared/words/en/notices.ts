// What the lobby is told besides calls: that a desk pauses or closes, that the hall closes soon, prayer, no gifts.

import type { Words } from '../words.ts';

export const notices: Words['notices'] = {};
