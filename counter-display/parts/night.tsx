// The lobby at night: a faint small clock and when the hall opens, elsewhere every minute. Whoever passes sees that the
// board works, and nothing burns into the glass.

import { WifiOff } from 'lucide-preact';
import { dayOf } from '../../shared/day.ts';
import { DAY_MS, type Instant } from '../../shared/id.ts';
import type { BoardView } from '../../shared/views.ts';
import { wanderAt } from '../burn-in.ts';
import { say } from '../words.ts';

interface NightProps {
	readonly view: BoardView;
	/** The time of the last view; null while the link is live. */
	readonly lostSince: string | null;
	readonly now: Instant;
}

export function Night({ view: { hall, opens }, lostSince, now }: NightProps) {
	const { time } = say.common;
	const { left, top } = wanderAt(now);
	const place = {
		left: `${left * 100}%`,
		top: `${top * 100}%`,
		transform: `translate(${-left * 100}%, ${-top * 100}%)`,
	};
	return (
		<main class="night">
			<div style={place}>
				<p class="clock">{time.clock(now, hall.timeZone)}</p>
				<p>{opens === null ? say.board.nightClosed : say.board.opens(opening(opens, now, hall.timeZone))}</p>
				{lostSince !== null && (
					<p>
						<WifiOff aria-hidden="true" /> {say.board.lost(lostSince)}
					</p>
				)}
			</div>
		</main>
	);
}

/** "08.00" today, "Senin 08.00" within a week, with the date later on. */
function opening(opens: Instant, now: Instant, zone: BoardView['hall']['timeZone']): string {
	const { time } = say.common;
	if (dayOf(opens, zone) === dayOf(now, zone) || opens - now > 6 * DAY_MS) return time.when(opens, now, zone);
	const [weekday = ''] = time.date(dayOf(opens, zone)).split(/[ ,]/);
	return `${weekday} ${time.clock(opens, zone)}`;
}
