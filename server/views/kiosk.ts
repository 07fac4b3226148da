// Rows -> what every kiosk is shown: the whole catalogue, how each line stands, and how the latest slips fare.

import { dayOf } from '../../shared/day.ts';
import type { Service } from '../../shared/hall.ts';
import type { Instant } from '../../shared/id.ts';
import type { KioskMoving, KioskService, KioskStill, KioskView } from '../../shared/views.ts';
import { agencyFacts, type Catalogue } from '../store/catalogue.ts';
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

export const kioskView = (hall: Hall, at: Instant): KioskView => ({
	...kioskStill(hall.catalogue()),
	...kioskMoving(hall, at),
});

export const kioskMoving = (hall: Hall, at: Instant): KioskMoving =>
	hall.rows.together(() => {
		const { settings, queues } = hall.catalogue();
		const presence = readPresence(hall);
		return {
			day: dayOf(at, settings.timeZone),
			queues: queues.map((queue) => queueNow(hall, queue, presence, at)),
			slips: slipsNow(hall),
		};
	});

export const kioskStill = ({ facts, zones, agencies, services, settings }: Catalogue): KioskStill => ({
	hall: facts,
	zones: zones.map(({ number, name }) => ({ number, name })),
	agencies: agencies.map(agencyFacts),
	services: services.map(kioskService),
	guides: settings.guides,
	rooms: settings.board.rooms,
	languages: settings.languages,
	pledge: settings.board.pledge,
	facilities: settings.board.facilities,
});
