// Bahasa Indonesia, the language of the hall: KBBI spelling, polite, short, says what to do next.

import { agent } from './id/agent.ts';
import { aloud } from './id/aloud.ts';
import { board } from './id/board.ts';
import { boards } from './id/boards.ts';
import { common } from './id/common.ts';
import { consoleWords } from './id/console.ts';
import { kiosk } from './id/kiosk.ts';
import { notices } from './id/notices.ts';
import { pages } from './id/pages.ts';
import { phone } from './id/phone.ts';
import { printing } from './id/printing.ts';
import { report } from './id/report.ts';
import { reportFile } from './id/report-file.ts';
import { rooms } from './id/rooms.ts';
import { saving } from './id/saving.ts';
import { slip } from './id/slip.ts';
import { voice } from './id/voice.ts';

export const id = {
	common,
	board,
	kiosk,
	console: consoleWords,
	printing,
	report,
	reportFile,
	pages,
	slip,
	agent,
	aloud,
	notices,
	voice,
	boards,
	phone,
	rooms,
	saving,
};
