// Every table of the hall. Rows say how things are now; `journal` says how they came to be so, and is never changed.
// What must never happen (two calls at one desk, one number twice) is refused by an index here, whatever the code does.

export * from './schema/day.ts';
export * from './schema/hearing.ts';
export * from './schema/leases.ts';
export * from './schema/media.ts';
export * from './schema/people.ts';
export * from './schema/printing.ts';
export * from './schema/setup.ts';
