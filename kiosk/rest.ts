// What the first page does not need. It is fetched as soon as that is drawn, so that a kiosk that has just been switched
// on shows its agencies sooner; nobody reaches the other pages before they are there.

import './pages.css';
import { common } from '../shared/words/en/common.ts';
import { kiosk } from '../shared/words/en/kiosk.ts';
import type { Say } from './words.ts';

export { BasketBar } from './parts/basket-bar.tsx';
export { StillThere } from './parts/still-there.tsx';
export { TakeDialog } from './parts/take-dialog.tsx';
export { Agency } from './screens/agency.tsx';
export { Basket } from './screens/basket.tsx';
export { Priority } from './screens/priority.tsx';
export { Result } from './screens/result.tsx';
export { Search } from './screens/search.tsx';
export { Service } from './screens/service.tsx';
export const english: Say = { common, kiosk };
