import { describe, expect, it } from 'vitest';
import type { AgencyId, ServiceId } from '../shared/id.ts';
import type { KioskView } from '../shared/views.ts';
import { catalogue } from './catalogue.ts';
import { MOST_CHOICES } from './divide.ts';
import { busyMorning, hallOf, small } from './fixtures.ts';
import { start, step } from './flow.ts';

const demo = busyMorning.view;

/** On a glass that shows eight at once. From home to the number: the zone where zones are asked, the agency, turning its pages, and "Ambil nomor". */
function touches(view: KioskView): readonly number[] {
	const { groups, tenants } = catalogue(view);
	const grouped = groups ?? [];
	return [...tenants.values()].flatMap((tenant) => {
		const group = grouped.findIndex((it) => it.tenants.includes(tenant));
		const alone = grouped[group]?.tenants.length === 1;
		const before = groups === null || alone ? 1 : 2 + Math.floor(group / MOST_CHOICES);
		return tenant.offers.map((_, place) => before + Math.floor(place / MOST_CHOICES) + 1);
	});
}

describe('the first screen', () => {
	it('asks for the agency where there are eight or fewer', () => {
		expect(catalogue(small.view).groups).toBeNull();
	});

	it('asks for the zone in the demo hall, in its own order', () => {
		const { groups } = catalogue(demo);
		expect(groups?.map((it) => [it.id, it.tenants.length])).toEqual([
			['1.0', 3],
			['2.0', 7],
			['3.0', 6],
			['4.0', 4],
		]);
	});

	it('parts a zone of more than eight agencies evenly', () => {
		const sizes = (agencies: number, zones: number) =>
			catalogue(hallOf(agencies, zones, agencies)).groups?.map((it) => it.tenants.length);
		expect(sizes(18, 2)).toEqual([5, 4, 5, 4]);
		expect(sizes(40, 1)).toEqual([8, 8, 8, 8, 8]);
	});

	it('is the same however long the lines are', () => {
		const busy = demo.queues.map((queue, at) => ({ ...queue, waiting: (at * 31) % 50 }));
		const names = (view: KioskView) => catalogue(view).groups?.map((it) => it.tenants.map(({ agency }) => agency.id));
		expect(names({ ...demo, queues: busy })).toEqual(names(demo));
	});
});

describe('three touches', () => {
	it.each([
		['the demo hall', demo, 57],
		['a hall of 18 agencies', hallOf(18, 3, 90), 90],
		['a hall of 40 agencies and 158 services', hallOf(40, 5, 158), 158],
	])('lead to the number for nine in ten services of %s', (_, view, services) => {
		const all = touches(view);
		expect(all).toHaveLength(services);
		expect(all.filter((it) => it <= 3).length / services).toBeGreaterThanOrEqual(0.9);
	});
});

describe('turned pages', () => {
	it('are found as they were after a step back, and forgotten with the visitor', () => {
		const agency = { kind: 'opened', page: { at: 'agency', agencyId: 'disdukcapil' as AgencyId } } as const;
		const turned = step(step(start, agency), { kind: 'turned', to: 1 });
		const service = { kind: 'opened', page: { at: 'service', serviceId: 'akta-mati' as ServiceId } } as const;
		expect(step(step(turned, service), { kind: 'back' }).turns).toEqual({ 'agency disdukcapil': 1 });
		expect(step(turned, { kind: 'left' })).toEqual(start);
	});
});
