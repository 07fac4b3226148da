// What people ask of slips: print this one again, or elsewhere; a test; drop what waits; a new roll. One
// slip of a number may be valid: whatever follows one that may be on paper is marked as a reprint.

import { eq } from 'drizzle-orm';
import type { PrintAgainAsk, PrintHereAsk, ReprintAsk, Reprinting } from '../../shared/contract.ts';
import { dayOf } from '../../shared/day.ts';
import { type DeviceId, type Instant, MINUTE, type OfficerId, type PrinterId, type VisitId } from '../../shared/id.ts';
import { typedNumber } from '../../shared/number.ts';
import type { SlipStatus } from '../../shared/slip.ts';
import type { Hall } from '../store/hall.ts';
import { OF_THE_HALL } from '../store/journal-rows.ts';
import { printers } from '../store/schema.ts';
import type { PrinterRow, PrintJob } from '../store/slip-rows.ts';
import type { Visit } from '../store/visit-rows.ts';
import { atDesk, type Desk } from './desk.ts';
import { refuse } from './refused.ts';

/** A kiosk may ask for another slip of its visitor for as long as somebody could still stand there. */
const AT_THE_KIOSK = 10 * MINUTE;

/** Every change of a slip stands in the journal: kiosk and officer are shown it, and the past can be told. */
export function tellSlip(
	hall: Hall,
	visitId: VisitId | null,
	status: SlipStatus,
	by: OfficerId | null,
	at: Instant,
): void {
	const day = dayOf(at, hall.catalogue().settings.timeZone);
	// `by` is not in the officer's column: what stands last there is what can be taken back, and paper cannot.
	const detail = { slip: status.state, fault: status.fault, by };
	hall.rows.insertJournal({ ...OF_THE_HALL, at, day, kind: 'printed', visitId, detail });
}

const QUEUED: SlipStatus = { state: 'queued', fault: null };

/** The first slip of a visit, in the same commit as its number, whose own journal entry tells of it. */
export function firstSlip(hall: Hall, visitId: VisitId, facts: PrintJob['facts'], kiosk: DeviceId, at: Instant): void {
	const printerId = hall.catalogue().printersOf(kiosk)[0]?.id ?? null;
	hall.slips.insert({ ...blank(at), kind: 'slip', visitId, facts, printerId });
}

/**
 * The slip of a number that was given without the server: nobody waits for paper any more. `fate`: whether the kiosk's
 * browser was told to print it, and more than that a browser never learns.
 */
export function lateSlip(
	hall: Hall,
	visitId: VisitId,
	facts: PrintJob['facts'],
	kiosk: DeviceId,
	fate: 'told' | 'too_late',
	at: Instant,
): void {
	const printerId = hall.catalogue().printersOf(kiosk)[0]?.id ?? null;
	const known =
		fate === 'told'
			? ({ state: 'unconfirmed', fault: null, sentAt: at } as const)
			: ({ state: 'failed', fault: 'too_late', sentAt: null } as const);
	hall.slips.insert({ ...blank(at), kind: 'slip', visitId, facts, printerId, ...known, doneAt: at });
}

/** A job that nobody has looked at yet. */
export const blank = (at: Instant) => ({ ...QUEUED, tries: 0, createdAt: at, sentAt: null, doneAt: null, mm: null });

/**
 * The visit's slip on its way to this printer (null: the tray): the one that waits is moved, one that never was sent is
 * taken up again, and one that may be on paper is followed by a marked reprint.
 */
function printOn(hall: Hall, last: PrintJob, printerId: PrinterId | null, by: OfficerId | null, at: Instant): void {
	if (last.visitId === null) throw new Error(`print job ${last.id} is a test`);
	if (last.sentAt === null) hall.slips.change(last.id, { ...QUEUED, printerId, createdAt: at, doneAt: null });
	else hall.slips.insert({ ...blank(at), kind: 'reprint', visitId: last.visitId, facts: last.facts, printerId });
	tellSlip(hall, last.visitId, QUEUED, by, at);
}

/** A visit whose number was taken at this kiosk just now. Any other is as unknown as one that does not exist. */
function visitOfKiosk(
	hall: Hall,
	id: VisitId,
	kiosk: DeviceId,
	at: Instant,
): { readonly visit: Visit; readonly last: PrintJob } {
	const visit = hall.rows.visit(id);
	const last = visit && hall.slips.ofVisit(visit.id);
	if (!visit || !last || visit.deviceId !== kiosk || at - visit.createdAt > AT_THE_KIOSK)
		refuse({ code: 'unknown', what: 'visit' });
	return { visit, last };
}

/** Refuses a slip that is out or going out, and a printer that is not one of this kiosk's. */
export function printAgain(hall: Hall, ask: PrintAgainAsk, kiosk: DeviceId, at: Instant): void {
	const { last } = visitOfKiosk(hall, ask.visitId, kiosk, at);
	if (last.state === 'printing' || last.state === 'printed') refuse({ code: 'already_printed' });
	const own = hall.catalogue().printersOf(kiosk);
	const printer =
		ask.printer === null
			? (own.find((it) => it.id === last.printerId) ?? own[0])
			: own.find((it) => it.id === ask.printer);
	if (ask.printer !== null && !printer) refuse({ code: 'unknown', what: 'printer' });
	printOn(hall, last, printer?.id ?? null, null, at);
}

