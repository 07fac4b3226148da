// What to bring for a service, printed for whoever asks, without a number. Paper is dear and fingers are many: the same
// sheet comes out once in ten seconds, any sheet once in three.

import type { RequirementsAsk, RequirementsSent } from '../../shared/contract.ts';
import { type DeviceId, type Instant, SECOND, type ServiceId } from '../../shared/id.ts';
import { isTrouble, type SlipStatus } from '../../shared/slip.ts';
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
	if (before) return sentTo(service, catalogue.printers.find((it) => it.id === before.printerId) ?? null);
	if (!catalogue.offered(service)) refuse({ code: 'unknown', what: 'service' });
	if (sheets.some(({ age, service: other }) => age < (other === service ? SAME_AGAIN : NEXT)))
		refuse({ code: 'too_fast' });
	const printer = readyPrinter(hall, kiosk);
	const facts = { places: [], address: '', sheet: { service, requestId, kiosk } };
	const job = { ...blank(at), kind: 'test', visitId: null, facts, printerId: printer?.id ?? null } as const;
	// The browser that asked prints it now, and nobody learns whether paper came out.
	const status: SlipStatus = { state: printer?.way === 'browser' ? 'unconfirmed' : 'queued', fault: null };
	hall.slips.insert(printer?.way === 'browser' ? { ...job, ...status, sentAt: at, doneAt: at, tries: 1 } : job);
	tellSlip(hall, null, status, null, at);
	return sentTo(service, printer);
}

const sentTo = (service: ServiceId, printer: Printer | null): RequirementsSent =>
	printer?.way === 'browser'
		? { printer: null, here: `/services/${service}/sheet` }
		: { printer: printer?.name ?? null, here: null };

/** The first of this kiosk's printers that is well; null: the tray. What its own browser prints is in no trouble known here. */
function readyPrinter(hall: Hall, kiosk: DeviceId): Printer | null {
	const own = hall.catalogue().printersOf(kiosk);
	if (own.length === 0) return null;
	const ready = own.find((it) => it.way === 'browser' || !isTrouble(hall.slips.printer(it.id)?.state ?? 'unknown'));
	return ready ?? refuse({ code: 'printer_away' });
}
