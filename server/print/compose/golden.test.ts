// The golden slips: named situations on named printers, as text and as pictures, in golden/. A change of one is looked at
// before it is kept: GOLDEN=write npx vitest run --project unit server/print/compose/golden.test.ts writes them anew.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { words } from '../../../shared/words/words.ts';
import { encode } from './encode.ts';
import { type Line, linesOf, testLines } from './lines.ts';
import { bitmapOf, pngOf } from './picture.ts';
import { PROFILES, type Profile, type ProfileId } from './profile.ts';
import type { Slip } from './slip.ts';
import { readPaper, written } from './testing/read-paper.ts';
import { full, reprint, several, single, strange, trial, twoCopies } from './testing/slips.ts';

const GOLDEN = new URL('./golden/', import.meta.url);
const renewing = process.env.GOLDEN === 'write';

const slip = (it: Slip) => (profile: Profile) => linesOf(it, profile, words.id);
const CASES: readonly (readonly [string, ProfileId, (profile: Profile) => readonly Line[]])[] = [
	['one-service', 'epson-tm-t82', slip(single)],
	['one-service', 'unknown-58', slip(single)],
	['several-services-priority', 'unknown-58', slip(several)],
	['several-services-priority', 'unknown-80', slip(several)],
	['reprint', 'epson-tm-t88', slip(reprint)],
	['two-copies', 'unknown-80', slip(twoCopies)],
	['everything', 'epson-tm-m30', slip(full)],
	['everything', 'zjiang-58', slip(full)],
	['strange-names', 'unknown-58', slip(strange)],
	['strange-names', 'xprinter-80', slip(strange)],
	['test-slip', 'unknown-58', (profile) => testLines({ ...trial, profile: profile.label }, profile, words.id)],
	['test-slip', 'epson-tm-t82', (profile) => testLines({ ...trial, profile: profile.label }, profile, words.id)],
];

/** Writes what there is now beside the kept one, and says where. */
function actual(name: string, content: Uint8Array | string): string {
	const folder = join(tmpdir(), 'giliran-golden');
	mkdirSync(folder, { recursive: true });
	const path = join(folder, name);
	writeFileSync(path, content);
	return `golden/${name} says otherwise; what it is now: ${path}`;
}

test.each(CASES)('%s on %s', (situation, id, compose) => {
	const profile: Profile = PROFILES[id];
	const lines = compose(profile);
	const text = `${written(readPaper(encode(lines, profile), profile.codePage)).join('\n')}\n`;
	const png = pngOf(bitmapOf(lines, profile));
	const name = `${situation}.${id}`;
	const [textFile, pictureFile] = [new URL(`${name}.txt`, GOLDEN), new URL(`${name}.png`, GOLDEN)];
	if (renewing) {
		mkdirSync(GOLDEN, { recursive: true });
		writeFileSync(textFile, text);
		writeFileSync(pictureFile, png);
	}
	expect(
		existsSync(textFile) && existsSync(pictureFile),
		`golden/${name} is not there; see the head of this file`,
	).toBe(true);
	const kept = readFileSync(textFile, 'utf8');
	expect(text, text === kept ? '' : actual(`${name}.txt`, text)).toBe(kept);
	// Decoded: another release of zlib may pack the same dots otherwise.
	const [now, then] = [PNG.sync.read(Buffer.from(png)), PNG.sync.read(readFileSync(pictureFile))];
	const same = now.width === then.width && now.height === then.height && now.data.equals(then.data);
	expect(same, same ? '' : actual(`${name}.png`, png)).toBe(true);
});