/** The kiosk's browser prints it, now and once: nobody can say whether it came out. The value is the visit's token. */
export function printHere(hall: Hall, ask: PrintHereAsk, kiosk: DeviceId, at: Instant): string {
	const { visit, last } = visitOfKiosk(hall, ask.visitId, kiosk, at);
	const printer = hall.catalogue().printers.find((it) => it.id === last.printerId);
	if (printer?.way !== 'browser') refuse({ code: 'not_allowed' });
	if (last.sentAt !== null || last.doneAt !== null) refuse({ code: 'already_printed' });
	const status: SlipStatus = { state: 'unconfirmed', fault: null };
	hall.slips.change(last.id, { ...status, sentAt: at, doneAt: at, tries: last.tries + 1 });
	tellSlip(hall, visit.id, status, null, at);
	return visit.token;
}

/** A slip that was not sent yet is not printed any more; one that may be on paper stays what it is. */
export function withdrawSlip(hall: Hall, visitId: VisitId, at: Instant): void {
	const slip = hall.slips.ofVisit(visitId);
	if (!slip || slip.sentAt !== null || slip.doneAt !== null) return;
	const status: SlipStatus = { state: 'failed', fault: 'cancelled' };
	hall.slips.change(slip.id, { ...status, doneAt: at });
	tellSlip(hall, visitId, status, null, at);
}

/** By an officer, for a visitor of the own agency's lines; a number of another agency is as unknown as none. */
export function reprint(hall: Hall, ask: ReprintAsk, desk: Desk, at: Instant): Reprinting {
	const { counter } = atDesk(hall, desk);
	return again(hall, ask, desk.officerId, at, (visit) =>
		hall.rows.ticketsOfVisit(visit.id).some((it) => it.agencyId === counter.agencyId),
	);
}

/** By a manager: any number of today. */
export const reprintAny = (hall: Hall, ask: ReprintAsk, by: OfficerId, at: Instant): Reprinting =>
	again(hall, ask, by, at, () => true);

function again(
	hall: Hall,
	ask: ReprintAsk,
	by: OfficerId,
	at: Instant,
	mayHave: (visit: Visit) => boolean,
): Reprinting {
	const catalogue = hall.catalogue();
	const number = typedNumber(ask.number, catalogue.settings.numberDigits);
	const visit = number === null ? undefined : hall.rows.visitByNumber(dayOf(at, catalogue.settings.timeZone), number);
	const last = visit && hall.slips.ofVisit(visit.id);
	if (!visit || !last || !mayHave(visit)) refuse({ code: 'unknown', what: 'number' });
	// A browser prints for the visitor who stands before it, and for nobody else.
	const able = catalogue.printers.filter((it) => it.way !== 'browser');
	const wanted = ask.printer ?? last.printerId;
	const printer = able.find((it) => it.id === wanted) ?? (ask.printer === null ? able[0] : undefined);
	if (ask.printer !== null && !printer) refuse({ code: 'unknown', what: 'printer' });
	if (last.state === 'printing') refuse({ code: 'already_printed' });
	printOn(hall, last, printer?.id ?? null, by, at);
	return { number: visit.number, printer: printer?.name ?? null };
}

function printerInUse(hall: Hall, id: PrinterId): PrinterRow {
	const printer = hall.slips.printer(id);
	return printer && printer.retiredAt === null ? printer : refuse({ code: 'unknown', what: 'printer' });
}

/** A slip that is nobody's, to see what the printer makes of it. */
export function testSlip(hall: Hall, id: PrinterId, by: OfficerId, at: Instant): void {
	const { id: printerId, way } = printerInUse(hall, id);
	if (way === 'browser') refuse({ code: 'not_allowed' });
	hall.slips.insert({ ...blank(at), kind: 'test', visitId: null, facts: { places: [], address: '' }, printerId });
	tellSlip(hall, null, QUEUED, by, at);
}

/** Everything that waits there and was not sent; how many. What is being printed is printed. */
export function cancelWaiting(hall: Hall, id: PrinterId, by: OfficerId, at: Instant): number {
	const waiting = hall.slips.due(printerInUse(hall, id).id);
	const status: SlipStatus = { state: 'failed', fault: 'cancelled' };
	for (const job of waiting) {
		hall.slips.change(job.id, { ...status, doneAt: at });
		tellSlip(hall, job.visitId, status, by, at);
	}
	return waiting.length;
}

/** A new roll was put in: what it used is counted from nothing. `rollMm`: null = as long as the last one. */
export function newRoll(hall: Hall, id: PrinterId, rollMm: number | null, at: Instant): void {
	const printer = printerInUse(hall, id);
	hall.store.tables
		.update(printers)
		.set({ usedMm: 0, rollSince: at, rollMm: rollMm ?? printer.rollMm })
		.where(eq(printers.id, id))
		.run();
}
