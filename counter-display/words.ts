// The board speaks Indonesian; taken section by section, so that the sentences of other screens are not sent to a TV.

import { board } from '../shared/words/id/board.ts';
import { common } from '../shared/words/id/common.ts';
import { notices } from '../shared/words/id/notices.ts';
import type { Words } from '../shared/words/words.ts';

export const say: Pick<Words, 'board' | 'common' | 'notices'> = { board, common, notices };
