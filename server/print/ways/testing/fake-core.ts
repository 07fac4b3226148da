// A printer for tests, without its cable: bytes in, bytes out, paper. It answers DLE EOT, GS r and GS a as ESC/POS printers
// do, and fails in the ways they fail. Everything about it can be changed at any time, and a fault that ends is over.

export interface Behaviour {
	/** `nothing`: a clone without any status. `realtime`: DLE EOT, but no question in its turn. `asb`: DLE EOT and GS a. */
	answers: 'everything' | 'asb' | 'realtime' | 'nothing';
	paper: 'there' | 'near_end' | 'out';
	cover: 'closed' | 'open';
	cutter: 'free' | 'stuck';
	online: boolean;
	/** `never`: the bytes stay in the cable, until it is full. */
	reads: 'at_once' | 'never';
	/** It takes bytes and neither works nor answers. */
	stalled: boolean;
	/** Stalls after so many bytes of a slip. */
	stallsAfter: number | null;
	/** Bytes a second that it works off; null: as fast as they come. */
	rate: number | null;
	/** Its answers come so much later. */
	lateMs: number;
	/** Its answers are not of this language. */
	garbles: boolean;
	/** Tears the connection down after so many bytes of a slip. */
	resetAfter: number | null;
	/** Hangs up in good order after so many bytes of a slip. */
	endsAfter: number | null;
	/** The roll ends after so many bytes of a slip. */
	rollEndsAfter: number | null;
	/** The cover is opened, */
	opensAfter: number | null;
	/** the cutter gets stuck, */
	jamsAfter: number | null;
	/** it is switched offline, */
	offlineAfter: number | null;
	/** or falls to a byte a second, after so many bytes of a slip. */
	slowsAfter: number | null;
	/** Hangs up in good order instead of answering the last question. */
	hangsUp: boolean;
	/** Sends an unasked 4-byte report before every answer. */
	reports: boolean;
	/** `rest`: what was in it when the connection ended is worked off later. `nothing`: it is forgotten. */
	keeps: 'rest' | 'nothing';
}
export const WELL: Behaviour = {
	answers: 'everything',
	paper: 'there',
	cover: 'closed',
	cutter: 'free',
	online: true,
	reads: 'at_once',
	stalled: false,
	stallsAfter: null,
	rate: null,
	lateMs: 0,
	garbles: false,
	resetAfter: null,
	endsAfter: null,
	rollEndsAfter: null,
	opensAfter: null,
	jamsAfter: null,
	offlineAfter: null,
	slowsAfter: null,
	hangsUp: false,
	reports: false,
	keeps: 'nothing',
};

/** The cable, from the printer's side. */
export interface Cable {
	readonly say: (bytes: Uint8Array) => void;
	readonly hangUp: () => void;
	readonly tearDown: () => void;
}
/** One connection; on a cable that knows of none there is one for ever. */
export interface Session {
	readonly take: (bytes: Uint8Array) => void;
	/** `ended`: in good order. */
	readonly over: (how: 'ended' | 'torn') => void;
	/** Every byte of it as it came. */
	readonly raw: readonly number[];
}
export interface FakeCore {
	readonly is: Behaviour;
	/** The bytes of each slip that was worked off to its end. */
	readonly slips: readonly Uint8Array[];
	/** Bytes of slips that ever arrived: questions are none. */
	readonly received: () => number;
	readonly sessions: readonly Session[];
	readonly connect: (cable: Cable) => Session;
	readonly close: () => void;
}

const FIXED = 0x12;
/** What DLE EOT n is answered with. */
const STATUS: Readonly<Record<number, (it: Behaviour) => number>> = {
	1: (it) => (works(it) ? 0 : 0x08),
	2: (it) => (it.cover === 'open' ? 0x04 : 0) | (it.paper === 'out' ? 0x20 : 0),
	3: (it) => (it.cutter === 'stuck' ? 0x08 : 0),
	4: (it) => (it.paper === 'out' ? 0x6c : it.paper === 'near_end' ? 0x0c : 0),
};
const works = (it: Behaviour): boolean =>
	it.online && it.paper !== 'out' && it.cover === 'closed' && it.cutter === 'free' && !it.stalled;
const report = (it: Behaviour): number[] => [
	0x10 | (works(it) ? 0 : 0x08) | (it.cover === 'open' ? 0x20 : 0),
	it.cutter === 'stuck' ? 0x08 : 0,
	it.paper === 'out' ? 0x0f : it.paper === 'near_end' ? 0x03 : 0,
	0x0f,
];
const TICK_MS = 4;
const QUESTION = 3;

