import { describe, expect, it } from 'vitest';
import { catalogue, obstacle } from './catalogue.ts';
import { agencyId, busyMorning, holiday, serviceId } from './fixtures.ts';

const hall = catalogue(busyMorning.view);
const offers = (...ids: readonly string[]) => ids.flatMap((id) => hall.offers.get(serviceId(id)) ?? []);

describe('the hall as the kiosk lists it', () => {
	it('names every agency once, under its zone, in the order of the hall', () => {
		const listed = hall.zones.flatMap(({ zone, tenants }) => tenants.map((it) => [zone.number, it.agency.id]));
		const ordered = [...busyMorning.view.agencies].sort((a, b) => a.zone - b.zone).map((it) => [it.zone, it.id]);
		expect(listed).toEqual(ordered);
		expect(listed).toHaveLength(20);
		expect(hall.offers.size).toBe(57);
	});

	it('counts a line once although several services share it', () => {
		const { queues } = busyMorning.view;
		const waiting = queues.filter((it) => it.id.startsWith('disdukcapil/')).reduce((sum, it) => sum + it.waiting, 0);
		expect(hall.tenants.get(agencyId('disdukcapil'))?.waiting).toBe(waiting);
	});

	it('marks an agency closed only when every line of it is', () => {
		expect(hall.tenants.get(agencyId('imigrasi'))?.closed).toMatchObject({ reason: 'not_today' });
		expect(hall.tenants.get(agencyId('dpmptsp'))?.closed).toBeNull();
		expect(hall.closed).toBeNull();
		expect(catalogue(holiday.view).closed).toMatchObject({ reason: 'holiday', note: 'Hari Raya Natal' });
	});

	it('tells of the line that opens first, and a known opening before an unknown one', () => {
		const at = busyMorning.at;
		const closed = (reason: 'quota' | 'no_officer', opens: number | null) =>
			({ open: false, reason, note: null, opens }) as const;
		const view = {
			...busyMorning.view,
			queues: busyMorning.view.queues.map((it) => ({
				...it,
				availability: it.id === 'dpmptsp/A' ? closed('no_officer', null) : closed('quota', at + 60_000),
			})),
		};
		expect(catalogue(view).tenants.get(agencyId('dpmptsp'))?.closed).toMatchObject({ reason: 'quota' });
	});
});

describe('what stands in the way of a number', () => {
	it('is nothing for open services and a live connection', () => {
		expect(obstacle(offers('skck-baru', 'kk-baru'), true)).toBeNull();
	});

	it('is the closed one of several services, before anything else', () => {
		expect(obstacle(offers('skck-baru', 'paspor-baru'), false)).toMatchObject({
			kind: 'closed',
			offer: { service: { id: 'paspor-baru' } },
		});
	});

	it('is a list that is longer than a slip, and a lost connection', () => {
		const six = offers('skck-baru', 'kk-baru', 'jkn-ubah', 'pkb-tahunan', 'npwp', 'haji');
		expect(obstacle(six, true)).toEqual({ kind: 'too_many' });
		expect(obstacle(six.slice(0, 5), false)).toEqual({ kind: 'no_connection' });
	});
});
