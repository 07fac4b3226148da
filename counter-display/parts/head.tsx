// The head of the board: whose hall this is, which zone, what day and what time.

import { CircleAlert, VolumeX } from 'lucide-preact';
import { dayOf } from '../../shared/day.ts';
import type { Sound } from '../../shared/hearing.ts';
import type { Instant } from '../../shared/id.ts';
import type { BoardView } from '../../shared/views.ts';
import { say } from '../words.ts';

interface HeadProps {
	readonly view: BoardView;
	readonly zone: number | null;
	readonly sound: Sound;
	readonly now: Instant;
}

/** What only somebody who goes to the TV can put right; locked sound has a bar of its own. */
const UNHEARD: Readonly<Record<Sound, string | null>> = {
	...{ unknown: null, ready: null, locked: null },
	...{ none: say.board.noSound, muted: say.board.muted },
};

export function Head({ view, zone, sound, now }: HeadProps) {
	const { hall } = view;
	const { time } = say.common;
	const { scope } = view.layout;
	// A board that the manager has laid out follows that, whatever its address says.
	const isMissing = zone !== null && scope.kind === 'hall' && view.agencies.every((it) => it.zone !== zone);
	const unheard = UNHEARD[sound];
	const where = scope.kind === 'room' && view.place ? say.board.forRoom(view.place) : view.place;
	return (
		<header class="head">
			<Kawung />
			<div class="whose">
				<h1>
					<span class="name">{hall.name}</span>
					{hall.demo && <span class="example">{say.common.example}</span>}
				</h1>
				{(unheard || isMissing || where) && (
					<p>
						{unheard && (
							<span class="silent">
								<VolumeX aria-hidden="true" /> {unheard}
							</span>
						)}
						{isMissing && (
							<span class="silent">
								<CircleAlert aria-hidden="true" /> {say.board.noSuchZone(zone)}
							</span>
						)}
						{where}
					</p>
				)}
			</div>
			<div class="when">
				<p>{time.date(dayOf(now, hall.timeZone))}</p>
				<p class="clock">{time.clockZone(now, hall.timeZone)}</p>
			</div>
		</header>
	);
}

/** Four petals around a cross, the oldest batik pattern of Java; a quiet ground for the head. */
const Kawung = () => (
	<svg class="kawung" aria-hidden="true" focusable="false">
		<pattern id="kawung" width="56" height="56" patternUnits="userSpaceOnUse">
			<g fill="none" stroke="currentColor" stroke-width="2">
				<ellipse cx="14" cy="14" rx="17" ry="8" transform="rotate(45 14 14)" />
				<ellipse cx="42" cy="42" rx="17" ry="8" transform="rotate(45 42 42)" />
				<ellipse cx="42" cy="14" rx="17" ry="8" transform="rotate(-45 42 14)" />
				<ellipse cx="14" cy="42" rx="17" ry="8" transform="rotate(-45 14 42)" />
			</g>
			<circle cx="28" cy="28" r="2.5" fill="currentColor" />
			<circle cx="0" cy="0" r="2.5" fill="currentColor" />
		</pattern>
		<rect width="100%" height="100%" fill="url(#kawung)" />
	</svg>
);
