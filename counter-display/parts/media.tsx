// The hall's videos and pictures beside the calls: one after another for ever, with one video element, quiet while the
// board speaks. What cannot be played is passed over; when nothing can, `instead` stands in its place.

import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Instant, SECOND } from '../../shared/id.ts';
import type { BoardMedia } from '../../shared/views.ts';
import { RAMP_MS, rampAt, STEP_MS, targetOf } from '../ducking.ts';
import { current, type Failures, following } from '../playlist.ts';

/** How the videos of a page live with its voice. */
export interface Stage {
	/** Told the moment the board begins to speak: not with the next drawing. */
	readonly speaking: ReadonlySignal<boolean>;
	/** This TV plays one file at a time: the video gives way to the voice altogether. */
	readonly givesWay: () => boolean;
}
/** Of a page without a voice. */
const SILENT: Stage = { speaking: signal(false), givesWay: () => false };

export interface MediaProps {
	readonly items: readonly BoardMedia[];
	/** 0 to 1; 0: silent. */
	readonly volume: number;
	readonly stage: Stage | null;
	readonly instead: ComponentChildren;
	readonly now: Instant;
}

/** What is played, and for the how manieth time: a list of one begins again too. */
interface Turn {
	readonly address: string | null;
	readonly count: number;
}

export function Media({ items, volume, stage, instead, now }: MediaProps) {
	const [turn, setTurn] = useState<Turn>({ address: null, count: 0 });
	const [failed, setFailed] = useState<Failures>(new Map());
	const item = current(items, turn.address, failed, now);
	const address = item?.address ?? null;
	const next = (): void =>
		setTurn(({ count }) => ({ address: following(items, address, failed, now)?.address ?? null, count: count + 1 }));
	const fail = (): void => {
		if (address !== null) setFailed((before) => new Map([...before, [address, now]]));
	};
	return (
		<div class="media">
			{item === null && instead}
			{item?.kind === 'picture' && <Picture key={`${address} ${turn.count}`} item={item} onEnd={next} onFail={fail} />}
			{items.some((it) => it.kind === 'video') && (
				<Video
					address={item?.kind === 'video' ? item.address : null}
					turn={turn.count}
					{...{ volume, stage: stage ?? SILENT, onEnd: next, onFail: fail }}
				/>
			)}
		</div>
	);
}

interface Ends {
	readonly onEnd: () => void;
	readonly onFail: () => void;
}

function Picture({ item, onEnd, onFail }: { readonly item: BoardMedia } & Ends) {
	const end = useLatest(onEnd);
	useEffect(() => {
		const timer = setTimeout(() => end.current(), item.seconds * SECOND);
		return () => clearTimeout(timer);
	}, [item.seconds]);
	return <img src={item.address} alt="" onError={onFail} />;
}

/** A video that has not gone on for this long will not: its file is broken, or the network to it. */
const STUCK_AFTER = 20 * SECOND;

interface VideoProps extends Ends {
	readonly volume: number;
	readonly stage: Stage;
	/** null: a picture has its turn, and the element lets go of its file. */
	readonly address: string | null;
	readonly turn: number;
}

function Video({ address, turn, volume, stage, onEnd, onFail }: VideoProps) {
	const video = useRef<HTMLVideoElement>(null);
	const loud = useLatest(volume);
	const fail = useLatest(onFail);

	useEffect(() => {
		const element = video.current;
		if (!element || address === null) return;
		const handle = plays(element, address, { ...stage, loud: () => loud.current, fail: () => fail.current() });
		return handle.end;
	}, [address, turn]);
	// The hour's volume, and a loudspeaker that has just been unlocked.
	useEffect(() => {
		if (video.current) setVolume(video.current, targetOf(volume, stage.speaking.peek()));
	}, [volume]);

	return (
		// biome-ignore lint/a11y/useMediaCaption: the hall's own film, which says nothing that a visitor needs
		<video
			ref={video}
			class={address === null ? 'unused' : ''}
			playsInline
			preload="auto"
			onEnded={onEnd}
			onError={onFail}
			tabIndex={-1}
		/>
	);
}

interface Playing extends Stage {
	readonly loud: () => number;
	readonly fail: () => void;
}

/** Plays one file, ducked or out of the way while the board speaks, until it is told to end. */
function plays(element: HTMLVideoElement, address: string, { loud, speaking, givesWay, fail }: Playing) {
	let ramp: ReturnType<typeof setInterval> | undefined;
	/** Where it was when it gave way; null while it plays. */
	let left: number | null = null;

	const start = (from: number): void => {
		element.src = address;
		if (from > 0) element.currentTime = from;
		void begin(element);
	};
	const glide = (to: number): void => {
		clearInterval(ramp);
		const from = element.volume;
		let elapsed = 0;
		ramp = setInterval(() => {
			elapsed += STEP_MS;
			setVolume(element, rampAt(from, to, elapsed));
			if (elapsed >= RAMP_MS) clearInterval(ramp);
		}, STEP_MS);
	};

	setVolume(element, targetOf(loud(), speaking.peek()));
	if (speaking.peek() && givesWay()) left = 0;
	else start(0);
	const stopListening = effect(() => {
		const speaks = speaking.value;
		if (speaks && givesWay()) {
			if (left !== null) return;
			left = element.currentTime;
			unload(element);
		} else if (left !== null) {
			const from = left;
			left = null;
			start(from);
		}
		if (loud() > 0) glide(targetOf(loud(), speaks));
	});

	let seen = -1;
	const watch = setInterval(() => {
		if (left !== null) return;
		if (element.currentTime === seen && !element.ended) fail();
		seen = element.currentTime;
	}, STUCK_AFTER);

	return {
		end: () => {
			stopListening();
			clearInterval(ramp);
			clearInterval(watch);
			unload(element);
		},
	};
}

/** With sound where this browser lets it, else without: a silent film is better than a black box. */
async function begin(element: HTMLVideoElement): Promise<void> {
	try {
		await element.play();
	} catch (why) {
		// Another file has taken its place, or it broke: the element says so itself.
		if (!(why instanceof DOMException) || why.name !== 'NotAllowedError' || element.muted) return;
		element.muted = true;
		await begin(element);
	}
}

/** An element that only turns silent still holds the sound of some TVs, so it is muted as well. */
function setVolume(element: HTMLVideoElement, volume: number): void {
	element.volume = volume;
	element.muted = volume === 0;
}

/** Lets go of the file and its decoder, of which an old TV has one. */
function unload(element: HTMLVideoElement): void {
	element.pause();
	element.removeAttribute('src');
	element.load();
}

/** What the last drawing was given, for what happens between two. */
function useLatest<T>(value: T): { readonly current: T } {
	const ref = useRef(value);
	ref.current = value;
	return ref;
}
