// One video or picture of the list: what it looks like, how long it stands, its place, and taking it away.

import { ArrowDown, ArrowUp, CircleAlert, Trash2 } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { type MediaItem, SECONDS } from '../../shared/media.ts';
import type { MediaDeeds } from './media-view.tsx';
import { words } from './words.ts';

interface Props {
	readonly item: MediaItem;
	/** When, in words. */
	readonly added: string;
	/** From 0. */
	readonly place: number;
	readonly last: boolean;
	readonly deeds: MediaDeeds;
}

export function MediaRow({ item, added, place, last, deeds }: Props) {
	const say = words.media;
	const { name, kind, bytes, addedBy } = item;
	/** The pressed button keeps the focus, although its row has moved. */
	const move = async (button: HTMLButtonElement, by: -1 | 1): Promise<void> => {
		await deeds.move(item, place + by);
		button.focus();
	};
	return (
		<li class="panel media-row">
			<Thumbnail item={item} />
			<div class="media-about">
				<strong>{name}</strong>
				<span class="quiet small">{say.about(say.kinds[kind], bytes, addedBy, added)}</span>
			</div>
			{kind === 'picture' ? <Seconds item={item} place={place} stand={deeds.stand} /> : <span />}
			<button
				type="button"
				class="row-act"
				aria-label={say.up(name)}
				aria-disabled={place === 0}
				onClick={(event) => place > 0 && void move(event.currentTarget, -1)}
			>
				<ArrowUp size={18} aria-hidden="true" />
			</button>
			<button
				type="button"
				class="row-act"
				aria-label={say.down(name)}
				aria-disabled={last}
				onClick={(event) => !last && void move(event.currentTarget, 1)}
			>
				<ArrowDown size={18} aria-hidden="true" />
			</button>
			<button type="button" class="row-act" aria-label={say.removeOf(name)} onClick={() => void deeds.remove(item)}>
				<Trash2 size={18} aria-hidden="true" /> {say.remove}
			</button>
		</li>
	);
}

/** Of a video its first picture; one that this browser cannot play says so. */
function Thumbnail({ item }: Pick<Props, 'item'>) {
	const [broken, setBroken] = useState(false);
	if (broken)
		return (
			<p class="thumbnail bad small">
				<CircleAlert size={18} aria-hidden="true" /> {words.media.unplayable}
			</p>
		);
	if (item.kind === 'picture')
		return <img class="thumbnail" src={item.address} alt="" loading="lazy" onError={() => setBroken(true)} />;
	return <video class="thumbnail" src={item.address} muted preload="metadata" onError={() => setBroken(true)} />;
}

/** Saved when the field is left, or with Enter. */
function Seconds({ item, place, stand }: Pick<Props, 'item' | 'place'> & Pick<MediaDeeds, 'stand'>) {
	const say = words.media;
	const [typed, setTyped] = useState(String(item.seconds));
	useEffect(() => setTyped(String(item.seconds)), [item.seconds]);
	const seconds = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
	const fine = seconds >= SECONDS.least && seconds <= SECONDS.most;
	return (
		<div class="field seconds">
			<input
				type="text"
				inputMode="numeric"
				autocomplete="off"
				aria-label={say.secondsOf(item.name)}
				aria-invalid={!fine}
				value={typed}
				onInput={(event) => setTyped(event.currentTarget.value)}
				onChange={() => {
					if (fine && seconds !== item.seconds) void stand(item, seconds, place);
				}}
			/>
			<span class={fine ? 'quiet small' : 'small bad'}>{fine ? say.seconds : say.secondsWrong}</span>
		</div>
	);
}
