// What a typed word is looked for in: the service's own name first, then the other words by which people know it, then whose
// it is and what it gives.

import { indexOf } from '../shared/search.ts';
import type { AgencyFacts, KioskService } from '../shared/views.ts';

export interface Findable {
	readonly service: Pick<KioskService, 'name' | 'keywords' | 'product'>;
	readonly agency: Pick<AgencyFacts, 'shortName' | 'name'>;
}

export const finder = <Offer extends Findable>(offers: readonly Offer[]): ((typed: string) => readonly Offer[]) =>
	indexOf(offers, ({ service, agency }) => [
		service.name,
		service.keywords.join(' , '),
		`${agency.shortName} ${agency.name}`,
		service.product,
	]);
