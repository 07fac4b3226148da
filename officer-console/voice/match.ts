// Which recording a file is meant for, by its name: the name of the clip, what is said in it, or a figure. Pure.

import type { Recording } from '../../shared/recording.ts';

export interface Matched {
	readonly file: string;
	/** null: it fits none. */
	readonly clip: string | null;
	/** An earlier file is for the same. */
	readonly twice: boolean;
}

/** "Silakan menuju LOKET." is "silakan-menuju-loket": letters and figures, and one hyphen between two words. */
const plain = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');

/** Without the folder it came from and the ending of its kind. */
const bare = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{2,5}$/i, '');

/** Recorders count what they write: "01-tujuh", "tujuh (2)" and "tujuh-2" are "tujuh". */
const uncounted = (name: string): string => name.replace(/^\d+-(?=[a-z])/, '').replace(/(?<=[a-z])-\d+$/, '');

/** Names of a recording: its clip, then what it says. "tujuh." falls at the end, so it is "tujuh-end" and "tujuh-akhir" too. */
function namesOf({ clip, text }: Recording): readonly string[] {
	const ending = clip.endsWith('-end');
	const said = plain(text);
	return [clip, ...(ending ? [`${said}-end`, `${said}-akhir`] : [said])];
}

/** The order of the files decides where two are for the same recording. */
export function matchFiles(files: readonly string[], recordings: readonly Recording[]): readonly Matched[] {
	const clips = new Map<string, string>();
	// What is called so itself comes before what only says so: "a" is the letter, wherever it is said.
	for (const it of recordings) for (const name of namesOf(it)) if (!clips.has(name)) clips.set(name, it.clip);
	for (const { clip } of recordings) clips.set(clip, clip);
	const taken = new Set<string>();
	return files.map((file) => {
		const name = plain(bare(file));
		const clip = clips.get(name) ?? clips.get(uncounted(name)) ?? null;
		const twice = clip !== null && taken.has(clip);
		if (clip !== null) taken.add(clip);
		return { file, clip, twice };
	});
}
