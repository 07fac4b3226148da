// The kiosk as a whole: how the line to the hall stands decides whether there is anything to show; what is shown, is drawn.

import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { type Instant, SECOND } from '../shared/id.ts';
import type { Flow } from './flow.ts';
import type { Hall } from './hall.ts';
import { Pages } from './pages.tsx';
import { StillThere } from './parts/still-there.tsx';
import { TakeDialog } from './parts/take-dialog.tsx';
import { Away, Preparing, Unpaired } from './screens/notice.tsx';
import { useSlip } from './slip.ts';
import { useSpeech } from './speech.ts';
import { useKeys, useVisitor } from './visitor.ts';

export interface AppProps {
	readonly hall: Hall;
	/** The hall's time. */
	readonly now: ReadonlySignal<Instant>;
	readonly from: Flow;
}

/** By then the visitor is told what to do. */
const AWAY_AFTER = 8 * SECOND;

export function App({ hall, now, from }: AppProps) {
	const visitor = useVisitor(hall, from);
	const { flow, go, taking, presence, tick, touched } = visitor;
	const { say, regional } = useSpeech(hall, flow, go);
	useSlip(hall, visitor);
	useKeys(visitor);

	const cutAt = useSignal<number | null>(null);
	/** The server has been away for so long that somebody stands there and wonders. */
	const away = useComputed(() => cutAt.value !== null && tick.value - cutAt.value >= AWAY_AFTER);
	useSignalEffect(() => {
		cutAt.value = hall.link.value === 'live' ? null : (cutAt.peek() ?? performance.now());
	});
	useSignalEffect(() => {
		const { classList } = document.documentElement;
		classList.toggle('large', flow.value.large);
		classList.toggle('contrast', flow.value.contrast);
	});

	const { value: words } = say;
	const link = hall.link.value;
	const shown = hall.shown.value;
	if (link === 'unknown_device' || link === 'not_signed_in') return <Unpaired say={words} />;
	if (link === 'wrong_protocol') return <Preparing text={words.kiosk.updating} />;
	if (shown === null && away.value)
		return (
			<div class="kiosk">
				<header class="head" />
				<Away say={words} />
			</div>
		);
	if (shown === null) return <Preparing text={link === 'busy' ? words.kiosk.full : words.kiosk.preparing} />;
	return (
		<div class={flow.value.low ? 'kiosk low' : 'kiosk'}>
			<Pages
				say={words}
				regional={regional.value}
				hall={hall}
				now={now}
				shown={shown}
				flow={flow.value}
				visitor={visitor}
				away={away}
			/>
			<TakeDialog say={words} taking={taking} />
			<StillThere say={words} presence={presence} onStay={touched} />
		</div>
	);
}
