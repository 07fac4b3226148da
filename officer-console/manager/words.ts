// The sentences about paper, in the language of the hall; fetched only with the pages and the question that say them.

import { common } from '../../shared/words/id/common.ts';
import { consoleWords } from '../../shared/words/id/console.ts';
import { printing } from '../../shared/words/id/printing.ts';

export const words = { common, console: consoleWords, printing };
