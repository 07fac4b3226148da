// Rows -> how slips and printers stand: for the kiosk that waits for its slip, and for whoever has to go and see.

import type { Instant } from '../../shared/id.ts';
import { isTrouble } from '../../shared/slip.ts';
import type { PrinterNow, PrinterWall, SlipNow } from '../../shared/views.ts';
import type { Catalogue, Printer } from '../store/catalogue.ts';
import type { Hall } from '../store/hall.ts';
import type { LastSlip, PrinterRow } from '../store/slip-rows.ts';
import { muteBoards } from './board-names.ts';
import { kiosksAway } from './kiosks-away.ts';

/** The newest slips, each visit once. */
export function slipsNow(hall: Hall): readonly SlipNow[] {
	const last = hall.slips.last();
	const seen = new Set<number>();
	const newest = last.filter((it) => !seen.has(it.visitId) && seen.add(it.visitId));
	const catalogue = hall.catalogue();
	const stands = new Map(hall.slips.printers().map((it) => [it.id, it]));
	return newest.map((slip) => {
		const printer = catalogue.printers.find((it) => it.id === slip.printerId);
		return {
			visitId: slip.visitId,
			state: slip.state,
			fault: slip.fault,
			printer: printer?.name ?? null,
			elsewhere: elsewhere(catalogue, stands, slip),
			here: printer?.way === 'browser',
		};
	});
}

/** The next printer of this kiosk, after the slip's own, that is not known to be in trouble. */
function elsewhere(
	catalogue: Catalogue,
	stands: ReadonlyMap<Printer['id'], PrinterRow>,
	{ state, printerId, deviceId }: LastSlip,
): SlipNow['elsewhere'] {
	if (state !== 'failed' && state !== 'unconfirmed') return null;
	const own = catalogue.printersOf(deviceId);
	const place = own.findIndex((it) => it.id === printerId);
	const others = [...own.slice(place + 1), ...own.slice(0, Math.max(place, 0))];
	const next = others.find((it) => it.way !== 'browser' && !isTrouble(stands.get(it.id)?.state ?? 'unknown'));
	return next ? { id: next.id, name: next.name } : null;
}

/** A browser prints for the visitor who stands before it and is in no other trouble than its own. */
export const printersNow = (hall: Hall): readonly PrinterNow[] =>
	hall.slips
		.printers()
		.filter((it) => it.way !== 'browser')
		.map(({ id, name, state, stateSince }) => ({ id, name, state, since: stateSince }));

/** `modelOf`: what people call a profile; `seenAt`: when the spooler last heard of a printer. */
export function printerWall(
	hall: Hall,
	modelOf: (profile: string) => string,
	seenAt: (printer: Printer['id']) => Instant | null,
	at: Instant,
): PrinterWall {
	const catalogue = hall.catalogue();
	return hall.rows.together(() => ({
		at,
		mute: muteBoards(hall),
		kiosksAway: kiosksAway(hall, at),
		timeZone: catalogue.settings.timeZone,
		printers: hall.slips.printers().map((row) => {
			const { slips: waiting, since } = hall.slips.waiting(row.id);
			return {
				id: row.id,
				name: row.name,
				state: row.state,
				since: row.stateSince,
				way: row.way,
				profile: row.profile,
				model: modelOf(row.profile),
				seenAt: seenAt(row.id),
				waiting,
				waitingSince: since,
				last: lastOf(hall, row),
				paper: { rollMm: row.rollMm, usedMm: row.usedMm, since: row.rollSince },
				kiosks: hall.slips.kiosks().flatMap((it) => (catalogue.printersOf(it.id)[0]?.id === row.id ? [it.name] : [])),
			};
		}),
	}));
}

function lastOf(hall: Hall, { lastJob }: PrinterRow): PrinterWall['printers'][number]['last'] {
	const job = lastJob === null ? undefined : hall.slips.job(lastJob);
	if (!job || job.doneAt === null) return null;
	const visit = job.visitId === null ? undefined : hall.rows.visit(job.visitId);
	return { number: visit?.number ?? null, state: job.state, fault: job.fault, at: job.doneAt };
}
