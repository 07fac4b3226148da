// All that is fetched for the time without the server, as one: afterwards nothing can be fetched.

export { openDesk } from './desk.ts';
export { openKeeping } from './store.ts';
