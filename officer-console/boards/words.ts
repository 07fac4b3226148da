// The sentences about boards, in the language of the hall; fetched only with the page that says them.

import { boards } from '../../shared/words/id/boards.ts';
import { common } from '../../shared/words/id/common.ts';
import { consoleWords } from '../../shared/words/id/console.ts';

export const words = { ...boards, common, silences: consoleWords.silences };
