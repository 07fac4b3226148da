// The videos' and pictures' part: reads the list, carries out what is done with it at once, and remembers what was taken away
// last, to bring it back.

import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Reply } from '../../shared/contract.ts';
import type { MediaList } from '../../shared/media.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { boardWall, changeMedia, media, restoreMedia, retireMedia } from './api.ts';
import { type MediaNews, MediaView } from './media-view.tsx';
import { NotYet } from './not-yet.tsx';
import { prepare, send } from './send.ts';
import { openUploads } from './uploads.ts';
import { words } from './words.ts';

/** Goes on behind the other pages; each arrival has the list read anew where it is looked at. */
const arrivals = signal(0);
const uploads = openUploads({
	prepare,
	send,
	arrived: () => {
		arrivals.value += 1;
	},
});

interface Loaded {
	readonly list: MediaList;
	/** On how many boards they are shown; null: it could not be learnt. */
	readonly shownOn: number | null;
}

export function MediaPage({ tabs }: { readonly tabs: ComponentChildren }) {
	const [loaded, setLoaded] = useState<Loaded | Refusal | null>(null);
	const [news, setNews] = useState<MediaNews | null>(null);
	const load = async (): Promise<void> => {
		const [list, wall] = await Promise.all([media(), boardWall()]);
		const shownOn = wall.ok ? wall.value.boards.filter((it) => it.layout.side === 'media').length : null;
		setLoaded(list.ok ? { list: list.value, shownOn } : list.refusal);
	};
	const arrived = arrivals.value;
	useEffect(() => {
		void load();
	}, [arrived]);
	if (loaded === null || 'code' in loaded) {
		return (
			<>
				<div class="wall-head">
					<h1>{words.media.heading}</h1>
					{tabs}
				</div>
				<NotYet say={words.media} refusal={loaded} again={() => void load()} />
			</>
		);
	}
	/** What was done is seen at once, or why it was not done. */
	const done = async (asked: Promise<Reply<unknown>>, after: MediaNews | null): Promise<void> => {
		const reply = await asked;
		if (reply.ok) await load();
		setNews(reply.ok ? after : { kind: 'refused', refusal: reply.refusal });
	};
	return (
		<MediaView
			tabs={tabs}
			list={loaded.list}
			shownOn={loaded.shownOn}
			uploads={uploads.list.value}
			news={news}
			deeds={{
				add: uploads.add,
				cancel: uploads.cancel,
				dismiss: uploads.dismiss,
				stand: (item, seconds, position) => done(changeMedia(item.id, { seconds, position }), null),
				move: (item, position) =>
					done(changeMedia(item.id, { seconds: item.seconds, position }), { kind: 'moved', item, place: position + 1 }),
				remove: (item) => done(retireMedia(item.id), { kind: 'removed', item }),
				restore: (item) => done(restoreMedia(item.id), { kind: 'restored', item }),
			}}
		/>
	);
}
