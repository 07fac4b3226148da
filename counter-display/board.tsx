// The board as pixels: a view, what is announced, and how the link and the sound are. It decides nothing and keeps nothing.

import type { Sound } from '../shared/hearing.ts';
import type { Instant } from '../shared/id.ts';
import { type BoardLook, lookOf } from '../shared/legible.ts';
import type { Link } from '../shared/screen/connect.ts';
import type { BoardCall, BoardView, Shown } from '../shared/views.ts';
import { type Announcing, isNew } from './announce.ts';
import { beside } from './beside.ts';
import { shiftAt } from './burn-in.ts';
import { currentNotice } from './current-notice.ts';
import { Desk } from './parts/desk.tsx';
import { Foot } from './parts/foot.tsx';
import { Head } from './parts/head.tsx';
import { Empty, Hero } from './parts/hero.tsx';
import { Info, Whose } from './parts/info.tsx';
import { Lines } from './parts/lines.tsx';
import { Media, type Stage } from './parts/media.tsx';
import { Night } from './parts/night.tsx';
import { Notice } from './parts/notice.tsx';
import { Recent } from './parts/recent.tsx';
import { Strip } from './parts/strip.tsx';
import { STRIP_CELLS } from './strip.ts';
import type { Speaking } from './utterance.ts';
import { say } from './words.ts';

export interface BoardProps {
	readonly shown: Shown<BoardView> | null;
	readonly link: Link;
	readonly announcing: Announcing;
	readonly sound: Sound;
	readonly unlock: () => void;
	/** What this board is saying just now. */
	readonly speaking: Speaking | null;
	/** How this page's videos live with its voice; null: it has none. */
	readonly stage: Stage | null;
	/** The zone that the address asks for; null = the whole hall. */
	readonly zone: number | null;
	/** The server's clock. */
	readonly now: Instant;
}

export function Board(props: BoardProps) {
	const { shown, link, sound, unlock, speaking, zone, now } = props;
	if (link === 'unknown_device' || link === 'not_signed_in')
		return <Notice title={say.board.unknownDevice} hint={say.board.unknownDeviceHint} to="/" label={say.board.start} />;
	if (link === 'wrong_protocol') return <Notice title={say.board.wrongVersion} hint={say.board.wrongVersionHint} />;
	if (!shown) return <Notice title={say.board.connecting} />;

	const { view } = shown;
	const lostSince = link === 'live' ? null : say.common.time.clock(shown.at, view.hall.timeZone);
	// Whatever the clock says: a call is for somebody who stands there.
	const night = view.calls.some((it) => it.state === 'called') ? 'lit' : view.night;
	if (night === 'black') return <Night view={view} lostSince={lostSince} now={now} />;

	const look = lookOf(view.layout);
	const locked = sound === 'locked';
	const { x, y } = shiftAt(now);
	const states = [
		...['board', `look-${look}`, night],
		...(lostSince === null ? [] : ['old']),
		...(locked ? ['locked'] : []),
	];
	return (
		<div class={states.join(' ')} style={{ transform: `translate(${x}px, ${y}px)` }}>
			{look !== 'counter' && <Head view={view} zone={zone} sound={sound} now={now} />}
			<Middle {...props} view={view} look={look} />
			<Foot
				text={view.hall.runningText}
				notice={currentNotice(view.notices, speaking, now)}
				lostSince={lostSince}
				locked={locked}
				unlock={unlock}
			/>
		</div>
	);
}

interface MiddleProps extends BoardProps {
	readonly view: BoardView;
	readonly look: BoardLook;
}

/** What stands between head and foot. */
function Middle(props: MiddleProps) {
	const { view, look, announcing, speaking, now } = props;
	const spoken = speaking?.kind === 'call' ? speaking.number : null;
	const room = view.layout.scope.kind === 'room' ? view.place : null;
	const fresh = (call: BoardCall): boolean => isNew(announcing, call, now);
	switch (look) {
		case 'hall':
			return [
				<Calls key="calls" calls={view.calls} desk={view.hall.desk} {...{ fresh, spoken, room, now }} />,
				<Strip key="strip" view={view} most={STRIP_CELLS.whole} phone={view.phone} now={now} />,
			];
		case 'calls':
			return <Calls calls={ofRoom(view)} desk={view.hall.desk} {...{ fresh, spoken, room, now }} />;
		case 'lines':
			return <Lines view={view} now={now} />;
		case 'counter':
			return <Desk view={view} {...{ fresh, spoken, now }} />;
		case 'side':
			return (
				<div class="middle">
					<div class="beside">
						<Side {...props} />
						<Strip view={view} most={STRIP_CELLS.beside} phone={null} now={now} />
					</div>
					<Calls calls={ofRoom(view)} desk={view.hall.desk} {...{ fresh, spoken, room, now }} />
				</div>
			);
	}
}

/** In a room of its own a call stands for whoever cannot hear it until it is served or missed, and no longer. */
const ofRoom = ({ layout, calls }: BoardView): readonly BoardCall[] =>
	layout.scope.kind === 'room' ? calls.filter((it) => it.state === 'called') : calls;

interface CallsProps {
	readonly calls: readonly BoardCall[];
	readonly desk: BoardView['hall']['desk'];
	readonly fresh: (call: BoardCall) => boolean;
	/** The number that is being spoken. */
	readonly spoken: string | null;
	/** The room in which this board stands; null: in the hall. */
	readonly room: string | null;
	readonly now: Instant;
}

function Calls({ calls, desk, fresh, spoken, room, now }: CallsProps) {
	const [newest] = calls;
	return (
		<main class="calls">
			{newest ? (
				<Hero key={newest.rev} call={newest} desk={desk} fresh={fresh(newest)} spoken={spoken} />
			) : (
				<Empty room={room} desk={desk} />
			)}
			{newest && <Recent beside={beside(calls, spoken, now)} desk={desk} isNew={fresh} spoken={spoken} />}
		</main>
	);
}

/** The hall's videos, or what it says of itself where it has none or none can be played. */
function Side({ view, sound, stage, now }: MiddleProps) {
	const info = view.info ? <Info info={view.info} phone={view.phone} /> : <Whose hall={view.hall} />;
	if (view.layout.side !== 'media' || view.media.length === 0) return info;
	return (
		<Media
			items={view.media}
			// A board that is not to be heard, or cannot be, shows its videos in silence.
			volume={sound === 'ready' && !view.voice.quiet && view.night === 'lit' ? view.voice.volume : 0}
			stage={stage}
			instead={info}
			now={now}
		/>
	);
}
