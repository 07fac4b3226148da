// The small hall once more, as simply as it can be said: plain arrays and maps, no journal, no database, no rule shared
// with the real one. Each verb answers what must happen: null for yes, or the code of the refusal. A rev of the real hall
// is a mere token here, handed over by stamp().

export type State = 'waiting' | 'called' | 'serving' | 'parked' | 'missed' | 'closed';
export type Event =
	| 'called'
	| 'started'
	| 'missed'
	| 'released'
	| 'returned'
	| 'parked'
	| 'served'
	| 'no_show'
	| 'cancelled';
export type Sending = 'wrong_desk' | 'next_step';
export interface Place {
	readonly id: number;
	readonly visit: number;
	readonly number: string;
	readonly day: number;
	readonly queue: string;
	readonly from: number | null;
	readonly head: 'elderly' | 'continuing' | null;
	readonly joined: number;
	readonly state: State;
	readonly outcome: string | null;
	readonly counter: number | null;
	readonly calls: number;
	readonly firstCalled: number | null;
	readonly started: number | null;
	readonly missedAt: number | null;
	/** When it came to the desk where it is. */
	readonly since: number;
}
type No = string | null;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const LINE_OF: Readonly<Record<string, string>> = {
	...{ nib: 'dpmptsp/A', pbg: 'dpmptsp/A', konsultasi: 'dpmptsp/B' },
	...{ ktp: 'disdukcapil/D', kk: 'disdukcapil/D', akta: 'disdukcapil/D', skck: 'polres/S' },
};
const HELPS: Readonly<Record<number, readonly string[]>> = {
	...{ 1: ['dpmptsp/A', 'dpmptsp/B'], 2: ['dpmptsp/A', 'dpmptsp/B'], 3: ['dpmptsp/B', 'dpmptsp/A'] },
	...{ 11: ['disdukcapil/D'], 12: ['disdukcapil/D'], 21: ['polres/S'] },
};
const PRIORITY_COUNTER = 12;
const EARLIER = { elderly: 30 * MINUTE, continuing: 10 * MINUTE };
/** What an officer may do in each state, and what it becomes. */
const BECOMES: Readonly<Record<State, Readonly<Partial<Record<Event | Sending, State>>>>> = {
	waiting: { called: 'called', cancelled: 'closed', wrong_desk: 'closed' },
	called: { called: 'called', started: 'serving', missed: 'missed', released: 'waiting', cancelled: 'closed' },
	serving: { parked: 'parked', served: 'closed', wrong_desk: 'closed', next_step: 'closed' },
	parked: { called: 'called', started: 'serving', returned: 'waiting' },
	missed: { called: 'called', returned: 'waiting', no_show: 'closed' },
	closed: {},
};

const dayAt = (at: number): number => Math.floor((at + 8 * HOUR) / (24 * HOUR));
const countsFrom = (it: Place): number => it.joined - (it.head === null ? 0 : EARLIER[it.head]);
const atDesk = (it: Place): boolean => it.state === 'called' || it.state === 'serving';
const kindOf = (event: Event): string => (ENDS.includes(event) ? 'closed' : event);
const SENDINGS: readonly string[] = ['wrong_desk', 'next_step'];
const ENDS: readonly string[] = ['served', 'no_show', 'cancelled'];

export type Model = ReturnType<typeof openModel>;

