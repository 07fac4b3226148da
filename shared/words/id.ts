// Bahasa Indonesia, the language of the hall: KBBI spelling, polite, short, says what to do next.

import { board } from './id/board.ts';
import { common } from './id/common.ts';
import { consoleWords } from './id/console.ts';
import { kiosk } from './id/kiosk.ts';
import { pages } from './id/pages.ts';
import { report } from './id/report.ts';
import { reportFile } from './id/report-file.ts';
import { slip } from './id/slip.ts';

export const id = { common, board, kiosk, console: consoleWords, report, reportFile, pages, slip };
