// The report as a page: first a sentence, then permits and others, the hours, the tables, the checks, the definitions.

import './report.css';
import { CircleAlert, CircleCheck, Download, Printer } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { type Day, readDay } from '../../shared/day.ts';
import type { ServiceCategory } from '../../shared/hall.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { REPORT_GROUPS, type Report, type ReportGroup } from '../../shared/report.ts';
import { csvAddress } from '../api.ts';
import { Hours } from './hours.tsx';
import { PRESETS, presetOf, type Range, rangeOf } from './range.ts';
import { Table } from './table.tsx';
import { words } from './words.ts';

export type Loaded =
	/** `report`: the one before, still drawn while the next is made. */
	| { readonly state: 'loading'; readonly report: Report | null }
	| { readonly state: 'ready'; readonly report: Report }
	| { readonly state: 'failed'; readonly report: null; readonly refusal: Refusal };

interface Props {
	readonly today: Day;
	readonly range: Range;
	readonly loaded: Loaded;
	readonly by: ReportGroup;
	readonly choose: (range: Range) => void;
	readonly group: (by: ReportGroup) => void;
}

export function ReportView(props: Props) {
	const { loaded, range, today, choose } = props;
	const { report } = loaded;
	const say = words.report;
	return (
		<main class="report" aria-busy={loaded.state === 'loading'}>
			<div class="report-head">
				<div>
					<h1>{say.heading}</h1>
					{report && (
						<p class="quiet">
							{report.hall.name}
							{report.hall.demo && ` · ${words.common.example}`} · {dates(report)} ·{' '}
							{say.made(words.common.time.clockZone(report.madeAt, report.hall.timeZone))}
						</p>
					)}
				</div>
				<Choice key={`${range.from} ${range.to}`} range={range} today={today} choose={choose} />
			</div>
			<div class={loaded.state === 'loading' ? 'report-body old' : 'report-body'}>
				<Body {...props} />
			</div>
		</main>
	);
}

function Choice({ range, today, choose }: Pick<Props, 'range' | 'today' | 'choose'>) {
	const say = words.report;
	const [from, setFrom] = useState<string>(range.from);
	const [to, setTo] = useState<string>(range.to);
	const chosen = presetOf(range, today);
	const own = { from: readDay(from), to: readDay(to) };
	const backwards = own.from !== null && own.to !== null && own.from > own.to;
	return (
		<form
			class="choice-bar no-print"
			onSubmit={(event) => {
				event.preventDefault();
				if (own.from && own.to && !backwards) choose({ from: own.from, to: own.to });
			}}
		>
			<div class="presets">
				{PRESETS.map((preset) => (
					<button
						type="button"
						key={preset}
						aria-pressed={preset === chosen}
						onClick={() => choose(rangeOf(preset, today))}
					>
						{say.presets[preset]}
					</button>
				))}
			</div>
			<label>
				{say.from}{' '}
				<input type="date" value={from} max={today} onInput={(event) => setFrom(event.currentTarget.value)} />
			</label>
			<label>
				{say.to} <input type="date" value={to} max={today} onInput={(event) => setTo(event.currentTarget.value)} />
			</label>
			<button type="submit" class="plain" aria-disabled={backwards || !own.from || !own.to}>
				{say.show}
			</button>
			{backwards && (
				<p class="fault" role="alert">
					{say.backwards}
				</p>
			)}
		</form>
	);
}

function Body({ loaded, range, today, by, choose, group }: Props) {
	const say = words.report;
	if (loaded.state === 'failed')
		return (
			<div class="empty" role="alert">
				<CircleAlert size={40} aria-hidden="true" />
				<h2>{say.failed}</h2>
				<p>{words.common.refusal(loaded.refusal)}</p>
				<button type="button" class="primary" onClick={() => choose(range)}>
					{say.retry}
				</button>
			</div>
		);
	const { report } = loaded;
	if (!report) return <Skeleton />;
	if (report.total.issued === 0 && report.total.transferred === 0)
		return (
			<div class="empty">
				<h2>{say.empty}</h2>
				<p class="quiet">{say.emptyHint}</p>
			</div>
		);
	return (
		<>
			<p class="sentence">{sentence(report, today)}</p>
			<div class="first">
				<Categories report={report} />
				<section class="panel">
					<h2>{say.hours}</h2>
					<Hours rows={report.groups.hour} />
				</section>
			</div>
			<section class="panel">
				<header class="tables-head">
					<h2>{say.tables}</h2>
					<div class="presets no-print">
						{REPORT_GROUPS.map((it) => (
							<button type="button" key={it} aria-pressed={it === by} onClick={() => group(it)}>
								{say.groups[it]}
							</button>
						))}
					</div>
					<button type="button" class="plain no-print" onClick={() => window.print()}>
						<Printer size={18} aria-hidden="true" /> {say.print}
					</button>
					<a class="plain no-print" href={csvAddress(report.from, report.to, by)} download>
						<Download size={18} aria-hidden="true" /> {say.csv}
					</a>
				</header>
				<Table heading={say.groups[by]} rows={report.groups[by]} total={report.total} />
			</section>
			<div class="last">
				<Checks report={report} />
				<Lent report={report} />
				<Glossary />
			</div>
		</>
	);
}

