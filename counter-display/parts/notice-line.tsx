// What is announced besides calls, in the foot of the board: an icon, and the whole text at a size at which it has room.

import { Clock, Coffee, DoorClosed, type LucideIcon, Megaphone, MoonStar, ShieldCheck } from 'lucide-preact';
import type { BoardNotice } from '../../shared/views.ts';

const ICONS: Readonly<Record<BoardNotice['kind'], LucideIcon>> = {
	break: Coffee,
	closed: DoorClosed,
	closing: Clock,
	prayer: MoonStar,
	gratification: ShieldCheck,
	own: Megaphone,
};

/** Signs that have room on one line, and on two, of a screen that is wider than high. */
const ONE_LINE = 74;
const TWO_LINES = 200;

const sizeOf = ({ length }: string): string => (length <= ONE_LINE ? '' : length <= TWO_LINES ? ' two' : ' small');

export function NoticeLine({ notice: { kind, text } }: { readonly notice: BoardNotice }) {
	const Icon = ICONS[kind];
	return (
		<div class={`told${sizeOf(text)}`} role="status">
			<Icon aria-hidden="true" />
			<p>{text}</p>
		</div>
	);
}
