// The people who may sign on. Nobody is deleted, because old reports name them; a changed PIN ends every open session.

import { and, asc, eq, isNull } from 'drizzle-orm';
import type { AgencyId, CounterNumber, Instant, OfficerId } from '../../shared/id.ts';
import type { Store } from '../store/open.ts';
import { agencies, counters, officers, pinTries, sessions, shifts } from '../store/schema.ts';
import { isPrintable, LONGEST_NAME } from './format.ts';
import { refuse, refuseUsage } from './refused.ts';
import { command } from './sentences.ts';

export type Officer = typeof officers.$inferSelect;
export interface NewOfficer {
	readonly username: string;
	readonly name: string;
	readonly pinHash: string;
	/** null for a manager, who belongs to no agency and sits at no counter. */
	readonly place: { readonly agencyId: string; readonly counter: number | null } | null;
}

const USERNAME = /^[a-z0-9][a-z0-9._-]{2,31}$/;

/** Also the names of devices. */
export const isName = (name: string): boolean => name.trim() !== '' && name.length <= LONGEST_NAME && isPrintable(name);

/** Refuses: a name nobody can type or read, a username that was ever used, an unknown agency, another agency's counter. */
export function addOfficer({ tables }: Store, officer: NewOfficer): OfficerId {
	const { username, name, pinHash, place } = officer;
	if (!USERNAME.test(username)) refuseUsage(command.usernameForm);
	if (!isName(name)) refuseUsage(command.nameForm);
	if (tables.select().from(officers).where(eq(officers.username, username)).get())
		refuse(command.usernameTaken(username));
	const seat = place ? seatOf({ tables }, place.agencyId, place.counter) : { agencyId: null, counter: null };
	const role = place ? 'officer' : 'manager';
	return tables
		.insert(officers)
		.values({ username, name, role, pinHash, ...seat })
		.returning({ id: officers.id })
		.get().id;
}

function seatOf(
	{ tables }: Pick<Store, 'tables'>,
	agency: string,
	number: number | null,
): { readonly agencyId: AgencyId; readonly counter: CounterNumber | null } {
	const agencyId = agency as AgencyId;
	const open = tables
		.select()
		.from(agencies)
		.where(and(eq(agencies.id, agencyId), isNull(agencies.retiredAt)))
		.get();
	if (!open) refuse(command.noAgency(agency));
	if (number === null) return { agencyId, counter: null };
	const counter = openCounter({ tables }, number);
	if (counter.agencyId !== agencyId) refuse(command.foreignCounter(number, counter.agencyId));
	return { agencyId, counter: counter.number };
}

export function openCounter({ tables }: Pick<Store, 'tables'>, number: number): typeof counters.$inferSelect {
	const wanted = and(eq(counters.number, number as CounterNumber), isNull(counters.retiredAt));
	return tables.select().from(counters).where(wanted).get() ?? refuse(command.noCounter(number));
}

export const listOfficers = ({ tables }: Store): readonly Officer[] =>
	tables.select().from(officers).orderBy(asc(officers.username)).all();

function activeOfficer({ tables }: Store, username: string): Officer {
	const officer =
		tables.select().from(officers).where(eq(officers.username, username)).get() ?? refuse(command.noOfficer(username));
	if (officer.retiredAt !== null) refuse(command.officerRetired(username));
	return officer;
}

const endSessions = ({ tables }: Store, officerId: OfficerId, at: Instant): void => {
	tables
		.update(sessions)
		.set({ endedAt: at })
		.where(and(eq(sessions.officerId, officerId), isNull(sessions.endedAt)))
		.run();
};

/** A new PIN also opens a lock: whoever forgot the old one has usually tried it too often. */
export function changePin(store: Store, username: string, pinHash: string, at: Instant): void {
	store.sqlite
		.transaction(() => {
			const officer = activeOfficer(store, username);
			store.tables.update(officers).set({ pinHash }).where(eq(officers.id, officer.id)).run();
			store.tables.delete(pinTries).where(eq(pinTries.username, username)).run();
			endSessions(store, officer.id, at);
		})
		.immediate();
}

/** Refuses while the officer is signed on: a counter would stay open with nobody who could close it. */
export function retireOfficer(store: Store, username: string, at: Instant): void {
	store.sqlite
		.transaction(() => {
			const officer = activeOfficer(store, username);
			const shift = store.tables
				.select()
				.from(shifts)
				.where(and(eq(shifts.officerId, officer.id), isNull(shifts.endedAt)))
				.get();
			if (shift) refuse(command.stillSignedOn(shift.counter));
			store.tables.update(officers).set({ retiredAt: at }).where(eq(officers.id, officer.id)).run();
			endSessions(store, officer.id, at);
		})
		.immediate();
}
