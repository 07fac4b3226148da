// What the hall's own past says about waiting, made anew each morning: what one call of a line costs in counter-minutes
// (no-shows included), and how wrong the told waits have been, so that the next range is as wide as it must be.

import { sql } from 'drizzle-orm';
import { addDays, dayOf } from '../../shared/day.ts';
import { type Instant, MINUTE, type QueueId } from '../../shared/id.ts';
import { FIRST_SPREAD, MIN_SAMPLES } from '../../shared/wait.ts';
import type { Hall } from '../store/hall.ts';
import { waitModels } from '../store/schema.ts';

/** Four weeks: every weekday four times, and not yet another season. */
const LOOK_BACK_DAYS = 28;

interface Past {
	readonly queueId: QueueId;
	readonly priority: number;
	readonly calls: number;
	readonly minutesPerCall: number;
	readonly judged: number;
	readonly low: number | null;
	readonly high: number | null;
}

/** Lines with fewer than MIN_SAMPLES calls keep the standard of their services. Returns whether there is anything new. */
export function learnWaits(hall: Hall, at: Instant): boolean {
	const today = dayOf(at, hall.catalogue().settings.timeZone);
	if (hall.rows.waitModels().some((it) => it.day === today)) return false;
	const { tables } = hall.store;
	const past = tables.all<Past>(sql`
		select queue_id as queueId, head_start is not null as priority, count(*) as calls,
			1.0 * avg(desk_ms) / ${MINUTE} as minutesPerCall,
			count(*) filter (where told_wait_ms >= ${MINUTE}) as judged,
			percentile(1.0 * (first_called_at - issued_at) / told_wait_ms, 10) filter (where told_wait_ms >= ${MINUTE}) as low,
			percentile(1.0 * (first_called_at - issued_at) / told_wait_ms, 90) filter (where told_wait_ms >= ${MINUTE}) as high
		from tickets
		where day >= ${addDays(today, -LOOK_BACK_DAYS)} and day < ${today} and first_called_at is not null and state = 'closed'
		group by 1, 2 having count(*) >= ${MIN_SAMPLES}`);
	tables.delete(waitModels).run();
	for (const it of past) {
		const judged = it.judged >= MIN_SAMPLES && it.low !== null && it.high !== null;
		tables
			.insert(waitModels)
			.values({
				queueId: it.queueId,
				priority: it.priority === 1,
				day: today,
				// Less than a tenth of a minute a call is a day of misclicks, not of visitors.
				minutesPerCall: Math.max(0.1, it.minutesPerCall),
				low: judged ? Math.max(0, it.low ?? 0) : FIRST_SPREAD.low,
				high: judged ? Math.max(it.low ?? 0, it.high ?? 0) : FIRST_SPREAD.high,
				samples: it.calls,
			})
			.run();
	}
	return past.length > 0;
}