const dates = ({ from, to }: Range): string =>
	from === to ? words.report.period.day(from) : words.report.period.range(from, to);

function sentence(report: Report, today: Day): string {
	const say = words.report;
	const { total } = report;
	const preset = presetOf(report, today);
	const period = preset === 'today' || preset === 'yesterday' ? say.period[preset] : dates(report);
	const { median, p90 } = total.wait;
	const waits = median === null || p90 === null ? '' : say.sentenceWait(median, p90);
	return `${say.sentence(period, report.numbers, total.issued, total.served)}${waits}.`;
}

const CATEGORIES: readonly ServiceCategory[] = ['permit', 'non_permit'];

function Categories({ report }: { report: Report }) {
	const say = words.report;
	const { time } = words.common;
	const span = (ms: number | null): string => (ms === null ? say.nothing : time.span(ms));
	return (
		<section class="panel categories">
			<h2>{say.categoriesHeading}</h2>
			{CATEGORIES.map((category) => {
				const row = report.categories[category];
				const figures: readonly (readonly [string, string])[] = [
					[say.columns.served, say.count(row.served)],
					[say.columns.noShow, say.count(row.noShow)],
					[say.columns.open, say.count(row.open)],
					[say.medianWait, span(row.wait.median)],
					[say.medianService, span(row.service.median)],
				];
				return (
					<div class="category" key={category}>
						<h3>{say.categories[category]}</h3>
						<p class="category-number number">{say.count(row.issued)}</p>
						{report.total.issued > 0 && <p class="quiet">{say.share(row.issued / report.total.issued)}</p>}
						<dl>
							{figures.map(([term, value]) => (
								<div key={term}>
									<dt>{term}</dt>
									<dd class="number">{value}</dd>
								</div>
							))}
						</dl>
					</div>
				);
			})}
		</section>
	);
}

function Checks({ report }: { report: Report }) {
	const say = words.report;
	return (
		<section class="panel">
			<h2>{say.checksHeading}</h2>
			<ul class="checks">
				{report.checks.map(({ group, holds }) => (
					<li key={group} class={holds ? 'holds' : 'fails'}>
						{holds ? <CircleCheck size={18} aria-hidden="true" /> : <CircleAlert size={18} aria-hidden="true" />}
						<span>
							{group === 'total' ? say.checkRule : say.checkSum(say.checkGroups[group])}:{' '}
							<strong>{holds ? say.holds : say.fails}</strong>
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}

/** Why there are gaps from 900 on; nothing where no number was lent. */
function Lent({ report: { lent } }: { report: Report }) {
	if (lent.lent === 0) return null;
	const say = words.report.lent;
	return (
		<section class="panel">
			<h2>{say.heading}</h2>
			<ul class="checks">
				<li>{say.given(lent.given)}</li>
				<li>{say.returned(lent.returned)}</li>
				{lent.held > 0 && <li>{say.held(lent.held)}</li>}
				{lent.missing.map((it) => (
					<li key={`${it.day} ${it.from}`} class="fails">
						<CircleAlert size={18} aria-hidden="true" />
						<span>
							{words.common.time.date(it.day)} · {say[it.why](it.kiosk, say.span(it.from, it.to))}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}

function Glossary() {
	const say = words.report;
	return (
		<section class="panel">
			<h2>{say.glossaryHeading}</h2>
			<dl class="glossary">
				{Object.values(say.glossary).map(({ term, text }) => (
					<div key={term}>
						<dt>{term}</dt>
						<dd>{text}</dd>
					</div>
				))}
			</dl>
		</section>
	);
}

const Skeleton = () => (
	<div class="skeleton" role="status" aria-label={words.report.loading}>
		<span />
		<span />
		<span />
	</div>
);
