// What the first two pages do not need. It is fetched as soon as they are drawn, so that a kiosk that has just been
// switched on shows its agencies sooner; nobody reaches these pages before they are there.

import { common } from '../shared/words/en/common.ts';
import { kiosk } from '../shared/words/en/kiosk.ts';
import type { Say } from './words.ts';

export { Basket } from './screens/basket.tsx';
export { Priority } from './screens/priority.tsx';
export { Result } from './screens/result.tsx';
export { Search } from './screens/search.tsx';
export { Service } from './screens/service.tsx';
export const english: Say = { common, kiosk };
