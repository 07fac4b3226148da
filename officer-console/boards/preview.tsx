// The very page that the TV shows, in a frame of the TV's own size, drawn smaller: live, silent, and laid out as it is edited.

import { ExternalLink } from 'lucide-preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BoardLayout } from '../../shared/board.ts';
import { BOARD_SHAPES, type BoardShape } from '../../shared/legible.ts';
import { words } from './words.ts';

/** Dots of the TV. */
const SIZE: Readonly<Record<BoardShape, { readonly width: number; readonly height: number }>> = {
	landscape: { width: 1920, height: 1080 },
	portrait: { width: 1080, height: 1920 },
};
/** After the last touch: a number that is being typed is not worth a page for each of its digits. */
const CHANGES_AFTER = 300;
/** From a page that is loaded to one that has drawn what the hall showed it. */
const DRAWN_AFTER = 500;

interface Props {
	readonly layout: BoardLayout;
	readonly shape: BoardShape;
	readonly setShape: (shape: BoardShape) => void;
}

/** Size and distance are the manager's own notes: a board that is measured is not drawn otherwise. */
const addressOf = (layout: BoardLayout): string => {
	const look: BoardLayout = { ...layout, speaks: false, diagonalInch: null, farthestM: null };
	return `/display/?look=${encodeURIComponent(JSON.stringify(look))}`;
};

export function Preview({ layout, shape, setShape }: Props) {
	const say = words.preview;
	const address = addressOf(layout);
	return (
		<section class="panel board-preview" aria-label={say.heading}>
			<div class="preview-head">
				<h2>{say.heading}</h2>
				<fieldset class="presets">
					<legend class="visually-hidden">{say.shape}</legend>
					{BOARD_SHAPES.map((it) => (
						<button type="button" key={it} aria-pressed={it === shape} onClick={() => setShape(it)}>
							{say[it]}
						</button>
					))}
				</fieldset>
			</div>
			<Glass key={shape} address={address} shape={shape} />
			<p class="quiet small">{say.hint}</p>
			<a class="plain" href={address} target="_blank" rel="noopener">
				<ExternalLink size={18} aria-hidden="true" /> {say.open}
			</a>
		</section>
	);
}

/** The page of the layout before stays until the next one is drawn. */
function Glass({ address, shape }: { readonly address: string; readonly shape: BoardShape }) {
	const box = useRef<HTMLDivElement>(null);
	const [scale, setScale] = useState(0);
	const [drawn, setDrawn] = useState(address);
	const [next, setNext] = useState<string | null>(null);
	const { width, height } = SIZE[shape];
	useLayoutEffect(() => {
		const element = box.current;
		if (!element) return;
		const measure = (): void => setScale(element.clientWidth / width);
		measure();
		const watch = new ResizeObserver(measure);
		watch.observe(element);
		return () => watch.disconnect();
	}, []);
	useEffect(() => {
		const timer = setTimeout(() => setNext(address === drawn ? null : address), CHANGES_AFTER);
		return () => clearTimeout(timer);
	}, [address, drawn]);
	const wanted = useRef(next);
	wanted.current = next;
	const loaded = (page: string): void => {
		setTimeout(() => {
			// Edited on meanwhile: a later page is on its way.
			if (wanted.current !== page) return;
			setDrawn(page);
			setNext(null);
		}, DRAWN_AFTER);
	};
	const pages = next === null ? [drawn] : [drawn, next];
	return (
		<div
			class={`glass ${shape}`}
			ref={box}
			role="img"
			aria-label={words.preview.title}
			style={{ height: `${scale * height}px` }}
		>
			<div inert>
				{pages.map((page) => (
					<iframe
						key={page}
						src={page}
						title={words.preview.title}
						tabIndex={-1}
						class={page === drawn ? '' : 'next'}
						width={width}
						height={height}
						style={{ transform: `scale(${scale})` }}
						onLoad={() => loaded(page)}
					/>
				))}
			</div>
		</div>
	);
}
