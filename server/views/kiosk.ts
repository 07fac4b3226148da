// Rows -> what every kiosk is shown: the whole catalogue, how each line stands, and how the latest slips fare.

import { dayOf } from '../../shared/day.ts';
import type { Service } from '../../shared/hall.ts';
import type { Instant } from '../../shared/id.ts';
import type { KioskService, KioskView } from '../../shared/views.ts';
import { agencyFacts } from '../store/catalogue.ts';
import type { Hall } from '../store/hall.ts';
import { queueNow, readPresence } from '../store/lines.ts';
import { slipsNow } from './slips.ts';

export const kioskService = (service: Service): KioskService => ({
	id: service.id,
	agencyId: service.agencyId,
	queueId: service.queueId,
	name: service.name,
	category: service.category,
	counterMinutes: service.counterMinutes,
	completion: service.completion,
	requirements: service.requirements,
	fee: service.fee,
	product: service.product,
	procedure: service.procedure,
	complaint: service.complaint,
	online: service.online,
	keywords: service.keywords,
});

export const kioskView = (hall: Hall, at: Instant): KioskView => hall.rows.together(() => read(hall, at));

function read(hall: Hall, at: Instant): KioskView {
	const catalogue = hall.catalogue();
	const presence = readPresence(hall);
	return {
		hall: catalogue.facts,
		day: dayOf(at, catalogue.settings.timeZone),
		zones: catalogue.zones.map(({ number, name }) => ({ number, name })),
		agencies: catalogue.agencies.map(agencyFacts),
		services: catalogue.services.map(kioskService),
		queues: catalogue.queues.map((queue) => queueNow(hall, queue, presence, at)),
		guides: catalogue.settings.guides,
		slips: slipsNow(hall),
		rooms: catalogue.settings.board.rooms,
		languages: catalogue.settings.languages,
		pledge: catalogue.settings.board.pledge,
		facilities: catalogue.settings.board.facilities,
	};
}
