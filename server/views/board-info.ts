// What a board says of the hall at its side, one page at a time, by the clock: each service with its requirements, and in
// between the public promise (maklumat pelayanan, UU 25/2009 art. 22) and what the hall has for its visitors.

import type { Agency } from '../../shared/hall.ts';
import { type Instant, SECOND } from '../../shared/id.ts';
import type { BoardInfo } from '../../shared/views.ts';
import type { Catalogue } from '../store/catalogue.ts';

/** A list of requirements is read and understood in this time. */
export const PAGE_FOR = 20 * SECOND;
/** A hall with a hundred services comes round in half an hour; its promise must not. */
const SERVICES_BETWEEN = 6;

/** The page of this moment; null where there is nothing to say. `agencies`: of this board; none: every agency's services. */
export function infoNow(catalogue: Catalogue, agencies: readonly Agency[], at: Instant): BoardInfo | null {
	const pages = infoPages(catalogue, agencies);
	return pages[Math.floor(at / PAGE_FOR) % pages.length] ?? null;
}

export function infoPages(catalogue: Catalogue, agencies: readonly Agency[]): readonly BoardInfo[] {
	const { pledge, facilities } = catalogue.settings.board;
	const own: readonly BoardInfo[] = [
		...(pledge ? [{ kind: 'pledge', text: pledge } as const] : []),
		...(facilities.length > 0 ? [{ kind: 'facilities', items: facilities } as const] : []),
	];
	const services = (agencies.length > 0 ? agencies : catalogue.agencies).flatMap((it) => servicesOf(catalogue, it));
	if (services.length === 0) return own;
	const parts = Array.from({ length: Math.ceil(services.length / SERVICES_BETWEEN) }, (_, it) => it * SERVICES_BETWEEN);
	return parts.flatMap((from) => [...own, ...services.slice(from, from + SERVICES_BETWEEN)]);
}

/** A service that asks for nothing has nothing to be read about. */
const servicesOf = (catalogue: Catalogue, agency: Agency): readonly BoardInfo[] =>
	catalogue.services
		.filter((it) => it.agencyId === agency.id && it.requirements.length > 0)
		.map(({ name, requirements, fee, completion }) => ({
			...({ kind: 'service', agency: agency.shortName, service: name } as const),
			...{ requirements, fee: fee.text, completion },
		}));
