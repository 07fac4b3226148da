// The officer's screen: who is here, the buttons, the line. Draws one view; decides nothing.

import { CircleHelp, Unplug, Wifi } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import type { Instant } from '../shared/id.ts';
import type { Link } from '../shared/screen/connect.ts';
import type { ConsoleView } from '../shared/views.ts';
import { Buttons } from './buttons.tsx';
import { FetchedQuestions } from './fetched.tsx';
import type { Hand, World } from './hand.ts';
import { Here } from './here.tsx';
import { useKeys } from './keyboard.ts';
import { LinePanel } from './line.tsx';
import { Today } from './today.tsx';
import { Trouble } from './trouble.tsx';
import { reasonText, words } from './words.ts';

interface Props {
	readonly view: ConsoleView;
	readonly link: Link;
	/** The server's clock. */
	readonly at: Instant;
	readonly hand: Hand;
}

export function Screen({ view, link, at, hand }: Props) {
	const world: World = { view, link, at };
	useKeys(world, hand);
	useEffect(() => hand.glance(world), [view, link]);
	useEffect(() => {
		document.title = words.console.title(view.waiting, view.counter.number);
	}, [view.waiting, view.counter.number]);

	return (
		<div class="console" onPointerDownCapture={() => hand.down(world)}>
			<Head world={world} hand={hand} />
			<main class="desk">
				<Here world={world} hand={hand} />
				<Buttons world={world} hand={hand} />
				<LinePanel world={world} hand={hand} />
			</main>
			<Today today={view.today} />
			<Notices hand={hand} />
			<FetchedQuestions world={world} hand={hand} />
		</div>
	);
}

function Head({ world, hand }: { world: World; hand: Hand }) {
	const { view, link, at } = world;
	const say = words.console;
	return (
		<header class="head">
			<h1 class="head-counter">{words.common.counter(view.counter.number, view.hall.desk)}</h1>
			<div class="head-who">
				<strong>{view.agency.shortName}</strong>
				<span>{view.officer.name}</span>
			</div>
			{view.hall.demo && <span class="chip">{say.example}</span>}
			<Trouble {...view} />
			<p class={link === 'live' ? 'link' : 'link lost'} role="status">
				{link === 'live' ? <Wifi size={18} aria-hidden="true" /> : <Unplug size={20} aria-hidden="true" />}
				{link === 'live' ? say.live : say.lost}
			</p>
			<time class="head-clock number">{words.common.time.clockZone(at, view.hall.timeZone)}</time>
			<button
				type="button"
				class="round"
				title={say.keys.open}
				aria-label={say.keys.open}
				aria-keyshortcuts="?"
				onMouseDown={(event) => event.preventDefault()}
				onClick={() => {
					hand.question.value = { about: 'keys' };
				}}
			>
				<CircleHelp size={22} aria-hidden="true" />
			</button>
		</header>
	);
}

/** The last "no", said aloud too. The region stays, so that a screen reader hears what comes into it. */
function Notices({ hand }: { hand: Hand }) {
	const notice = hand.notice.value;
	return (
		<div class="notices" role="status" aria-live="polite">
			{notice && (
				<p class="notice" key={notice.count}>
					{reasonText(notice.reason)}
				</p>
			)}
		</div>
	);
}
