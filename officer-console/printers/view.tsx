// The printer wall: a card for each printer of the hall, the one that needs somebody first, and reprinting on top.

import './printers.css';
import { CircleAlert, Unplug } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { PrinterNow } from '../../shared/views.ts';
import { words } from '../manager/words.ts';
import { ReprintFields, useReprint } from '../reprint-fields.tsx';
import { Card } from './card.tsx';
import { type Deeds, type News, newsOf } from './deeds.ts';
import { byUrgency } from './urgency.ts';
import { lostSince, type Watched } from './watch.ts';

const ADD = 'npm run hall -- printer add --name "Kios 1" --way tcp://192.168.1.50:9100 --profile epson-tm-t82';

export function Wall({ watched, deeds }: { readonly watched: Watched; readonly deeds: Deeds }) {
	const say = words.printing.wall;
	const { wall, refusal } = watched;
	const lost = lostSince(watched);
	return (
		<main class="wall">
			<div class="wall-head">
				<h1>{say.heading}</h1>
				{wall && <Reprint printers={wall.printers.filter((it) => it.way !== 'browser')} deeds={deeds} />}
			</div>
			<div role="status">
				{wall && lost !== null && (
					<p class="fault">
						<Unplug size={18} aria-hidden="true" /> {say.lost(words.common.time.clockZone(lost, wall.timeZone))}
					</p>
				)}
			</div>
			<div class={lost === null ? 'cards' : 'cards old'}>
				{!wall && !refusal && <p class="quiet">{say.loading}</p>}
				{!wall && refusal && (
					<p class="fault" role="alert">
						<CircleAlert size={18} aria-hidden="true" /> {words.common.refusal(refusal)}
					</p>
				)}
				{wall && byUrgency(wall.printers).map((it) => <Card key={it.id} printer={it} wall={wall} deeds={deeds} />)}
				{wall && wall.printers.length === 0 && <Empty />}
			</div>
		</main>
	);
}

function Empty() {
	const say = words.printing.wall;
	return (
		<div class="empty">
			<h2>{say.emptyHeading}</h2>
			<p>{say.emptyText}</p>
			<a class="primary" href="/tray">
				{say.tray}
			</a>
			<p class="quiet">{say.add}</p>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, and the keyboard must be able to scroll it */}
			<pre tabIndex={0}>{ADD}</pre>
		</div>
	);
}

function Reprint({ printers, deeds }: { readonly printers: readonly PrinterNow[]; readonly deeds: Deeds }) {
	const say = words.printing.reprint;
	const { dialogs } = words.console;
	const draft = useReprint('', printers);
	const [busy, setBusy] = useState(false);
	const [news, setNews] = useState<News | null>(null);
	const send = async (): Promise<void> => {
		if (busy || !draft.ask) return;
		setBusy(true);
		setNews(null);
		const reply = await deeds.reprint(draft.ask);
		setBusy(false);
		if (reply.ok) draft.change('');
		setNews(
			newsOf(reply, (it) =>
				it.printer === null ? dialogs.reprintedTray(it.number) : dialogs.reprinted(it.number, it.printer),
			),
		);
	};
	return (
		<form
			class="reprint"
			aria-label={say.heading}
			onSubmit={(event) => {
				event.preventDefault();
				void send();
			}}
		>
			<ReprintFields draft={draft} printers={printers} />
			<button type="submit" class="plain" aria-disabled={!draft.ask || busy} aria-busy={busy}>
				{say.submit}
			</button>
			<p class={news?.good === false ? 'news bad' : 'news'} role="status">
				{news?.text}
			</p>
		</form>
	);
}
