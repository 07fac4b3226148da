// What to bring for a service, printed for whoever asks, without a number. Paper is dear and fingers are many: the same
// sheet comes out once in ten seconds, any sheet once in three.

import type { RequirementsAsk, RequirementsSent } from '../../shared/contract.ts';
import { type DeviceId, type Instant, SECOND } from '../../shared/id.ts';
import { isTrouble } from '../../shared/slip.ts';
import type { Printer } from '../store/catalogue.ts';
import type { Hall } from '../store/hall.ts';
import { refuse } from './refused.ts';
import { blank, tellSlip } from './slips.ts';

const SAME_AGAIN = 10 * SECOND;
const NEXT = 3 * SECOND;

/** Refuses: an unknown service, too many sheets in a row, printers that do not print now. */
export function printRequirements(
	hall: Hall,
	{ requestId, service }: RequirementsAsk,
	kiosk: DeviceId,
	at: Instant,
): RequirementsSent {
	const catalogue = hall.catalogue();
	const sheets = hall.slips
		.newest()
		.flatMap(({ facts, createdAt, printerId }) =>
			facts.sheet?.kiosk === kiosk ? [{ ...facts.sheet, age: at - createdAt, printerId }] : [],
		);
	const before = sheets.find((it) => it.requestId === requestId);
	if (before) return { printer: catalogue.printers.find((it) => it.id === before.printerId)?.name ?? null };
	if (!catalogue.offered(service)) refuse({ code: 'unknown', what: 'service' });
	if (sheets.some(({ age, service: other }) => age < (other === service ? SAME_AGAIN : NEXT)))
		refuse({ code: 'too_fast' });
	const printer = readyPrinter(hall, kiosk);
	const facts = { places: [], address: '', sheet: { service, requestId, kiosk } };
	hall.slips.insert({ ...blank(at), kind: 'test', visitId: null, facts, printerId: printer?.id ?? null });
	tellSlip(hall, null, { state: 'queued', fault: null }, null, at);
	return { printer: printer?.name ?? null };
}

/** The first of this kiosk's printers that is well; null: the tray. One in the browser prints only slips of visitors. */
function readyPrinter(hall: Hall, kiosk: DeviceId): Printer | null {
	const own = hall.catalogue().printersOf(kiosk);
	if (own.length === 0) return null;
	const ready = own.find((it) => it.way !== 'browser' && !isTrouble(hall.slips.printer(it.id)?.state ?? 'unknown'));
	return ready ?? refuse({ code: 'printer_away' });
}
