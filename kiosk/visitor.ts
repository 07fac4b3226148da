// The visitor before the glass: where they are, what they asked for, since when nobody has touched anything; and when they are
// forgotten, with everything that was theirs.

import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { type Again, printingAgain } from './again.ts';
import { type Flow, type Go, pageOf, step } from './flow.ts';
import type { Hall } from './hall.ts';
import { isHeld, look, type Presence, presenceOf, touch, watchFrom } from './idle.ts';
import { requestId } from './request-id.ts';
import { type Taking, taking as takingWith } from './take.ts';

export interface Visitor {
	readonly flow: ReadonlySignal<Flow>;
	readonly go: Go;
	readonly taking: Taking;
	/** An answer has been waited for so long that it must be said. */
	readonly busy: ReadonlySignal<boolean>;
	readonly again: Again;
	readonly presence: ReadonlySignal<Presence>;
	/** performance.now(), four times a second. */
	readonly tick: ReadonlySignal<number>;
	/** Somebody is there: the time begins anew. */
	readonly touched: () => void;
	/** The screen begins or ends to be read aloud. */
	readonly onSpeaking: (speaking: boolean) => void;
	/** The slip did not come out: the number stays longer, and its time to be read begins now. */
	readonly onMissing: () => void;
}

const TICK = 250;
/** Most answers are here before that; a word that stood so short would only flicker, and be drawn before the number. */
const SAY_BUSY_AFTER = 150;
const TOUCHES = ['pointerdown', 'keydown', 'wheel'] as const;

export function useVisitor(hall: Hall, from: Flow): Visitor {
	const flow = useSignal(from);
	const watch = useSignal(watchFrom(performance.now()));
	const tick = useSignal(performance.now());
	const troubled = useSignal(false);
	const touched = (): void => {
		tick.value = performance.now();
		watch.value = touch(watch.peek(), tick.peek());
	};
	const lookAgain = (): void => {
		tick.value = performance.now();
		watch.value = look(watch.peek(), tick.peek(), presence.peek());
	};
	const taking = useMemo(
		() =>
			takingWith(
				hall.take,
				() => requestId(crypto),
				(taken) => {
					touched();
					flow.value = step(flow.value, { kind: 'taken', taken });
				},
				{
					give: async (order, press) =>
						(await hall.lent.peek()?.give(order, press)) ?? { ok: false, refusal: { code: 'offline' } },
					onGiven: (given) => {
						touched();
						flow.value = step(flow.value, { kind: 'lent', given });
					},
				},
			),
		[hall],
	);
	const again = useMemo(
		() =>
			printingAgain(hall.printAgain, (visitId, where) => {
				troubled.value = true;
				touched();
				go({ kind: 'sent', visitId, to: where?.name ?? null });
			}),
		[hall],
	);
	const go: Go = (event) => {
		if (event.kind === 'left') {
			taking.forget();
			again.forget();
			troubled.value = false;
		}
		flow.value = step(flow.value, event);
	};
	const asks = useComputed(() => taking.state.value.at === 'asking' || taking.state.value.at === 'retrying');
	const busy = useSignal(false);
	const presence = useComputed(() =>
		presenceOf(flow.value, {
			stillMs: watch.value.stillMs,
			held: isHeld(watch.value),
			taking: asks.value,
			slipFailed: troubled.value,
		}),
	);
	// While the question is asked only its own answer counts, or the finger would press what lies behind it.
	const onTouch = (): void => {
		if (presence.value.kind !== 'asked') touched();
	};

	useSignalEffect(() => {
		if (!asks.value) {
			busy.value = false;
			return;
		}
		const timer = setTimeout(() => {
			busy.value = true;
		}, SAY_BUSY_AFTER);
		return () => clearTimeout(timer);
	});
	useSignalEffect(() => {
		if (presence.value.kind === 'gone') go({ kind: 'left' });
	});
	useEffect(() => {
		const timer = setInterval(lookAgain, TICK);
		for (const kind of TOUCHES) addEventListener(kind, onTouch, { capture: true, passive: true });
		return () => {
			clearInterval(timer);
			for (const kind of TOUCHES) removeEventListener(kind, onTouch, { capture: true });
		};
	}, []);

	return {
		flow,
		go,
		taking,
		busy,
		again,
		presence,
		tick,
		touched,
		onSpeaking: (speaking) => {
			// A sound may be shorter than a tick: its time until now is counted as what it was.
			lookAgain();
			watch.value = { ...watch.peek(), speaking };
			lookAgain();
		},
		onMissing: () => {
			troubled.value = true;
			touched();
		},
	};
}

/** Keys that mean the same on every page. What they do is fetched ahead; a key that comes sooner fetches it, and counts too. */
export function useKeys({ flow, go }: Pick<Visitor, 'flow' | 'go'>): void {
	useEffect(() => {
		const doing = {
			// From a number nothing leads back.
			back: () => go({ kind: /^(result|lent)$/.test(pageOf(flow.value).at) ? 'left' : 'back' }),
			// Once it is fetched the reader itself hears this key, and says everything once more.
			aloud: () => go({ kind: 'heard', aloud: !flow.value.aloud }),
		};
		let end = (): void => removeEventListener('keydown', first);
		const first = (event: KeyboardEvent): void => {
			end();
			import('./keypad.ts').then(
				({ keypad }) => {
					end = keypad(document, doing, event);
				},
				(fault: unknown) => {
					console.warn('What the keys do could not be fetched.', fault);
					addEventListener('keydown', first);
				},
			);
		};
		addEventListener('keydown', first);
		return () => end();
	}, []);
}