export function openFakeCore(behaviour: Partial<Behaviour>): FakeCore {
	const is: Behaviour = { ...WELL, ...behaviour };
	const slips: Uint8Array[] = [];
	const sessions: Session[] = [];
	let received = 0;
	/** Arrived, and not looked at while it is stalled. */
	let inbox: number[] = [];
	/** Taken, and not worked off yet. */
	let held: number[] = [];
	let slip: number[] = [];
	let seen: number[] = [];
	let cable: Cable | null = null;
	/** It has hung up, and hears nothing more of that connection. */
	let deaf = false;
	/** Bytes that it may work off now, at its rate. */
	let allowed = 0;
	const late = new Set<NodeJS.Timeout>();

	const say = (answer: readonly number[]): void => {
		const bytes = Uint8Array.from(is.garbles ? [0xff, 0x81] : is.reports ? [...report(is), ...answer] : answer);
		const asker = cable;
		if (is.lateMs === 0) {
			asker?.say(bytes);
			return;
		}
		const timer = setTimeout(() => {
			late.delete(timer);
			asker?.say(bytes);
		}, is.lateMs);
		late.add(timer);
	};
	/** Real-time questions are answered on arrival, past everything that is held. */
	const arrive = (byte: number): void => {
		held.push(byte);
		received++;
		seen = [...seen, byte].slice(-QUESTION);
		if (seen.length < QUESTION || seen[0] !== 0x10 || seen[1] !== 0x04) return;
		const answer = STATUS[byte];
		seen = [];
		if (!answer) return;
		held.splice(-QUESTION);
		received -= QUESTION;
		if (is.answers !== 'nothing') say([FIXED | answer(is)]);
	};
	const end = (how: (cable: Cable) => void): void => {
		deaf = true;
		if (cable) how(cable);
	};
	/** The slip is out; null: what was asked needs no answer. */
	const asked = (answer: readonly number[] | null): void => {
		slip.splice(-QUESTION);
		received -= QUESTION;
		if (!answer) return;
		if (slip.length > 0) slips.push(Uint8Array.from(slip));
		slip = [];
		if (is.hangsUp) end((it) => it.hangUp());
		else if (answer.length > 0) say(answer);
	};
	const work = (byte: number): void => {
		slip.push(byte);
		if (is.rollEndsAfter === slip.length) is.paper = 'out';
		if (is.opensAfter === slip.length) is.cover = 'open';
		if (is.jamsAfter === slip.length) is.cutter = 'stuck';
		if (is.offlineAfter === slip.length) is.online = false;
		if (is.slowsAfter === slip.length) is.rate = 1;
		if (is.stallsAfter === slip.length) is.stalled = true;
		if (is.endsAfter === slip.length) end((it) => it.hangUp());
		if (is.resetAfter === slip.length) end((it) => it.tearDown());
		const [group, command, argument] = slip.slice(-QUESTION);
		if (group !== 0x1d) return;
		if (command === 0x72 && argument === 0x01)
			asked(is.answers === 'everything' ? [is.paper === 'near_end' ? 0x03 : 0x00] : []);
		if (command === 0x61 && (argument === 0x0e || argument === 0x00)) {
			const speaks = is.answers === 'everything' || is.answers === 'asb';
			asked(argument === 0 ? null : speaks ? report(is) : []);
		}
	};
	const step = (): void => {
		if (is.stalled) return;
		const arrived = inbox;
		inbox = [];
		for (const byte of arrived) arrive(byte);
		let done = 0;
		for (; done < held.length && works(is) && !deaf && (is.rate === null || allowed >= 1); done++) {
			allowed--;
			work(held[done] ?? 0);
		}
		held = held.slice(done);
		if (is.rate === null) allowed = 0;
	};
	const forget = (): void => {
		if (is.keeps === 'nothing') [inbox, held, slip, seen] = [[], [], [], []];
	};
	// What held it up may end at any time; and a slow one goes on by itself.
	const clock = setInterval(() => {
		if (is.rate !== null) allowed = Math.min(allowed + (is.rate * TICK_MS) / 1_000, Math.max(1, is.rate));
		step();
	}, TICK_MS);

	return {
		is,
		slips,
		received: () => received,
		sessions,
		connect: (to) => {
			// A new connection ends the one before, whose end may be heard of later.
			if (cable) forget();
			cable = to;
			deaf = false;
			const raw: number[] = [];
			const session: Session = {
				raw,
				take: (bytes) => {
					if (deaf || cable !== to) return;
					for (const byte of bytes) {
						raw.push(byte);
						inbox.push(byte);
					}
					step();
				},
				over: (how) => {
					if (cable !== to) return;
					cable = null;
					// A slip that nothing is asked after ends with its connection.
					if (how === 'ended' && held.length === 0 && slip.length > 0) {
						slips.push(Uint8Array.from(slip));
						slip = [];
					}
					forget();
				},
			};
			sessions.push(session);
			return session;
		},
		close: () => {
			clearInterval(clock);
			for (const timer of late) clearTimeout(timer);
		},
	};
}
