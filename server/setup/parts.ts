// A hall file taken apart, whatever its shape: what can be read stands here with its place, what cannot is left out. So the
// sense of one part is looked at although another part has the wrong shape.

import { readMinute } from '../../shared/day.ts';
import { isWords, type Words } from './json.ts';

/** Something to say about a place in the file: a fault or a warning. */
export interface Remark {
	/** "instansi[3].loket[0].antrean[1]" */
	readonly path: string;
	readonly text: string;
}

/** One object of the file and where it stands. */
export interface Placed {
	readonly path: string;
	readonly it: Words;
}
export interface AgencyParts extends Placed {
	readonly queues: readonly Placed[];
	readonly counters: readonly Placed[];
	readonly services: readonly Placed[];
}
export interface Parts {
	readonly hall: Words;
	readonly zones: readonly Placed[];
	readonly weekly: readonly Placed[];
	readonly specials: readonly Placed[];
	readonly holidays: readonly Placed[];
	readonly agencies: readonly AgencyParts[];
}

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const words = (value: unknown): Words => (isWords(value) ? value : {});
export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
export const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
export const minuteOf = (value: unknown): number | null => (typeof value === 'string' ? readMinute(value) : null);
export const placed = (value: unknown, path: string): Placed[] =>
	list(value).flatMap((it, index) => (isWords(it) ? [{ path: `${path}[${index}]`, it }] : []));

export function partsOf(file: Words): Parts {
	const hall = words(file.aula);
	const schedule = words(hall.jadwal);
	return {
		hall,
		zones: placed(hall.zona, 'aula.zona'),
		weekly: placed(schedule.mingguan, 'aula.jadwal.mingguan'),
		specials: placed(schedule.bukaKhusus, 'aula.jadwal.bukaKhusus'),
		holidays: placed(schedule.libur, 'aula.jadwal.libur'),
		agencies: placed(file.instansi, 'instansi').map((agency) => ({
			...agency,
			queues: placed(agency.it.antrean, `${agency.path}.antrean`),
			counters: placed(agency.it.loket, `${agency.path}.loket`),
			services: placed(agency.it.layanan, `${agency.path}.layanan`),
		})),
	};
}
