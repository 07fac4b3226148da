// A slip of the hall that nobody holds: what the manager sees while laying out slips. The hall's own names, an invented day.

import type { Instant } from '../../shared/id.ts';
import { ticketNumber } from '../../shared/number.ts';
import type { SlipLayout } from '../../shared/slip.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { Slip, SlipPlace } from './compose/slip.ts';
import { slipHall } from './slips.ts';

const AHEAD = 3;

/** `publicUrl`: so that the QR code is as large as the real one. Deterministic for a hall and an instant. */
export function exampleSlip(catalogue: Catalogue, layout: SlipLayout, publicUrl: string, at: Instant): Slip {
	// The one with the most to bring shows how long a slip can get.
	const [service] = [...catalogue.services].sort((a, b) => b.requirements.length - a.requirements.length);
	const queue = service && catalogue.queue(service.queueId);
	const agency = service && catalogue.agency(service.agencyId);
	const place: readonly SlipPlace[] =
		service && queue && agency
			? [
					{
						agency: agency.name,
						service: service.name,
						ahead: AHEAD,
						wait: { fromMinutes: 10, toMinutes: 25, basis: 'history' },
						counters: catalogue.countersOf(queue.id).map((it) => it.number),
						zone: agency.zone,
						requirements: service.requirements,
					},
				]
			: [];
	return {
		hall: { ...slipHall(catalogue), layout },
		number: ticketNumber(queue?.prefix ?? 'A', 12, catalogue.settings.numberDigits),
		takenAt: at,
		priority: false,
		places: place,
		address: `${publicUrl}/t/${'x'.repeat(22)}`,
		reprintedAt: null,
	};
}
