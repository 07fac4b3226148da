// A board that is only looked at (the manager's preview): the same pixels, live and silent. It is no screen of the
// hall, so it tells the hall nothing and keeps nothing.

import { render } from 'preact';
import type { BoardLayout } from '../shared/board.ts';
import { connect, now } from '../shared/screen/connect.ts';
import { BY_SOCKET_OR_POLLING } from '../shared/screen/ways-of-board.ts';
import type { BoardView, Shown } from '../shared/views.ts';
import { announcer } from './announcer.ts';
import { Board } from './board.tsx';

/** A page that is laid out anew with every change of the manager's forgets what it has drawn. */
const NOTHING_KEPT = { getItem: () => null, setItem: () => undefined };

/** A hall is laid out in the evening too, when its boards are dark. */
const lit = (shown: Shown<BoardView> | null): Shown<BoardView> | null =>
	shown && { ...shown, view: { ...shown.view, night: 'lit' } };

export function watch(look: BoardLayout, screen: HTMLElement): void {
	const { shown, link } = connect('board', BY_SOCKET_OR_POLLING, { zone: null, look });
	const announcing = announcer(shown, NOTHING_KEPT, () => undefined);
	const App = () => (
		<Board
			shown={lit(shown.value)}
			link={link.value}
			announcing={announcing.value}
			sound="unknown"
			unlock={() => undefined}
			speaking={null}
			stage={null}
			zone={null}
			now={now.value}
		/>
	);
	render(<App />, screen);
}
