// The sample hall of the tests, and how a test changes one place in it.

import { readFileSync } from 'node:fs';
import type { HallFile } from './format.ts';

export const SAMPLE_TEXT = readFileSync(new URL('./hall-palopo.sample.json', import.meta.url), 'utf8');
export const sample = (): HallFile => JSON.parse(SAMPLE_TEXT) as HallFile;

type Holder = Record<string | number, unknown>;
const steps = (path: string): (string | number)[] =>
	(path.match(/[^.[\]]+/g) ?? []).map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** The sample with this value at that place ("instansi[3].loket[0].nomor"); undefined takes the key away. */
export function sampleWith(changes: Readonly<Record<string, unknown>>): HallFile {
	const file = sample();
	for (const [path, value] of Object.entries(changes)) {
		const way = steps(path);
		const last = way.pop() ?? '';
		const holder = way.reduce<Holder>((it, step) => it[step] as Holder, file as unknown as Holder);
		if (value === undefined) delete holder[last];
		else holder[last] = value;
	}
	return file;
}
