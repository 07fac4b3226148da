// The line across a slip, in the glyphs of the printer.

import { isPrinted } from './glyphs.ts';
import type { Profile } from './profile.ts';

/** Unbroken where the page has box drawing. */
export const ruleOf = ({ columns, codePage }: Profile): string =>
	(isPrinted('─', codePage) ? '─' : '-').repeat(columns);
