// Who is at the desk: the number, for how long, and the sheet of the service that is asked for.

import {
	Accessibility,
	Check,
	Clock,
	Coffee,
	DoorOpen,
	Megaphone,
	Printer,
	UserCheck,
	Users,
	Volume2,
	VolumeX,
} from 'lucide-preact';
import { isMute } from '../shared/hearing.ts';
import type { Instant } from '../shared/id.ts';
import { MINUTE, SECOND } from '../shared/id.ts';
import type { AtCounter, ConsoleView, Heard } from '../shared/views.ts';
import { whyNot } from './actions.ts';
import { ActionButton } from './buttons.tsx';
import type { Hand, World } from './hand.ts';
import { words } from './words.ts';

export function Here({ world, hand }: { world: World; hand: Hand }) {
	const { view, at } = world;
	return (
		<section class="here" aria-label={view.now ? view.now.number : words.console.here.none}>
			{view.shift.pause && <Paused world={world} hand={hand} />}
			{view.now ? (
				<>
					<Plate now={view.now} view={view} at={at} />
					<Sheet now={view.now} />
				</>
			) : (
				!view.shift.pause && <Nobody world={world} hand={hand} />
			)}
		</section>
	);
}

function Nobody({ world, hand }: { world: World; hand: Hand }) {
	const { view } = world;
	const say = words.console.here;
	const armed = hand.armed.value;
	const next = view.line.find((item) => !item.elsewhere);
	return (
		<div class="plate nobody">
			<Users size={44} aria-hidden="true" />
			<p class="nobody-text">{say.none}</p>
			<p class={armed ? 'nobody-hint armed' : 'nobody-hint'} role="status">
				{armed ? say.armed : view.waiting > 0 ? say.noneHint : say.noneLine}
			</p>
			{whyNot('callByItself', view, world.link, world.at) === null && (
				<ActionButton action="callByItself" world={world} hand={hand} look="small" />
			)}
			{next && (
				<p class="nobody-next">
					{say.next} <strong class="number">{next.number}</strong>
					<span>{next.service.name}</span>
				</p>
			)}
		</div>
	);
}

function Paused({ world, hand }: { world: World; hand: Hand }) {
	const { view, at } = world;
	const { pause } = view.shift;
	if (!pause) return null;
	const { common, console: say } = words;
	return (
		<div class="plate paused">
			<Coffee size={44} aria-hidden="true" />
			<h2>{say.paused.heading}</h2>
			<p>{say.paused.text(pause.reason, common.time.clock(pause.since, view.hall.timeZone))}</p>
			<p class="stopwatch number">{common.time.stopwatch(at - pause.since)}</p>
			<ActionButton action="reopen" world={world} hand={hand} look="large" />
			<p class="quiet">{say.paused.note}</p>
		</div>
	);
}

/** How long this has taken: walking since the call, then service net of the time set aside. */
const lasted = (now: AtCounter, at: Instant): number =>
	now.startedAt === null || now.state === 'called' ? at - now.calledAt : at - now.startedAt - now.parkedMs;

/** "A-012"; a longer one is drawn smaller, so that the times beside it keep their place. */
const USUAL_SIGNS = 5;

