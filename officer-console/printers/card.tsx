// One printer: how it stands and since when, what to do about it, its paper, its last slip, and what waits.

import {
	CircleAlert,
	CircleCheck,
	CircleHelp,
	type LucideIcon,
	PrinterCheck,
	RefreshCw,
	TriangleAlert,
	X,
} from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Reply } from '../../shared/contract.ts';
import { isTrouble, type PrinterState } from '../../shared/slip.ts';
import type { PrinterWall } from '../../shared/views.ts';
import { Dialog } from '../manager/dialog.tsx';
import { words } from '../manager/words.ts';
import { type Deeds, type News, newsOf } from './deeds.ts';
import { paperLeft, rollLength } from './paper.ts';
import type { PrinterCard } from './urgency.ts';

interface Props {
	readonly printer: PrinterCard;
	readonly wall: PrinterWall;
	readonly deeds: Deeds;
}

/** Brick, umber, teal, or none of them; each with an icon and a word. */
type Tone = 'bad' | 'soon' | 'good' | 'unknown';
const toneOf = (state: PrinterState): Tone => {
	if (isTrouble(state)) return 'bad';
	if (state === 'near_end') return 'soon';
	return state === 'ready' ? 'good' : 'unknown';
};
const ICONS: Readonly<Record<Tone, LucideIcon>> = {
	bad: CircleAlert,
	soon: TriangleAlert,
	good: CircleCheck,
	unknown: CircleHelp,
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function Card({ printer, wall, deeds }: Props) {
	const say = words.printing;
	const { time } = words.common;
	const tone = toneOf(printer.state);
	const Icon = ICONS[tone];
	const since = say.wall.since(
		time.clock(printer.since, wall.timeZone),
		time.span(Math.max(0, wall.at - printer.since)),
	);
	return (
		<section class={`panel printer tone-${tone}`} aria-label={printer.name}>
			<h2>{printer.name}</h2>
			<p class="stands">
				<Icon size={22} aria-hidden="true" />
				<span>
					<strong>{capital(say.states[printer.state])}</strong> <span class="quiet">{since}</span>
				</span>
			</p>
			{printer.state !== 'ready' && <p class="cure">{say.cures[printer.state]}</p>}
			<Paper printer={printer} wall={wall} />
			<Facts printer={printer} wall={wall} />
			<Buttons printer={printer} deeds={deeds} />
		</section>
	);
}

function Paper({ printer, wall }: Omit<Props, 'deeds'>) {
	const say = words.printing.wall;
	const { time } = words.common;
	const left = paperLeft(printer.paper, printer.state);
	const text =
		left.known === 'reckoned'
			? left.slips > 0
				? say.paperLeft(left.slips, time.count(left.metres))
				: say.paperGone
			: say.paperSeen[left.known];
	return (
		<div class="roll">
			<p>
				<span>{say.paper}</span> <strong>{text}</strong>
			</p>
			<div class="bar" aria-hidden="true">
				<span style={{ width: `${left.share * 100}%` }} />
			</div>
			<p class="quiet">{say.rollSince(time.when(printer.paper.since, wall.at, wall.timeZone))}</p>
		</div>
	);
}

function Facts({ printer, wall }: Omit<Props, 'deeds'>) {
	const say = words.printing.wall;
	const { time } = words.common;
	const clock = (at: number): string => time.clock(at, wall.timeZone);
	const { last, waiting, waitingSince, kiosks, seenAt } = printer;
	const fault = last?.state === 'failed' && last.fault ? `: ${words.common.slipFaults[last.fault].toLowerCase()}` : '';
	const facts: readonly (readonly [string, string])[] = [
		[
			say.waiting,
			waiting === 0 || waitingSince === null ? say.waitingNone : say.waitingSince(waiting, clock(waitingSince)),
		],
		[
			say.last,
			last ? `${last.number ?? say.lastTest}, ${say.slipStates[last.state]}${fault}, ${clock(last.at)}` : say.lastNone,
		],
		[say.kiosks, [...new Set(kiosks)].join(', ') || say.kiosksNone],
		[say.way, `${printer.way} · ${printer.model}`],
	];
	return (
		<>
			<dl class="printer-facts">
				{facts.map(([term, text]) => (
					<div key={term}>
						<dt>{term}</dt>
						<dd>{text}</dd>
					</div>
				))}
			</dl>
			<p class="quiet seen">{seenAt === null ? say.never : say.seen(clock(seenAt))}</p>
		</>
	);
}

type Asking = 'roll' | 'cancel' | null;

function Buttons({ printer, deeds }: Omit<Props, 'wall'>) {
	const say = words.printing.wall;
	const [busy, setBusy] = useState(false);
	const [asking, setAsking] = useState<Asking>(null);
	const [news, setNews] = useState<News | null>(null);
	const run = async <Value,>(deed: () => Promise<Reply<Value>>, said: (value: Value) => string): Promise<void> => {
		if (busy) return;
		setAsking(null);
		setNews(null);
		setBusy(true);
		const reply = await deed();
		setBusy(false);
		setNews(newsOf(reply, said));
	};
	const nothing = printer.waiting === 0;
	// It prints for the visitor who stands before it, and only then.
	const browser = printer.way === 'browser';
	return (
		<>
			<div class="printer-deeds">
				<button
					type="button"
					class="plain"
					aria-disabled={busy || browser}
					title={browser ? say.testBrowser : undefined}
					onClick={() =>
						!browser &&
						run(
							() => deeds.test(printer.id),
							() => say.testDone,
						)
					}
				>
					<PrinterCheck size={18} aria-hidden="true" /> {say.test}
				</button>
				<button type="button" class="plain" aria-disabled={busy} onClick={() => setAsking('roll')}>
					<RefreshCw size={18} aria-hidden="true" /> {say.roll}
				</button>
				<button
					type="button"
					class="plain"
					aria-disabled={busy || nothing}
					title={nothing ? say.cancelNothing : undefined}
					onClick={() => (nothing ? setNews({ good: true, text: say.cancelNothing }) : setAsking('cancel'))}
				>
					<X size={18} aria-hidden="true" /> {say.cancel}
				</button>
			</div>
			<p class={news?.good === false ? 'news bad' : 'news'} role="status">
				{busy ? say.sending : news?.text}
			</p>
			{asking === 'roll' && (
				<RollQuestion
					printer={printer}
					close={() => setAsking(null)}
					submit={(mm) =>
						run(
							() => deeds.roll(printer.id, mm),
							() => say.rollDone,
						)
					}
				/>
			)}
			{asking === 'cancel' && (
				<Dialog title={say.cancelTitle(printer.name)} onClose={() => setAsking(null)}>
					<p>{say.cancelText(printer.waiting)}</p>
					<div class="ends">
						<button type="button" class="plain" onClick={() => setAsking(null)}>
							{say.back}
						</button>
						<button
							type="button"
							class="primary"
							onClick={() =>
								run(
									() => deeds.cancel(printer.id),
									({ cancelled }) => say.cancelDone(cancelled),
								)
							}
						>
							{say.cancelYes}
						</button>
					</div>
				</Dialog>
			)}
		</>
	);
}

interface RollProps {
	readonly printer: PrinterCard;
	readonly close: () => void;
	readonly submit: (rollMm: number) => void;
}

function RollQuestion({ printer, close, submit }: RollProps) {
	const say = words.printing.wall;
	const [typed, setTyped] = useState(words.common.time.count(printer.paper.rollMm / 1000));
	const mm = rollLength(typed);
	return (
		<Dialog title={say.rollTitle(printer.name)} onClose={close}>
			<form
				class="other"
				onSubmit={(event) => {
					event.preventDefault();
					if (mm !== null) submit(mm);
				}}
			>
				<label>
					{say.rollLabel}
					<input
						type="text"
						inputMode="decimal"
						autocomplete="off"
						value={typed}
						onInput={(event) => setTyped(event.currentTarget.value)}
					/>
				</label>
				<p class={mm === null ? 'fault' : 'quiet'} role="status">
					{mm === null ? say.rollWrong : say.rollHint}
				</p>
				<div class="ends">
					<button type="button" class="plain" onClick={close}>
						{say.back}
					</button>
					<button type="submit" class="primary" aria-disabled={mm === null}>
						{say.rollSubmit}
					</button>
				</div>
			</form>
		</Dialog>
	);
}
