// The hall's videos and pictures: adding, what is on its way, and the list in the order in which boards show it. No dragging
// is needed: every hand and every keyboard can do it.

import { CircleAlert, CircleCheck, Plus, Undo2 } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { MediaItem, MediaList } from '../../shared/media.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { MediaRow } from './media-row.tsx';
import { isUnderWay, type Upload } from './uploads.ts';
import { words } from './words.ts';

/** What came of the last press. */
export type MediaNews =
	| { readonly kind: 'refused'; readonly refusal: Refusal }
	| { readonly kind: 'moved'; readonly item: MediaItem; readonly place: number }
	| { readonly kind: 'removed' | 'restored'; readonly item: MediaItem };

export interface MediaDeeds {
	readonly add: (files: readonly File[]) => void;
	readonly cancel: (key: number) => void;
	readonly dismiss: () => void;
	/** How long a picture stands. */
	readonly stand: (item: MediaItem, seconds: number, position: number) => Promise<void>;
	readonly move: (item: MediaItem, position: number) => Promise<void>;
	readonly remove: (item: MediaItem) => Promise<void>;
	readonly restore: (item: MediaItem) => Promise<void>;
}

interface Props {
	readonly tabs: ComponentChildren;
	readonly list: MediaList;
	readonly shownOn: number | null;
	readonly uploads: readonly Upload[];
	readonly news: MediaNews | null;
	readonly deeds: MediaDeeds;
}

/** In the words of files where the fault is one of a file. */
const why = (refusal: Refusal): string =>
	refusal.code === 'media' ? words.media.faults[refusal.fault] : words.common.refusal(refusal);

export function MediaView({ tabs, list, shownOn, uploads, news, deeds }: Props) {
	const say = words.media;
	const { media: items, at, timeZone } = list;
	return (
		<>
			<div class="wall-head">
				<div>
					<h1>{say.heading}</h1>
					<p class="quiet">{say.lead}</p>
				</div>
				{tabs}
				<AddButton add={deeds.add} />
			</div>
			<p class="quiet">
				{say.addHint} {shownOn === 0 ? say.shownNowhere : shownOn !== null && say.shownOn(shownOn)}
			</p>
			<News news={news} restore={deeds.restore} />
			{uploads.length > 0 && <UploadList uploads={uploads} deeds={deeds} />}
			{items.length === 0 ? (
				<p class="empty quiet">{say.none}</p>
			) : (
				<ol class="media-list" aria-label={say.list}>
					{items.map((item, place) => (
						<MediaRow
							key={item.id}
							item={item}
							added={words.common.time.when(item.addedAt, at, timeZone)}
							place={place}
							last={place === items.length - 1}
							deeds={deeds}
						/>
					))}
				</ol>
			)}
		</>
	);
}

function AddButton({ add }: Pick<MediaDeeds, 'add'>) {
	const input = useRef<HTMLInputElement>(null);
	return (
		<div class="saving">
			<input
				ref={input}
				type="file"
				multiple
				hidden
				accept="video/mp4,video/webm,image/jpeg,image/png,image/webp"
				onChange={(event) => {
					const field = event.currentTarget;
					add([...(field.files ?? [])]);
					// The same file may be chosen again.
					field.value = '';
				}}
			/>
			<button type="button" class="primary" onClick={() => input.current?.click()}>
				<Plus size={18} aria-hidden="true" /> {words.media.add}
			</button>
		</div>
	);
}

function News({ news, restore }: Pick<Props, 'news'> & Pick<MediaDeeds, 'restore'>) {
	const say = words.media;
	return (
		<div class="media-news" role="status">
			{news?.kind === 'refused' && (
				<p class="fault">
					<CircleAlert size={18} aria-hidden="true" /> {why(news.refusal)}
				</p>
			)}
			{news?.kind === 'moved' && <p class="visually-hidden">{say.moved(news.item.name, news.place)}</p>}
			{news?.kind === 'restored' && <p class="news">{say.restored(news.item.name)}</p>}
			{news?.kind === 'removed' && (
				<p class="news">
					{say.removed(news.item.name)}{' '}
					<button type="button" class="row-act" onClick={() => void restore(news.item)}>
						<Undo2 size={18} aria-hidden="true" /> {say.restore}
					</button>
				</p>
			)}
		</div>
	);
}

function stateOf({ state }: Upload): string {
	const say = words.media;
	switch (state.kind) {
		case 'waiting':
			return say.waiting;
		case 'preparing':
			return say.preparing;
		case 'sending':
			return say.sent(state.percent);
		case 'done':
			return say.done;
		case 'cancelled':
			return say.cancelled;
		case 'refused':
			return why(state.refusal);
	}
}

function UploadList({ uploads, deeds }: Pick<Props, 'uploads' | 'deeds'>) {
	const say = words.media;
	return (
		<section class="panel stack uploads">
			<div class="preview-head">
				<h2>{say.uploads}</h2>
				{!uploads.some(isUnderWay) && (
					<button type="button" class="row-act" onClick={deeds.dismiss}>
						{say.dismiss}
					</button>
				)}
			</div>
			<ul>
				{uploads.map((it) => (
					<li key={it.key} class={it.state.kind === 'refused' ? 'upload bad' : 'upload'}>
						<span class="upload-name">
							{it.state.kind === 'done' && <CircleCheck size={18} aria-hidden="true" />}
							{it.state.kind === 'refused' && <CircleAlert size={18} aria-hidden="true" />} {it.name}
						</span>
						<span class="upload-state" role={it.state.kind === 'refused' ? 'alert' : undefined}>
							{stateOf(it)}
						</span>
						{it.state.kind === 'sending' && <progress max={100} value={it.state.percent} aria-label={it.name} />}
						{isUnderWay(it) && (
							<button
								type="button"
								class="row-act"
								aria-label={say.cancelOf(it.name)}
								onClick={() => deeds.cancel(it.key)}
							>
								{say.cancel}
							</button>
						)}
					</li>
				))}
			</ul>
		</section>
	);
}
