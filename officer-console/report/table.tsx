// One table of the report: what became of the numbers, and the three times in minutes. The last row is the whole.

import type { Counts, ReportRow, Spread } from '../../shared/report.ts';
import { words } from './words.ts';

const COUNTS: readonly (keyof Counts)[] = ['issued', 'served', 'noShow', 'cancelled', 'expired', 'open', 'transferred'];
const SPREADS = ['wait', 'walk', 'service'] as const;
const TIMES = ['mean', 'median', 'p90', 'max'] as const;

interface Props {
	readonly heading: string;
	readonly rows: readonly ReportRow[];
	readonly total: ReportRow;
}

export function Table({ heading, rows, total }: Props) {
	const say = words.report;
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and the keyboard must be able to scroll it
		<div class="table-frame" tabIndex={0}>
			<table>
				<thead>
					<tr>
						<th scope="col" rowSpan={2} class="name">
							{heading}
						</th>
						{COUNTS.map((count) => (
							<th scope="col" rowSpan={2} key={count} class={count === 'transferred' ? 'apart' : ''}>
								{say.columns[count]}
							</th>
						))}
						{SPREADS.map((spread) => (
							<th scope="colgroup" colSpan={TIMES.length + 1} key={spread} class="group">
								{say.spreads[spread]}
							</th>
						))}
					</tr>
					<tr>
						{SPREADS.map((spread) =>
							(['count', ...TIMES] as const).map((figure) => (
								<th scope="col" key={`${spread} ${figure}`} class={figure === 'count' ? 'apart' : ''}>
									{say.figures[figure]}
								</th>
							)),
						)}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<Row key={row.key} row={row} name={row.name} />
					))}
				</tbody>
				<tfoot>
					<Row row={total} name={say.total} />
				</tfoot>
			</table>
		</div>
	);
}

const Row = ({ row, name }: { row: ReportRow; name: string }) => (
	<tr>
		<th scope="row" class="name">
			{name}
		</th>
		{COUNTS.map((count) => (
			<td key={count} class={count === 'transferred' ? 'apart' : ''}>
				{words.report.count(row[count])}
			</td>
		))}
		{SPREADS.map((spread) => (
			<Times key={spread} spread={row[spread]} />
		))}
	</tr>
);

const Times = ({ spread }: { spread: Spread }) => (
	<>
		<td class="apart quiet">{words.report.count(spread.count)}</td>
		{TIMES.map((figure) => {
			const ms = spread[figure];
			return <td key={figure}>{ms === null ? words.report.nothing : words.report.minutes(ms)}</td>;
		})}
	</>
);
