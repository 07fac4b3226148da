// The folder of a hall's own recordings (DATA_DIR/voice/<language>/<clip>.wav). A take is either there whole or not at all,
// and the one before it is kept beside it, so that whatever is done can be taken back.

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { NameToRecord, Recording } from '../../shared/recording.ts';
import { PACK_CLIPS } from '../../shared/voice.ts';
import type { Language } from '../../shared/words/words.ts';
import type { Pack } from './pack.ts';
import { RATE } from './wav.ts';

export interface NewTake {
	readonly language: Language;
	readonly clip: string;
	readonly wav: Uint8Array;
}

export interface OwnVoice {
	/** Everything there is to record in one language, as it is now. */
	readonly list: (pack: Pack, names: readonly NameToRecord[]) => readonly Recording[];
	/** The file as it lies there; null where there is none. */
	readonly read: (language: Language, clip: string, which: 'now' | 'before') => Buffer | null;
	/**
	 * Writes all takes aside, so that a full disk is found out before anything is changed. What it hands back puts them in
	 * their places, at once.
	 */
	readonly stage: (takes: readonly NewTake[]) => Promise<() => void>;
	/** Now and before change places; false where no take before is kept. */
	readonly restore: (language: Language, clip: string) => boolean;
	/** The bundled one speaks again; false where there was nothing to remove. */
	readonly remove: (language: Language, clip: string) => boolean;
}

const BEFORE = '.before';
/** Where takes are written aside. What a crash left there is thrown away at the next start. */
const ASIDE = '.aside-';

interface BundledClip {
	readonly text: string;
	readonly ms: number;
}

/** What the bundled pack says of its clips; the name of a clip is what it says where no pack was installed. */
function bundledClips(bundled: string | null, language: Language): ReadonlyMap<string, BundledClip> {
	const file = bundled && path.join(bundled, language, 'pack.json');
	if (!file || !existsSync(file)) return new Map();
	const { clips } = JSON.parse(readFileSync(file, 'utf8')) as { readonly clips: Readonly<Record<string, BundledClip>> };
	return new Map(Object.entries(clips));
}

/** Names of clips must have been checked (isToRecord): here they become paths. */
export function openOwnVoice(folder: string, bundled: string | null): OwnVoice {
	const place = (language: Language, clip: string): string => path.join(folder, language, `${clip}.wav`);
	const placeBefore = (language: Language, clip: string): string => path.join(folder, language, BEFORE, `${clip}.wav`);
	/** Files of the same folder are renamed in one step: nobody ever finds half a recording, or none. */
	const aside = (file: string): string => `${file}.new`;
	for (const entry of existsSync(folder) ? readdirSync(folder) : [])
		if (entry.startsWith(ASIDE)) rmSync(path.join(folder, entry), { recursive: true });

	function keep(language: Language, clip: string): void {
		const [now, before] = [place(language, clip), placeBefore(language, clip)];
		if (!existsSync(now)) return;
		mkdirSync(path.dirname(before), { recursive: true });
		copyFileSync(now, aside(before));
		renameSync(aside(before), before);
	}

	return {
		list: (pack, names) => {
			const brought = bundledClips(bundled, pack.language);
			const texts = PACK_CLIPS[pack.language].map((clip) => ({ clip, text: brought.get(clip)?.text ?? clip }));
			return [...texts, ...names].map(({ clip, text }) => {
				const said = pack.clip(clip, 'inside');
				return {
					clip,
					text,
					from: said?.from ?? 'nobody',
					ms: said && Math.round((said.samples.length * 1000) / RATE),
					bundled: brought.has(clip),
					before: existsSync(placeBefore(pack.language, clip)),
					broken: said?.from !== 'own' && existsSync(place(pack.language, clip)),
				};
			});
		},
		read: (language, clip, which) => {
			const file = which === 'now' ? place(language, clip) : placeBefore(language, clip);
			return existsSync(file) ? readFileSync(file) : null;
		},
		stage: async (takes) => {
			mkdirSync(folder, { recursive: true });
			const waiting = await mkdtemp(path.join(folder, ASIDE));
			const fileOf = ({ language, clip }: NewTake): string => path.join(waiting, `${language} ${clip}.wav`);
			try {
				// On the disk before it takes the place of another: a power cut leaves the one or the other.
				for (const take of takes) await writeFile(fileOf(take), take.wav, { flush: true });
			} catch (error) {
				rmSync(waiting, { recursive: true });
				throw error;
			}
			return () => {
				for (const take of takes) {
					keep(take.language, take.clip);
					mkdirSync(path.join(folder, take.language), { recursive: true });
					renameSync(fileOf(take), place(take.language, take.clip));
				}
				rmSync(waiting, { recursive: true });
			};
		},
		restore: (language, clip) => {
			const [now, before] = [place(language, clip), placeBefore(language, clip)];
			if (!existsSync(before)) return false;
			if (!existsSync(now)) {
				renameSync(before, now);
				return true;
			}
			copyFileSync(now, aside(before));
			renameSync(before, now);
			renameSync(aside(before), before);
			return true;
		},
		remove: (language, clip) => {
			if (!existsSync(place(language, clip))) return false;
			keep(language, clip);
			rmSync(place(language, clip));
			return true;
		},
	};
}
