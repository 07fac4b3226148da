// What the agent must still know after it died: its token, the jobs it has begun, and how they ended where the server has
// not heard it. On the disk before the first byte goes to the printer, so that no slip is ever sent twice.

import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { platform } from 'node:os';
import path from 'node:path';
import type { PrintJobId } from '../shared/id.ts';
import type { PrintOutcome } from '../shared/slip.ts';

export interface Untold {
	readonly job: PrintJobId;
	readonly outcome: PrintOutcome;
}
export interface Kept {
	/** Where the token belongs; it is shown to nobody else. */
	readonly server: string;
	readonly token: string;
	/** The name that the hall gave this agent. */
	readonly name: string;
	/** The code it was paired with, so that a start with the same command line pairs only once. Worth nothing any more. */
	readonly code: string;
	/** The latest jobs that were begun, oldest first. */
	readonly begun: readonly PrintJobId[];
	readonly untold: readonly Untold[];
}

export interface Memory {
	readonly file: string;
	readonly hasBegun: (job: PrintJobId) => boolean;
	readonly untold: () => readonly Untold[];
	/** Each is on the disk when it returns, and throws where it cannot be; `ended` is remembered in any case. */
	readonly began: (job: PrintJobId) => void;
	readonly ended: (job: PrintJobId, outcome: PrintOutcome) => void;
	readonly told: (job: PrintJobId) => void;
}

/** A server shows one job at a time and gives up after minutes: nothing older than this many can come back. */
const MOST_BEGUN = 200;

/** There is a file, and it is none of ours, or may not be read. */
export class Unreadable extends Error {}

/** null: there is none yet. */
export function readKept(file: string): Kept | null {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		throw new Unreadable(file, { cause: error });
	}
	const kept = parsed(text);
	if (!isKept(kept)) throw new Unreadable(file);
	return kept;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}

/** Only this program writes it; that it is whole is enough. */
function isKept(value: unknown): value is Kept {
	if (typeof value !== 'object' || value === null) return false;
	const kept = value as Partial<Record<keyof Kept, unknown>>;
	const texts = [kept.server, kept.token, kept.name, kept.code];
	return texts.every((it) => typeof it === 'string') && Array.isArray(kept.begun) && Array.isArray(kept.untold);
}

/** Whole or not at all, whatever happens meanwhile; for its owner's eyes only. */
export function writeKept(file: string, kept: Kept): void {
	const beside = `${file}.new`;
	const handle = openSync(beside, 'w', 0o600);
	try {
		writeSync(handle, `${JSON.stringify(kept)}\n`);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
	renameSync(beside, file);
	// The new name, too, must outlive a power cut; Windows knows no such thing for a folder.
	if (platform() === 'win32') return;
	const folder = openSync(path.dirname(file), 'r');
	try {
		fsyncSync(folder);
	} finally {
		closeSync(folder);
	}
}

export function openMemory(file: string, start: Kept): Memory {
	let kept = start;
	const change = (next: Partial<Kept>): void => {
		kept = { ...kept, ...next };
		writeKept(file, kept);
	};
	return {
		file,
		hasBegun: (job) => kept.begun.includes(job),
		untold: () => kept.untold,
		began: (job) => change({ begun: [...kept.begun, job].slice(-MOST_BEGUN) }),
		ended: (job, outcome) => change({ untold: [...kept.untold, { job, outcome }] }),
		told: (job) => change({ untold: kept.untold.filter((it) => it.job !== job) }),
	};
}
