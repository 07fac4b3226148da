// What was issued per hour as bars: served below, the rest above. The same figures stand in the table by hour.

import type { ReportRow } from '../../shared/report.ts';
import { words } from './words.ts';

const WIDTH = 720;
const HEIGHT = 220;
const FOOT = 26;
const HEAD = 22;

export function Hours({ rows }: { rows: readonly ReportRow[] }) {
	const say = words.report;
	const most = Math.max(1, ...rows.map((row) => row.issued));
	const step = WIDTH / Math.max(1, rows.length);
	const width = Math.min(56, step * 0.7);
	const tall = (count: number): number => (count / most) * (HEIGHT - FOOT - HEAD);
	const ground = HEIGHT - FOOT;
	const sentences = rows.map((row) => say.hoursTable(row.name, row.issued, row.served)).join('; ');
	return (
		<figure class="hours">
			<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${say.hours}: ${sentences}`}>
				<line x1="0" y1={ground} x2={WIDTH} y2={ground} class="axis" />
				{rows.map((row, place) => {
					const middle = step * (place + 0.5);
					const whole = tall(row.issued);
					const served = tall(row.served);
					return (
						<g key={row.key}>
							<title>{say.hoursTable(row.name, row.issued, row.served)}</title>
							<rect x={middle - width / 2} y={ground - whole} width={width} height={whole} rx="3" class="rest" />
							<rect x={middle - width / 2} y={ground - served} width={width} height={served} rx="3" class="served" />
							<text x={middle} y={ground - whole - 7} class="value">
								{say.count(row.issued)}
							</text>
							<text x={middle} y={HEIGHT - 6} class="hour">
								{row.name.slice(0, 5)}
							</text>
						</g>
					);
				})}
			</svg>
			<figcaption>
				<span class="legend served" /> {say.legend.served} <span class="legend rest" /> {say.legend.rest}
			</figcaption>
		</figure>
	);
}
