// The one large button and its small neighbours. They never move: what cannot be done now rests, and says why.

import {
	AlarmClockCheck,
	ArrowRightLeft,
	BellRing,
	Check,
	Coffee,
	CornerUpLeft,
	Hourglass,
	LogOut,
	type LucideIcon,
	Megaphone,
	Play,
	Printer,
	StepForward,
	Undo2,
	UserX,
} from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { UNDO_WINDOW } from '../shared/hall.ts';
import { SECOND } from '../shared/id.ts';
import type { ConsoleView } from '../shared/views.ts';
import { type Action, usualStep, whyNot } from './actions.ts';
import type { Hand, World } from './hand.ts';
import { KEYS } from './keys.ts';
import { explains, type Pointed, samePointed } from './pointed.ts';
import { reasonText, words } from './words.ts';

const ICONS: Readonly<Record<Action, LucideIcon>> = {
	callNext: Megaphone,
	recall: BellRing,
	start: Play,
	finish: Check,
	noShow: UserX,
	park: Hourglass,
	resume: StepForward,
	transfer: ArrowRightLeft,
	release: CornerUpLeft,
	pause: Coffee,
	reprint: Printer,
	undo: Undo2,
	signOff: LogOut,
	reopen: Play,
	callByItself: AlarmClockCheck,
};

/** In pairs, as they stand: what belongs to one moment of a visit stands side by side; the way out stands alone. */
const NEIGHBOURS: readonly Action[] = [
	'recall',
	'start',
	'noShow',
	'finish',
	'park',
	'resume',
	'release',
	'transfer',
	'pause',
	'reprint',
	'signOff',
];

/** The name of a key as ARIA writes it. */
const ariaKey = (key: string): string => (key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key);

/** The key as the button shows it. */
export function keySign(action: Action): string | null {
	const key = KEYS[action].keys.at(-1);
	if (action === 'callNext') return 'Enter';
	if (action === 'undo') return 'U';
	return key ? key.toUpperCase() : null;
}

type Point = (pointed: Pointed | null) => void;

/** What the large button does now: with somebody at the desk it ends that visit first. */
function nameOf(action: Action, view: ConsoleView): string {
	const { actions, finishAndCall } = words.console;
	return action === 'callNext' && view.now?.state === 'serving' ? finishAndCall : actions[action];
}

interface ButtonProps {
	readonly action: Action;
	readonly world: World;
	readonly hand: Hand;
	readonly look: 'large' | 'small' | 'wide';
	readonly point?: Point;
	readonly children?: ComponentChildren;
	/** Said after the name, where the button is about something in particular. */
	readonly about?: string | null;
}

export function ActionButton({ action, world, hand, look, point, children, about }: ButtonProps) {
	const say = words.console;
	const no = whyNot(action, world.view, world.link, world.at);
	const busy = hand.pressed.value === action;
	const why = no ? reasonText(no) : null;
	const sign = keySign(action);
	const Icon = ICONS[action];
	const name = nameOf(action, world.view);
	const described = why ?? about ?? null;
	const usual = usualStep(world.view) === action ? ' usual' : '';
	const underPointer = (): void => point?.({ by: 'pointer', action, saw: no?.code ?? null });
	return (
		<>
			<button
				type="button"
				class={`act ${look}${usual}`}
				aria-label={name}
				aria-pressed={action === 'callByItself' ? hand.armed.value : undefined}
				aria-disabled={no !== null}
				aria-busy={busy}
				aria-describedby={described ? `why-${action}` : undefined}
				aria-keyshortcuts={KEYS[action].keys.map(ariaKey).join(' ') || undefined}
				title={why ?? say.meanings[action]}
				// A click must not take the focus: the next key would then press this button again.
				onMouseDown={(event) => event.preventDefault()}
				onClick={() => hand.press(action, world)}
				onPointerEnter={underPointer}
				onPointerMove={underPointer}
				onPointerDown={underPointer}
				onPointerLeave={() => point?.(null)}
				onFocus={() => point?.({ by: 'focus', action })}
				onBlur={() => point?.(null)}
			>
				<Icon class="act-icon" size={look === 'large' ? 36 : 20} aria-hidden="true" />
				<span class="act-name" aria-hidden="true">
					{name}
					{children}
				</span>
				{sign && (
					<span class="key" aria-hidden="true">
						{sign}
					</span>
				)}
			</button>
			{described && (
				<span id={`why-${action}`} class="visually-hidden">
					{described}
				</span>
			)}
		</>
	);
}

export function Buttons({ world, hand }: { world: World; hand: Hand }) {
	const [pointed, setPointed] = useState<Pointed | null>(null);
	const point: Point = (next) => setPointed((last) => (samePointed(last, next) ? last : next));
	return (
		<section class="buttons">
			<ActionButton action="callNext" world={world} hand={hand} look="large" point={point} />
			<div class="neighbours">
				{NEIGHBOURS.map((action) => (
					<ActionButton key={action} action={action} world={world} hand={hand} look="small" point={point} />
				))}
			</div>
			<Undo world={world} hand={hand} point={point} />
			<Hint world={world} pointed={pointed} />
		</section>
	);
}

/** What the last press did, and how long it can still be taken back. */
function Undo({ world, hand, point }: { world: World; hand: Hand; point: Point }) {
	const { undo } = world.view;
	const left = undo ? Math.max(0, undo.until - world.at) : 0;
	const done = undo && left > 0 ? (undo.ended ? [undo.ended, undo] : [undo]) : [];
	const what = done.map((it) => words.console.undoWhat(it.number, it.kind, it.as)).join(', ') || null;
	return (
		<div class="undo">
			<ActionButton action="undo" world={world} hand={hand} look="wide" point={point} about={what}>
				{what && (
					<span class="undo-what">
						: {what} · <span class="undo-left number">{words.console.seconds(Math.ceil(left / SECOND))}</span>
					</span>
				)}
			</ActionButton>
			<span class="undo-bar" style={{ transform: `scaleX(${Math.min(1, left / UNDO_WINDOW)})` }} aria-hidden="true" />
		</div>
	);
}

/** Why the button under the finger rests, or what it does. A screen reader hears it from the button itself. */
function Hint({ world, pointed }: { world: World; pointed: Pointed | null }) {
	const why = (action: Action) => whyNot(action, world.view, world.link, world.at);
	const asked = pointed && explains(pointed, why(pointed.action)) ? pointed.action : null;
	const no = why(asked ?? usualStep(world.view));
	const text = no ? reasonText(no) : asked ? words.console.meanings[asked] : '';
	return (
		<p class={no ? 'hint resting' : 'hint'} aria-hidden="true">
			{text}
		</p>
	);
}
