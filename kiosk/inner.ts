// The pages behind the first ones, fetched as one part: a kiosk that was just switched on shows its agencies sooner, and has
// these before anybody can have walked to them.

export { Access } from './screens/access.tsx';
export { Basket } from './screens/basket.tsx';
export { Guide, Guides } from './screens/guides.tsx';
export { Priority } from './screens/priority.tsx';
export { Cancelled, Regret } from './screens/regret.tsx';
export { Search } from './screens/search.tsx';
