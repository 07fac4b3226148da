// The report's page: asks for the report of the chosen days and keeps the one it has while the next is made.

import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Report, ReportGroup } from '../../shared/report.ts';
import { report as fetchReport } from '../api.ts';
import { usePageTitle } from '../manager/title.ts';
import { guessToday, hallToday, presetOf, type Range, rangeOf } from './range.ts';
import { type Loaded, ReportView } from './view.tsx';
import { words } from './words.ts';

const today = signal(guessToday(Date.now(), new Date().getTimezoneOffset()));
const range = signal<Range>(rangeOf('today', today.value));
const loaded = signal<Loaded>({ state: 'loading', report: null });
const by = signal<ReportGroup>('agency');
let asked = 0;

async function load(wanted: Range): Promise<void> {
	range.value = wanted;
	const mine = ++asked;
	loaded.value = { state: 'loading', report: loaded.value.report };
	const reply = await fetchReport(wanted.from, wanted.to);
	// A slow answer to an earlier question must not replace the later one.
	if (mine !== asked) return;
	if (reply.ok) return show(wanted, reply.value);
	loaded.value = { state: 'failed', report: null, refusal: reply.refusal };
}

/** The hall knows its own today; where this computer guessed another, the same choice is asked again. */
function show(wanted: Range, report: Report): void {
	const guessed = today.value;
	today.value = hallToday(report.madeAt, report.hall.timeZone);
	loaded.value = { state: 'ready', report };
	const preset = presetOf(wanted, guessed);
	if (preset && guessed !== today.value) void load(rangeOf(preset, today.value));
}

export function ReportPage() {
	const { report } = loaded.value;
	usePageTitle(words.report.title(report?.hall.name ?? 'Giliran'));
	useEffect(() => {
		void load(rangeOf('today', today.value));
		return () => {
			// Whoever signs in next starts with an empty page.
			asked++;
			loaded.value = { state: 'loading', report: null };
		};
	}, []);
	return (
		<ReportView
			today={today.value}
			range={range.value}
			loaded={loaded.value}
			by={by.value}
			choose={(wanted) => void load(wanted)}
			group={(wanted) => {
				by.value = wanted;
			}}
		/>
	);
}