export function openModel(start: number) {
	let at = start;
	let visits = 0;
	const places: Place[] = [];
	/** What each request that has a number asked for. */
	const requests = new Map<string, string>();
	const sequences = new Map<string, number>();
	const shifts = new Map<number, { officer: number; day: number; paused: boolean }>();
	/** Of each place, the changes that stand: what was before, who made it, when. */
	const changes = new Map<number, { before: Place; officer: number | null; at: number }[]>();
	/** Every press that did something, as "officer place kind after". */
	const pressed = new Set<string>();
	/** How often each place has changed, taking back included. */
	const turns = new Map<number, number>();
	/**
	 * Of each officer. `sent`: the press made this place, out of an older one. `ended`: the place that the same press ended,
	 * and its turn then. `undid`: the press that it took back.
	 */
	const lastPress = new Map<
		number,
		{
			place: number;
			counter: number;
			rev: number;
			sent?: true;
			ended?: { place: number; turn: number | undefined };
			undid: number | null;
		}
	>();
	/** Of each counter. `after`: what the screen named; null for a recall, which no "next" can repeat. */
	const calls = new Map<number, { day: number; place: number; after: number | null; rev: number }>();

	const find = (id: number): Place | undefined => places.find((it) => it.id === id);
	const put = (place: Place): void => {
		places[place.id - 1] = place;
		turns.set(place.id, (turns.get(place.id) ?? 0) + 1);
	};
	const here = (counter: number): Place | undefined => places.find((it) => it.counter === counter && atDesk(it));
	const isElsewhere = (place: Place): boolean =>
		places.some((it) => it.visit === place.visit && it.id !== place.id && atDesk(it));
	const line = (queue: string): readonly Place[] =>
		places
			.filter((it) => it.queue === queue && it.state === 'waiting' && it.day === dayAt(at))
			.sort((a, b) => countsFrom(a) - countsFrom(b) || a.id - b.id);
	const lastCall = (counter: number) => {
		const call = calls.get(counter);
		return call?.day === dayAt(at) ? call : null;
	};
	const sits = (counter: number, officer: number): boolean => shifts.get(counter)?.officer === officer;

	function change(place: Place, to: Partial<Place>, officer: number | null): void {
		put({ ...place, ...to });
		changes.set(place.id, [...(changes.get(place.id) ?? []), { before: place, officer, at }]);
	}
	function note(place: Place, kind: string, counter: number, officer: number, after: number): void {
		pressed.add(`${officer} ${place.id} ${kind} ${after}`);
		lastPress.set(officer, { place: place.id, counter, rev: Number.NaN, undid: null });
	}
	function join(place: Pick<Place, 'visit' | 'number' | 'queue' | 'from' | 'head' | 'joined'>): void {
		places.push({
			...{ id: places.length + 1, day: dayAt(at), state: 'waiting', outcome: null, counter: null, calls: 0 },
			...{ firstCalled: null, started: null, missedAt: null, since: at, ...place },
		});
	}
	function happens(place: Place, event: Event, counter: number, officer: number, after: number): void {
		const state = BECOMES[place.state][event] ?? 'closed';
		const toDesk = event === 'called' || event === 'started';
		const keeps = event !== 'returned' || (place.missedAt !== null && at - place.missedAt <= 15 * MINUTE);
		const recall = place.state === 'called';
		change(
			place,
			{
				state,
				outcome: state === 'closed' ? event : null,
				joined: keeps ? place.joined : at,
				calls: state === 'waiting' ? 0 : place.calls + (event === 'called' ? 1 : 0),
				firstCalled: event === 'called' ? (place.firstCalled ?? at) : place.firstCalled,
				started: event === 'started' ? (place.started ?? at) : place.started,
				missedAt: event === 'missed' ? at : null,
				counter: state === 'waiting' ? null : toDesk ? counter : place.counter,
				since: toDesk ? at : place.since,
			},
			officer,
		);
		note(place, kindOf(event), counter, officer, after);
		if (event === 'called')
			calls.set(counter, { day: dayAt(at), place: place.id, after: recall ? null : after, rev: Number.NaN });
	}
	/** Why nobody can come to this desk now. */
	function notFree(counter: number, but: Place | null): No {
		if (shifts.get(counter)?.paused) return 'on_break';
		const now = here(counter);
		return now && now.id !== but?.id ? 'counter_busy' : null;
	}
	const mayNotCome = (counter: number, place: Place): No =>
		notFree(counter, place) ?? (isElsewhere(place) ? 'visit_busy' : null);
	/** The ticket this desk may touch, or why not. */
	function touch(counter: number, officer: number, id: number): Place | string {
		if (!sits(counter, officer)) return 'not_signed_in';
		const place = find(id);
		if (!place || !HELPS[counter]?.includes(place.queue)) return 'unknown';
		return atDesk(place) && place.counter !== counter ? 'not_your_ticket' : place;
	}
	function first(queue: string, counter: number): Place | undefined {
		const free = line(queue).filter((it) => !isElsewhere(it));
		return (counter === PRIORITY_COUNTER ? free.find((it) => it.head === 'elderly') : undefined) ?? free[0];
	}

	const chosenBy = (counter: number): Place | undefined =>
		HELPS[counter]?.map((queue) => first(queue, counter)).find((it) => it !== undefined);
	/** One press ended this place and called another: the other waits again, and this one is at the desk again. */
	function undoEnding(officer: number, called: Place, ended: { place: number; turn: number | undefined }): No {
		const place = find(ended.place);
		const [call, end] = [changes.get(called.id)?.at(-1), changes.get(ended.place)?.at(-1)];
		if (!place || !call || !end || turns.get(place.id) !== ended.turn) return 'stale';
		const elsewhere = places.some(
			(it) => it.visit === place.visit && it.id !== called.id && it.id !== place.id && atDesk(it),
		);
		if (elsewhere) return 'visit_busy';
		for (const [it, { before }] of [[called, call] as const, [place, end] as const]) {
			put(before);
			changes.set(it.id, (changes.get(it.id) ?? []).slice(0, -1));
		}
		lastPress.set(officer, { place: place.id, counter: called.counter ?? 0, rev: Number.NaN, undid: null });
		return null;
	}

	return {
		places: (): readonly Place[] => places,
		shifts,
		line,
		here,
		helps: (counter: number): readonly string[] => HELPS[counter] ?? [],
		lastCall: (counter: number): number => lastCall(counter)?.rev ?? 0,
		lastPress: (officer: number): number => lastPress.get(officer)?.rev ?? 0,
		at: (): number => at,
		/** What its state allows an officer to record. */
		may: (id: number): readonly Event[] =>
			Object.keys(BECOMES[find(id)?.state ?? 'closed']).filter((it): it is Event => !SENDINGS.includes(it)),
		pass: (ms: number): void => {
			at += ms;
		},
		/** What the real hall calls the newest change of this place. */
		stamp: (id: number, rev: number): void => {
			for (const it of [...lastPress.values(), ...calls.values()])
				if (it.place === id && Number.isNaN(it.rev)) it.rev = rev;
		},

		take(request: string, services: readonly string[], elderly: boolean): No {
			if (new Set(services).size !== services.length) return 'malformed';
			const asked = `${[...services].sort()} ${elderly}`;
			if (requests.has(request)) return requests.get(request) === asked ? null : 'request_used';
			const prefix = LINE_OF[services[0] ?? '']?.slice(-1) ?? '';
			const series = `${dayAt(at)} ${prefix}`;
			const count = (sequences.get(series) ?? 0) + 1;
			sequences.set(series, count);
			requests.set(request, asked);
			visits += 1;
			const number = `${prefix}-${String(count).padStart(3, '0')}`;
			const head = elderly ? 'elderly' : null;
			for (const service of services)
				join({ visit: visits, number, queue: LINE_OF[service] ?? '', from: null, head, joined: at });
			return null;
		},
		next(counter: number, officer: number, after: number): No {
			if (!sits(counter, officer)) return 'not_signed_in';
			const last = lastCall(counter);
			if (after !== (last?.rev ?? 0)) return last?.after === after ? null : 'stale';
			const no = notFree(counter, null);
			if (no) return no;
			const chosen = chosenBy(counter);
			if (!chosen) return 'line_empty';
			happens(chosen, 'called', counter, officer, after);
			return null;
		},
		finishAndCall(
			counter: number,
			officer: number,
			id: number,
			as: 'served' | 'missed',
			after: number,
			fresh: boolean,
		): No {
			const place = touch(counter, officer, id);
			if (typeof place === 'string') return place;
			if (!fresh) return pressed.has(`${officer} ${id} ${kindOf(as)} ${after}`) ? null : 'stale';
			if (!BECOMES[place.state][as]) return 'wrong_state';
			const last = lastCall(counter)?.rev ?? 0;
			happens(place, as, counter, officer, after);
			const chosen = chosenBy(counter);
			if (!chosen) return null;
			const ended = { place: id, turn: turns.get(id) };
			happens(chosen, 'called', counter, officer, last);
			lastPress.set(officer, { place: chosen.id, counter, rev: Number.NaN, ended, undid: null });
			return null;
		},
		/** `fresh`: `after` is what is true now. */
		record(counter: number, officer: number, id: number, event: Event, after: number, fresh: boolean): No {
			const place = touch(counter, officer, id);
			if (typeof place === 'string') return place;
			if (!fresh) return pressed.has(`${officer} ${id} ${kindOf(event)} ${after}`) ? null : 'stale';
			if (!BECOMES[place.state][event]) return 'wrong_state';
			const no = event === 'called' || event === 'started' ? mayNotCome(counter, place) : null;
			if (no) return no;
			happens(place, event, counter, officer, after);
			return null;
		},
		transfer(
			counter: number,
			officer: number,
			id: number,
			service: string,
			as: Sending,
			after: number,
			fresh: boolean,
		): No {
			const place = touch(counter, officer, id);
			if (typeof place === 'string') return place;
			const sentBefore = places.some((it) => it.from === id) && pressed.has(`${officer} ${id} closed ${after}`);
			if (!fresh) return sentBefore ? null : 'stale';
			if (!BECOMES[place.state][as]) return 'wrong_state';
			const queue = LINE_OF[service] ?? '';
			if (queue === place.queue) return 'same_queue';
			if (places.some((it) => it.visit === place.visit && it.queue === queue && it.state !== 'closed'))
				return 'already_in_line';
			const unserved = as === 'wrong_desk';
			const { visit, number } = place;
			const head = unserved || place.head === 'elderly' ? place.head : 'continuing';
			join({ visit, number, queue, from: id, head, joined: unserved ? place.joined : at });
			change(place, { state: 'closed', outcome: unserved ? 'transferred' : 'served', missedAt: null }, officer);
			note(place, 'closed', counter, officer, after);
			lastPress.set(officer, { place: places.length, counter, rev: Number.NaN, sent: true, undid: null });
			return null;
		},
		undo(counter: number, officer: number, rev: number): No {
			if (!sits(counter, officer)) return 'not_signed_in';
			const last = lastPress.get(officer);
			const made = last && find(last.place);
			const place = last?.sent ? find(made?.from ?? 0) : made;
			if (!last || !place || last.counter !== counter) return 'nothing_to_undo';
			if (last.undid === rev) return null;
			if (last.rev !== rev) return 'stale';
			const standing = changes.get(place.id) ?? [];
			const latest = standing.at(-1);
			if (last.undid !== null || !latest) return 'nothing_to_undo';
			if (latest.officer !== officer) return 'not_your_ticket';
			if (at - latest.at > 10 * SECOND) return 'undo_too_late';
			if (last.ended) {
				const no = undoEnding(officer, place, last.ended);
				const done = lastPress.get(officer);
				if (!no && done) lastPress.set(officer, { ...done, undid: rev });
				return no;
			}
			const no = atDesk(latest.before) ? mayNotCome(counter, place) : null;
			if (no) return no;
			if (last.sent && made) {
				if (made.state !== 'waiting') return 'visit_busy';
				change(made, { state: 'closed', outcome: 'withdrawn' }, officer);
			}
			put(latest.before);
			changes.set(place.id, standing.slice(0, -1));
			lastPress.set(officer, { place: place.id, counter, rev: Number.NaN, undid: rev });
			return null;
		},
		sit(counter: number, officer: number): No {
			const [mine] = [...shifts].find(([, shift]) => shift.officer === officer) ?? [];
			if (mine === counter) return null;
			if (shifts.has(counter)) return 'counter_taken';
			if (mine !== undefined && here(mine)) return 'officer_elsewhere';
			if (mine !== undefined) shifts.delete(mine);
			shifts.set(counter, { officer, day: dayAt(at), paused: false });
			return null;
		},
		leave(counter: number, officer: number): No {
			if (!sits(counter, officer)) return 'not_signed_in';
			if (here(counter)) return 'counter_busy';
			shifts.delete(counter);
			return null;
		},
		pause(counter: number, officer: number, paused: boolean): No {
			const shift = shifts.get(counter);
			if (!shift || !sits(counter, officer)) return 'not_signed_in';
			if (paused && !shift.paused && here(counter)) return 'counter_busy';
			shifts.set(counter, { ...shift, paused });
			return null;
		},
		/** Midnight has passed. */
		turn(): void {
			for (const place of places.filter((it) => it.state !== 'closed' && it.day < dayAt(at))) {
				if (place.state === 'serving' && at - place.since < 6 * HOUR) continue;
				const outcome = place.state === 'missed' ? 'no_show' : 'expired';
				change(place, { state: 'closed', outcome, missedAt: null }, null);
			}
			for (const [counter, { day }] of [...shifts]) if (day < dayAt(at) && !here(counter)) shifts.delete(counter);
		},
	};
}
