// The closed list of expected "no"s. Every one has a sentence in each language (words/*.ts); whatever else goes wrong is a bug.

import type { ClosedReason } from './availability.ts';
import type { BoardLayoutFault } from './board.ts';
import type { CounterNumber, Instant } from './id.ts';
import type { MediaFault } from './media.ts';
import type { PackFault, RecordingFault } from './recording.ts';
import type { LayoutFault } from './slip.ts';

export type Refusal =
	/** The input has not the agreed shape; `where` names the first field at fault. */
	| { readonly code: 'malformed'; readonly where: string }
	| { readonly code: 'not_signed_in' }
	| { readonly code: 'not_allowed' }
	/** Nothing of that id exists, or it belongs to another agency: the two look alike on purpose. */
	| {
			readonly code: 'unknown';
			readonly what:
				| 'ticket'
				| 'service'
				| 'counter'
				| 'officer'
				| 'visit'
				| 'device'
				| 'address'
				| 'printer'
				| 'number'
				| 'zone'
				| 'board'
				| 'place'
				| 'media';
	  }
	| {
			readonly code: 'closed';
			readonly reason: ClosedReason;
			readonly note: string | null;
			readonly opens: Instant | null;
	  }
	/** The screen acted on something that has changed since; it is shown the new state with this refusal. */
	| { readonly code: 'stale' }
	| { readonly code: 'line_empty' }
	| { readonly code: 'counter_busy'; readonly number: string }
	| { readonly code: 'counter_taken'; readonly counter: CounterNumber; readonly officer: string }
	| { readonly code: 'officer_elsewhere'; readonly counter: CounterNumber }
	| { readonly code: 'on_break' }
	| { readonly code: 'not_on_break' }
	/** This person is being called or served elsewhere just now. */
	| { readonly code: 'visit_busy'; readonly counter: CounterNumber | null }
	| { readonly code: 'wrong_state' }
	| { readonly code: 'not_your_ticket' }
	| { readonly code: 'already_in_line' }
	| { readonly code: 'same_queue' }
	| { readonly code: 'nothing_to_undo' }
	| { readonly code: 'undo_too_late' }
	| { readonly code: 'wrong_pin'; readonly left: number }
	| { readonly code: 'locked_out'; readonly until: Instant }
	| { readonly code: 'too_many_services'; readonly most: number }
	| { readonly code: 'too_fast' }
	/** This kiosk has just given numbers; the next one in so many seconds. */
	| { readonly code: 'too_soon'; readonly seconds: number }
	/** This request id has its number, and was sent with other services or another priority. */
	| { readonly code: 'request_used'; readonly number: string }
	/** A number is given up at the kiosk soon, or not there. */
	| { readonly code: 'too_late' }
	/** None of this kiosk's printers is ready. */
	| { readonly code: 'printer_away' }
	/** Already on its way to the paper, or out: it is not printed a second time without saying so. */
	| { readonly code: 'already_printed' }
	| { readonly code: 'layout'; readonly fault: LayoutFault }
	| { readonly code: 'board_layout'; readonly fault: BoardLayoutFault }
	| { readonly code: 'media'; readonly fault: MediaFault }
	| { readonly code: 'recording'; readonly fault: RecordingFault }
	/** `entry`: the file in it that is at fault. */
	| { readonly code: 'voice_pack'; readonly fault: PackFault; readonly entry: string | null }
	/** Said by the screen itself: the server is away, so nothing was sent. */
	| { readonly code: 'offline' }
	/** Said by the screen itself: sent, but no answer came in time. It may have happened; the next view tells. */
	| { readonly code: 'no_answer' }
	/** A fault of ours, logged whole under this reference. */
	| { readonly code: 'internal'; readonly reference: string };

export type RefusalCode = Refusal['code'];
