// The board as pixels: a view, what is announced, and how the link and the sound are. It decides nothing and keeps nothing.

import type { Sound } from '../shared/hearing.ts';
import type { Instant } from '../shared/id.ts';
import type { Link } from '../shared/screen/connect.ts';
import type { BoardCall, BoardView, Shown } from '../shared/views.ts';
import { type Announcing, isNew } from './announce.ts';
import { beside } from './beside.ts';
import { Foot } from './parts/foot.tsx';
import { Head } from './parts/head.tsx';
import { Empty, Hero } from './parts/hero.tsx';
import { Notice } from './parts/notice.tsx';
import { Recent } from './parts/recent.tsx';
import { Strip } from './parts/strip.tsx';
import { say } from './words.ts';

export interface BoardProps {
	readonly shown: Shown<BoardView> | null;
	readonly link: Link;
	readonly announcing: Announcing;
	readonly sound: Sound;
	readonly unlock: () => void;
	/** The zone that the address asks for; null = the whole hall. */
	readonly zone: number | null;
	/** The server's clock. */
	readonly now: Instant;
}

export function Board({ shown, link, announcing, sound, unlock, zone, now }: BoardProps) {
	if (link === 'unknown_device' || link === 'not_signed_in')
		return <Notice title={say.board.unknownDevice} hint={say.board.unknownDeviceHint} to="/" label={say.board.start} />;
	if (link === 'wrong_protocol') return <Notice title={say.board.wrongVersion} hint={say.board.wrongVersionHint} />;
	if (!shown) return <Notice title={say.board.connecting} />;

	const { view } = shown;
	const [newest] = view.calls;
	const fresh = (call: BoardCall): boolean => isNew(announcing, call, now);
	const locked = sound === 'locked';
	return (
		<div class={`board${link === 'live' ? '' : ' old'}${locked ? ' locked' : ''}`}>
			<Head view={view} zone={zone} sound={sound} now={now} />
			<main>
				{newest ? <Hero key={newest.rev} call={newest} fresh={fresh(newest)} /> : <Empty />}
				{newest && <Recent calls={beside(view.calls, now)} isNew={fresh} />}
			</main>
			<Strip view={view} now={now} />
			<Foot
				text={view.hall.runningText}
				lostSince={link === 'live' ? null : say.common.time.clock(shown.at, view.hall.timeZone)}
				locked={locked}
				unlock={unlock}
			/>
		</div>
	);
}
