// Sentences that several screens and the slip share, in English.

import type { DeskWord } from '../../speech.ts';
import { timeWords } from '../time.ts';
import type { Words } from '../words.ts';

const time = timeWords('en-GB', { second: 's', minute: 'min', hour: 'h', timeSeparator: '.' });

export const DESKS: Readonly<Record<DeskWord, string>> = { loket: 'Counter', meja: 'Desk', ruang: 'Room' };

const closed: Words['common']['closed'] = {
	holiday: (note) => (note ? `Holiday: ${note}` : 'Public holiday'),
	not_today: () => 'Not serving today',
	before_opening: () => 'Not open yet',
	break: (note) => note ?? 'On a break',
	after_cutoff: () => 'No more numbers today',
	after_closing: () => 'Closed for today',
	quota: () => 'All numbers of today are taken',
	no_officer: () => 'This desk has not opened yet',
};

const unknown = {
	ticket: 'That number was not found.',
	service: 'That service was not found.',
	counter: 'That counter was not found.',
	officer: 'That officer was not found.',
	visit: 'That visit was not found.',
	address: 'There is nothing at that address.',
	printer: 'That printer was not found.',
	zone: 'That zone is not in this hall.',
	board: 'That board was not found.',
	place: 'That place is not in this hall any more. Choose another.',
	media: 'That video or picture is not there any more.',
	number: 'That number is not in a line here today. Write it like C-017.',
	device: 'This screen is not paired yet. Open /pair or ask the hall manager.',
} as const;

const refusal: Words['common']['refusal'] = (no) => {
	switch (no.code) {
		case 'malformed':
			return `This input is not right: ${no.where}.`;
		case 'not_signed_in':
			return 'Please sign in first.';
		case 'not_allowed':
			return 'You are not allowed to do this.';
		case 'unknown':
			return unknown[no.what];
		case 'closed':
			return `${closed[no.reason](no.note)}.`;
		case 'stale':
			return 'This has changed meanwhile. Look at the screen, then try again.';
		case 'line_empty':
			return 'Nobody is waiting.';
		case 'counter_busy':
			return `Finish ${no.number} first.`;
		case 'counter_taken':
			return `Counter ${no.counter} is in use by ${no.officer}.`;
		case 'officer_elsewhere':
			return `You are still signed in at counter ${no.counter}. Sign off there first.`;
		case 'on_break':
			return 'This counter is on a break. Reopen it first.';
		case 'not_on_break':
			return 'This counter is not on a break.';
		case 'visit_busy':
			return no.counter === null ? 'This visitor is at another counter.' : `This visitor is at counter ${no.counter}.`;
		case 'wrong_state':
			return 'This cannot be done with this number now.';
		case 'not_your_ticket':
			return 'Another officer has this number.';
		case 'already_in_line':
			return 'This visitor is already in that line.';
		case 'same_queue':
			return 'This visitor is in that line already.';
		case 'nothing_to_undo':
			return 'There is nothing to undo.';
		case 'undo_too_late':
			return 'More than 10 seconds ago: it can no longer be undone.';
		case 'wrong_pin':
			return no.left > 0 ? `Wrong user name or PIN. ${no.left} tries left.` : 'Wrong user name or PIN.';
		case 'locked_out':
			return 'Too many tries. Try again in a few minutes or ask the hall manager.';
		case 'too_many_services':
			return `At most ${no.most} services on one slip.`;
		case 'too_soon':
			return `This kiosk has just given a number. Please try again in ${no.seconds === 1 ? '1 second' : `${no.seconds} seconds`}, or use another kiosk.`;
		case 'already_printed':
			return 'This slip has been sent to the printer already.';
		case 'request_used':
			return `This request already has number ${no.number}, for another choice. Please choose once more.`;
		case 'too_late':
			return 'It is too late to cancel at the kiosk. Please ask a member of staff.';
		case 'printer_away':
			return 'The printer cannot print now. Please take a photo of this screen.';
		case 'layout':
			return 'This slip layout is not right yet.';
		case 'board_layout':
			return 'A board cannot be divided like that.';
		case 'media':
			return 'That file cannot be shown on a board.';
		case 'too_fast':
			return 'Too fast. Wait a moment, then try again.';
		case 'recording':
			return 'That recording cannot be used.';
		case 'voice_pack':
			return 'That voice file cannot be used; nothing was changed.';
		case 'offline':
			return 'The connection is lost; nothing was sent. Try again in a moment.';
		case 'no_answer':
			return 'No answer from the server yet. Look at the screen before you try again.';
		case 'internal':
			return `Something went wrong in the system (${no.reference}). Nothing is lost; please try again.`;
	}
};

export const common: Words['common'] = {
	time,
	closed,
	refusal,
	states: {
		waiting: 'Waiting',
		called: 'Called',
		serving: 'Being served',
		parked: 'Set aside',
		missed: 'Did not come',
		closed: 'Done',
	},
	outcomes: {
		served: 'Served',
		no_show: 'Did not come',
		transferred: 'Sent on',
		cancelled: 'Cancelled',
		expired: 'Expired',
		withdrawn: 'Withdrawn: the transfer was taken back',
	},
	headStarts: {
		elderly: 'Senior (60 and over)',
		disability: 'Person with a disability',
		pregnant: 'Pregnant',
		nursing: 'Nursing / with a small child',
		child: 'Child',
		disaster: 'Affected by a disaster',
		continuing: 'Continuing from another counter',
	},
	parkReasons: {
		documents: 'Papers incomplete',
		payment: 'Paying first',
		copies: 'Copies or photo',
		other: 'Another reason',
	},
	slips: {
		queued: 'Your slip waits to be printed',
		printing: 'Your slip is being printed',
		printed: 'Your slip is printed',
		unconfirmed: 'Sent to the printer; the printer did not answer',
		failed: 'Your slip was not printed',
	},
	slipFaults: {
		paper_out: 'The printer is out of paper',
		cover_open: 'The printer cover is open',
		offline: 'The printer is not ready',
		refused: 'The printer refuses the connection',
		unreachable: 'The printer cannot be reached',
		cutter: 'The paper cutter is stuck',
		stalled: 'The printer stopped in the middle of a slip',
		reset: 'The connection to the printer broke',
		near_end: 'The printer is nearly out of paper',
		cancelled: 'The slip was cancelled',
		too_late: 'the number was taken while the server was away',
	},
	wait: (range) => {
		if (range.toMinutes === 0) return 'you will be called at once';
		const about = range.basis === 'history' ? 'about' : 'estimated';
		return range.fromMinutes === range.toMinutes
			? `${about} ${range.toMinutes} minutes`
			: `${about} ${range.fromMinutes}–${range.toMinutes} minutes`;
	},
	ahead: (people) =>
		people === 0 ? 'You are next' : people === 1 ? '1 person before you' : `${time.count(people)} people before you`,
	counter: (number, desk) => `${DESKS[desk]} ${number}`,
	opens: (when) => `Opens ${when}`,
	example: 'Example',
	completionUnits: { hari_kerja: 'working days', hari: 'days', jam: 'hours', menit: 'minutes' },
};
