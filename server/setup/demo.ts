// The hall that stands there when nothing was set up yet: the example hall file, and an officer for every counter, all with
// one PIN that is written on the start page. It says "contoh" everywhere.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { asc, isNull } from 'drizzle-orm';
import type { AgencyId, CounterNumber, Instant } from '../../shared/id.ts';
import type { Store } from '../store/open.ts';
import { counters, officers } from '../store/schema.ts';
import { importHall } from './import.ts';
import { addOfficer } from './officers.ts';

export const DEMO_MANAGER = { username: 'manajer', name: 'Manajer Aula (contoh)' } as const;

/** "disdukcapil5": the agency's id without hyphens and the counter's number. */
export const demoUsername = (agencyId: AgencyId, counter: CounterNumber): string =>
	`${agencyId.replaceAll('-', '')}${counter}`;

/** Nobody in particular: common names, each marked as an example where it is used. */
const NAMES = [
	'Andi Rahmat',
	'Sitti Aminah',
	'Muhammad Yusuf',
	'Nurhayati',
	'Baso Amiruddin',
	'Rina Wulandari',
	'Hendra Saputra',
	'Marlina',
	'Yohanis Tandi',
	'Fitriani',
	'Agus Salim',
	'Dewi Lestari',
	'Irwan Syah',
	'Hasnah',
	'Daniel Pasau',
	'Nur Aisyah',
	'Syamsul Bahri',
	'Ratna Sari',
	'Arifin',
	'Megawati',
	'Yusran',
	'Ni Made Sukma',
	'Budi Santoso',
	'Hartati',
	'Ilham',
	'Murniati',
	'Samuel Bara',
	'Kartini',
	'Zainal Abidin',
	'Wahyuni',
	'Rusdi',
	'Suriani',
] as const;

/** The text of the example hall file, from demo/hall.json beside the program (above server/setup/, or above dist/server/setup/). */
export function readDemoHall(): string {
	let folder = path.dirname(fileURLToPath(import.meta.url));
	while (!existsSync(path.join(folder, 'demo', 'hall.json'))) {
		const parent = path.dirname(folder);
		if (parent === folder) throw new Error('demo/hall.json is missing beside the program');
		folder = parent;
	}
	return readFileSync(path.join(folder, 'demo', 'hall.json'), 'utf8');
}

/** Hall, officers and manager, all or nothing. Officers who are there already stay as they are. */
export function makeDemoHall(store: Store, hallFile: string | object, pinHash: string, at: Instant): void {
	store.sqlite
		.transaction(() => {
			const { faults } = importHall(store, hallFile, at);
			const [first] = faults;
			if (first)
				throw new Error(`the demo hall has ${faults.length} faults, the first at ${first.path}: ${first.text}`);
			const known = new Set(
				store.tables
					.select()
					.from(officers)
					.all()
					.map((it) => it.username),
			);
			const desks = store.tables
				.select()
				.from(counters)
				.where(isNull(counters.retiredAt))
				.orderBy(asc(counters.number))
				.all();
			for (const [index, { agencyId, number }] of desks.entries()) {
				const username = demoUsername(agencyId, number);
				const name = `${NAMES[index % NAMES.length]} (contoh)`;
				if (!known.has(username)) addOfficer(store, { username, name, pinHash, place: { agencyId, counter: number } });
			}
			if (!known.has(DEMO_MANAGER.username)) addOfficer(store, { ...DEMO_MANAGER, pinHash, place: null });
		})
		.immediate();
}
