// `npm run check`: types of all code and tests, lint and format, and the import arrows of ARCHITECTURE.md.

import { tool } from './run.mjs';

tool('tsc', ['-b']);
tool('tsc', ['-p', 'tsconfig.tests.json']);
tool('biome', ['ci', '.']);
tool('vitest', ['run', '--project', 'unit', 'scripts/arrows.test.ts']);
process.stdout.write('check: types, lint, format and import arrows are in order\n');
