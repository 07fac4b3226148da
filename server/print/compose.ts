// A job as bytes: its slip read from the rows, laid out and encoded for the printer that is to print it.

import { words } from '../../shared/words/words.ts';
import type { Catalogue, Printer as PrinterSetup } from '../store/catalogue.ts';
import type { Store } from '../store/open.ts';
import { type Line, linesOf, testLines } from './compose/lines.ts';
import { type Profile, profileFor, profileNamed } from './compose/profile.ts';
import { sheetLines } from './compose/sheet.ts';
import type { Job } from './jobs.ts';
import { openSlips, sheetOf, slipHall } from './slips.ts';

export type Compose = (job: Job) => Promise<{ readonly bytes: Uint8Array; readonly mm: number }>;

/** A profile that this release does not know (a row of a later one): what nearly every printer can do. */
export const profileOf = ({ profile }: Pick<PrinterSetup, 'profile'>): Profile =>
	profileNamed(profile) ?? profileFor(58);

/** The lines of a job on paper of this kind; a test slip says whose it is. */
export function openLines(
	store: Store,
): (job: Job, hall: Catalogue, profile: Profile, printer: string) => readonly Line[] {
	const slips = openSlips(store);
	return (job, hall, profile, printer) =>
		job.facts.sheet
			? sheetLines(sheetOf(job.facts.sheet.service, hall, job.createdAt), profile, words.id)
			: job.kind === 'test'
				? testLines({ hall: slipHall(hall), printer, profile: profile.label, at: job.createdAt }, profile, words.id)
				: linesOf(slips(job.id, hall), profile, words.id);
}

export function openCompose(store: Store, catalogue: () => Catalogue, printer: PrinterSetup): Compose {
	const lines = openLines(store);
	const profile = profileOf(printer);
	return async (job) => {
		// Loaded with the first slip: a hall with a tray never needs it, and it would add a fifth of a second to each start.
		const { encode, paperMm } = await import('./compose/encode.ts');
		const laid = lines(job, catalogue(), profile, printer.name);
		return { bytes: encode(laid, profile), mm: paperMm(laid, profile) };
	};
}