function Plate({ now, view, at }: { now: AtCounter; view: ConsoleView; at: Instant }) {
	const { common, console: say } = words;
	const since = now.state === 'serving' && now.startedAt !== null ? now.startedAt : now.calledAt;
	const over = now.state === 'serving' && lasted(now, at) > now.service.counterMinutes * MINUTE;
	const State = now.state === 'called' ? Megaphone : UserCheck;
	return (
		<div class={`plate ${now.state}`}>
			<div class="plate-number">
				<p class="state">
					<State size={20} aria-hidden="true" /> {say.here[now.state]}
				</p>
				<p class={now.number.length > USUAL_SIGNS ? 'big long number' : 'big number'}>{now.number}</p>
			</div>
			<div class="plate-time">
				<p class={over ? 'stopwatch number over' : 'stopwatch number'}>{common.time.stopwatch(lasted(now, at))}</p>
				<p>{say.here.since(common.time.clock(since, view.hall.timeZone))}</p>
				<p>{say.here.waited(common.time.span(Math.max(0, now.calledAt - now.issuedAt)))}</p>
				{now.calls > 1 && <p>{say.here.calls(now.calls)}</p>}
			</div>
			<div class="plate-word">
				{now.state === 'called' && <Hearing now={now} view={view} />}
				{over && (
					<p class="over-mark">
						<Clock size={16} aria-hidden="true" /> {say.here.over(now.service.counterMinutes)}
					</p>
				)}
			</div>
			{now.waitsIn && now.state === 'called' && (
				<p class="plate-mark">
					<DoorOpen size={18} aria-hidden="true" /> {say.line.waitsIn(now.waitsIn)}
				</p>
			)}
			{now.headStart && (
				<p class="plate-mark">
					<Accessibility size={18} aria-hidden="true" /> {common.headStarts[now.headStart]}
				</p>
			)}
		</div>
	);
}

/** Whether the lobby has heard the call: what the boards themselves said of it. */
function Hearing({ now, view }: { now: AtCounter; view: ConsoleView }) {
	const { common, console: say } = words;
	const { at, silent } = now.heard;
	if (at !== null) {
		const seconds = String(Math.floor(at / SECOND) % 60).padStart(2, '0');
		return (
			<p>
				<Volume2 size={16} aria-hidden="true" />{' '}
				{say.here.heard(`${common.time.clock(at, view.hall.timeZone)}.${seconds}`)}
			</p>
		);
	}
	const [first] = silent;
	if (!first) return null;
	return (
		<p class="over-mark" title={silent.map(silenceOf).join('\n')}>
			<VolumeX size={16} aria-hidden="true" />
			<span>
				{silenceOf(first)}
				{silent.length > 1 && ` ${say.here.alsoSilent(silent.length - 1)}`}
			</span>
		</p>
	);
}

/** One that cannot speak is mute; one that only let this call pass is not. */
function silenceOf({ board, why }: Heard['silent'][number]): string {
	const { here, silences } = words.console;
	return (isMute(why) ? here.mute : here.unspoken)(board, silences[why]);
}

function Sheet({ now }: { now: AtCounter }) {
	const { common, console: say } = words;
	const { service, slip } = now;
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a long sheet scrolls, and the keyboard must be able to scroll it
		<section class="sheet" tabIndex={0} aria-label={service.name}>
			<p class="quiet">{say.here.category[service.category]}</p>
			<h2>{service.name}</h2>
			{slip?.state === 'failed' && (
				<p class="fault">
					<Printer size={18} aria-hidden="true" />
					{common.slips.failed}
					{slip.fault && `: ${common.slipFaults[slip.fault]}`}
				</p>
			)}
			{now.also.length > 0 && (
				<p class="also">
					<strong>{say.here.also}</strong>{' '}
					{now.also.map((place) => say.here.alsoPlace(place.agency, place.service)).join(' · ')}
				</p>
			)}
			<h3>{say.here.requirements}</h3>
			{service.requirements.length === 0 && <p>{say.here.noRequirements}</p>}
			<ul class="requirements">
				{service.requirements.map((requirement) => (
					<li key={requirement}>
						<Check size={18} aria-hidden="true" /> {requirement}
					</li>
				))}
			</ul>
			<dl class="facts">
				<Fact term={say.here.fee} text={service.fee.text} />
				<Fact term={say.here.minutes} text={say.here.minutesValue(service.counterMinutes)} />
				{service.completion && (
					<Fact
						term={say.here.completion}
						text={say.here.completionValue(service.completion.value, common.completionUnits[service.completion.unit])}
					/>
				)}
				{service.product && <Fact term={say.here.product} text={service.product} />}
			</dl>
		</section>
	);
}

const Fact = ({ term, text }: { term: string; text: string }) => (
	<div>
		<dt>{term}</dt>
		<dd>{text}</dd>
	</div>
);
