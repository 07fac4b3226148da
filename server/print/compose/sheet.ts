// What to bring for a service, on paper, laid out like a slip but without a number, so that nobody waits with it. Unlike on
// a slip every requirement is printed: it is what this paper is for.

import { dayOf } from '../../../shared/day.ts';
import type { Words } from '../../../shared/words/words.ts';
import { CUT, FEED, hallName, type Line, penFor, RULE } from './lines.ts';
import type { Profile } from './profile.ts';
import { qrContent, WIFI_DOTS } from './qr.ts';
import type { Sheet } from './slip.ts';

export function sheetLines(sheet: Sheet, profile: Profile, words: Words): readonly Line[] {
	const pen = penFor(profile);
	const { hall, completion, online, at } = sheet;
	const said = words.slip;
	const { completionUnits, time } = words.common;
	const needs = sheet.requirements.flatMap(pen.box);
	return [
		...(hall.demo ? pen.mark(said.example) : []),
		...hallName(pen, hall),
		RULE,
		...pen.text(said.sheet.title, { bold: true }),
		...pen.text(sheet.service, { bold: true }),
		...pen.text(sheet.agency),
		FEED,
		...(needs.length > 0 ? needs : pen.text(said.sheet.nothing)),
		FEED,
		...pen.text(said.sheet.fee(sheet.fee), { align: 'left' }),
		...(completion
			? pen.text(said.sheet.ready(completion.value, completionUnits[completion.unit]), { align: 'left' })
			: []),
		...pen.together(
			[...(sheet.counters.length > 0 ? [said.counters(sheet.counters, hall.desk)] : []), said.zone(sheet.zone)],
			{
				align: 'left',
				bold: true,
			},
		),
		...(online === null
			? []
			: [FEED, ...pen.text(said.sheet.online), ...pen.qr(qrContent(online), WIFI_DOTS, []), ...pen.text(online)]),
		RULE,
		...pen.text(said.sheet.noNumber),
		...pen.text(time.date(dayOf(at, hall.timeZone))),
		CUT,
	];
}
