// A list that may be longer than the panel: it moves under the finger, and by two large buttons for whoever does not
// know that glass can be pushed. The buttons are there only while there is something to move.

import { ArrowDown, ArrowUp } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Say } from '../words.ts';

interface Room {
	readonly long: boolean;
	readonly up: boolean;
	readonly down: boolean;
}
const SHORT: Room = { long: false, up: false, down: false };
/** A push moves most of a page, so that the last card seen is still there. */
const PUSH = 0.8;

export function Scroller({ say, children }: { readonly say: Say; readonly children: ComponentChildren }) {
	const frame = useRef<HTMLDivElement>(null);
	const list = useRef<HTMLDivElement>(null);
	const content = useRef<HTMLDivElement>(null);
	const [room, setRoom] = useState(SHORT);

	useEffect(() => {
		const [outer, port, inner] = [frame.current, list.current, content.current];
		if (!outer || !port || !inner) return;
		const measure = (): void => {
			const long = inner.scrollHeight > outer.clientHeight + 1;
			const up = long && port.scrollTop > 1;
			const down = long && port.scrollTop + port.clientHeight < port.scrollHeight - 1;
			setRoom((was) => (was.long === long && was.up === up && was.down === down ? was : { long, up, down }));
		};
		const observer = new ResizeObserver(measure);
		for (const part of [outer, port, inner]) observer.observe(part);
		port.addEventListener('scroll', measure, { passive: true });
		return () => {
			observer.disconnect();
			port.removeEventListener('scroll', measure);
		};
	}, []);

	const push = (direction: 1 | -1) => (): void => {
		const port = list.current;
		port?.scrollBy({ top: direction * PUSH * port.clientHeight, behavior: 'smooth' });
	};

	return (
		<div class="scroller" ref={frame}>
			<div class="scroll-list" ref={list}>
				<div ref={content}>{children}</div>
			</div>
			{room.long && (
				<div class="scroll-buttons">
					<button type="button" class="plain" disabled={!room.up} onClick={push(-1)}>
						<ArrowUp />
						{say.kiosk.scroll.up}
					</button>
					<button type="button" class="plain" disabled={!room.down} onClick={push(1)}>
						<ArrowDown />
						{say.kiosk.scroll.down}
					</button>
				</div>
			)}
		</div>
	);
}
