// What the example hall file assumes of an ordinary day: how many ask for each service, and when they come. The running
// hall says everything else itself.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Habits {
	/** Service -> visitors a day. */
	readonly perDay: ReadonlyMap<string, number>;
	/** Hour of the day -> share of the day's visitors. */
	readonly hours: ReadonlyMap<number, number>;
}

interface HallFile {
	readonly aula: { readonly profilKedatanganAsumsi: { readonly jam: Readonly<Record<string, number>> } };
	readonly instansi: readonly {
		readonly layanan: readonly { readonly id: string; readonly rataTiketPerHariAsumsi: number }[];
	}[];
}

/** From demo/hall.json, beside the sources or above the built program. */
export function readHabits(): Habits {
	let folder = path.dirname(fileURLToPath(import.meta.url));
	while (!existsSync(path.join(folder, 'demo', 'hall.json'))) {
		const parent = path.dirname(folder);
		if (parent === folder) throw new Error('demo/hall.json is missing beside the program');
		folder = parent;
	}
	// Our own file, checked by the server's tests.
	const file = JSON.parse(readFileSync(path.join(folder, 'demo', 'hall.json'), 'utf8')) as HallFile;
	return {
		perDay: new Map(
			file.instansi.flatMap((it) => it.layanan.map((service) => [service.id, service.rataTiketPerHariAsumsi])),
		),
		hours: new Map(
			Object.entries(file.aula.profilKedatanganAsumsi.jam)
				.map(([hour, share]) => [Number(hour), share] as const)
				.sort(([a], [b]) => a - b),
		),
	};
}
