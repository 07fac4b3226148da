// Pictures in and out (package pngjs), loaded with the first one: most starts need none, and loading takes its time.

import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

export const pngs = (): typeof import('pngjs')['PNG'] => (load('pngjs') as typeof import('pngjs')).PNG;
