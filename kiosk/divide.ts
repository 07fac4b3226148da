// How many things are asked at once: eight choices a screen, so that the eye finds one and the hand reaches it. More agencies
// than that are asked for by their zones first, a large zone in parts; always in the hall's own order, never by use.

import type { Tenant, ZoneOfCatalogue } from './catalogue.ts';

export const MOST_CHOICES = 8;

/** A zone, or a part of one. */
export interface Group {
	readonly id: string;
	readonly name: string;
	readonly tenants: readonly Tenant[];
}

/** null: so few agencies that all of them stand on the first screen. */
export function divide(zones: readonly ZoneOfCatalogue[]): readonly Group[] | null {
	if (zones.reduce((sum, { tenants }) => sum + tenants.length, 0) <= MOST_CHOICES) return null;
	return zones.flatMap(({ zone, tenants }) =>
		parts(tenants).map((part, place) => ({ id: `${zone.number}.${place}`, name: zone.name, tenants: part })),
	);
}

/** As few as there can be, of like size: nine are five and four, not eight and one. */
function parts(tenants: readonly Tenant[]): readonly (readonly Tenant[])[] {
	const count = Math.ceil(tenants.length / MOST_CHOICES);
	return Array.from({ length: count }, (_, at) =>
		tenants.slice(Math.ceil((at * tenants.length) / count), Math.ceil(((at + 1) * tenants.length) / count)),
	);
}
