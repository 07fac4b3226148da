// English: says the same as the Indonesian, in English.

import { agent } from './en/agent.ts';
import { aloud } from './en/aloud.ts';
import { board } from './en/board.ts';
import { boards } from './en/boards.ts';
import { common } from './en/common.ts';
import { consoleWords } from './en/console.ts';
import { kiosk } from './en/kiosk.ts';
import { notices } from './en/notices.ts';
import { pages } from './en/pages.ts';
import { phone } from './en/phone.ts';
import { printing } from './en/printing.ts';
import { report } from './en/report.ts';
import { reportFile } from './en/report-file.ts';
import { rooms } from './en/rooms.ts';
import { saving } from './en/saving.ts';
import { slip } from './en/slip.ts';
import { voice } from './en/voice.ts';
import type { Words } from './words.ts';

export const en: Words = {
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
