// The line of this desk in the order in which it will be called, then who was set aside and who did not come.

import { Accessibility, DoorOpen, MapPin, PrinterX, Waypoints } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Instant } from '../shared/id.ts';
import type { LineItem } from '../shared/views.ts';
import { type RowDeed, whyNotRow } from './actions.ts';
import type { Hand, World } from './hand.ts';
import { reasonText, words } from './words.ts';

const LABELS: Readonly<Record<RowDeed, { readonly name: (number: string) => string; readonly short: string }>> = {
	call: { name: words.console.line.call, short: words.console.line.callShort },
	serve: { name: words.console.line.serve, short: words.console.line.serveShort },
	rejoin: { name: words.console.line.rejoin, short: words.console.line.rejoinShort },
	close: { name: words.console.line.close, short: words.console.line.closeShort },
};
const PARKED_DEEDS: readonly RowDeed[] = ['serve', 'call', 'rejoin'];
const MISSED_DEEDS: readonly RowDeed[] = ['call', 'rejoin', 'close'];

export function LinePanel({ world, hand }: { world: World; hand: Hand }) {
	const { view, at } = world;
	const { common, console: say } = words;
	const longest = Math.min(...view.line.map((item) => item.issuedAt));
	const prefixes = view.counter.queues.map((queue) => queue.prefix).join(', ');
	return (
		<section class="line">
			<header class="line-head">
				<h2>
					{say.line.heading} <span class="count number">{view.waiting}</span>
				</h2>
				<p class="quiet">
					{say.line.queues(prefixes)}
					{view.line.length > 0 && ` · ${say.line.longest(common.time.span(Math.max(0, at - longest)))}`}
				</p>
			</header>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, and the keyboard must be able to scroll it */}
			<ol class="waiting" tabIndex={0}>
				{view.line.map((item) => (
					<WaitingRow key={item.ticketId} item={item} at={at} />
				))}
				{view.waiting === 0 && <li class="quiet nothing">{say.line.empty}</li>}
				{view.waiting > view.line.length && (
					<li class="quiet nothing">{say.line.more(view.waiting - view.line.length)}</li>
				)}
			</ol>
			<Aside heading={say.line.parked} items={view.parked} deeds={PARKED_DEEDS} world={world} hand={hand} />
			<Aside heading={say.line.missed} items={view.missed} deeds={MISSED_DEEDS} world={world} hand={hand} />
		</section>
	);
}

function Marks({ item }: { item: LineItem }) {
	const { common, console: say } = words;
	return (
		<>
			{item.headStart === 'continuing' && (
				<span class="mark" title={common.headStarts.continuing}>
					<Waypoints size={15} aria-hidden="true" /> {say.line.continuing}
				</span>
			)}
			{item.headStart && item.headStart !== 'continuing' && (
				<span class="mark" title={common.headStarts[item.headStart]}>
					<Accessibility size={15} aria-hidden="true" /> {say.line.priority}
				</span>
			)}
			{item.elsewhere && (
				<span class="mark away">
					<MapPin size={15} aria-hidden="true" /> {say.line.elsewhere}
				</span>
			)}
			{item.waitsIn && (
				<span class="mark">
					<DoorOpen size={15} aria-hidden="true" /> {say.line.waitsIn(item.waitsIn)}
				</span>
			)}
			{item.slip?.state === 'failed' && (
				<span class="mark bad" title={item.slip.fault ? common.slipFaults[item.slip.fault] : common.slips.failed}>
					<PrinterX size={15} aria-hidden="true" /> {say.line.slipFailed}
				</span>
			)}
		</>
	);
}

const WaitingRow = ({ item, at }: { item: LineItem; at: Instant }) => (
	<li class={item.elsewhere ? 'row elsewhere' : 'row'}>
		<span class="row-number number">{item.number}</span>
		<span class="row-what">
			<span class="row-service" title={item.service.name}>
				{item.service.name}
			</span>
			<Marks item={item} />
		</span>
		<span class="row-time number">{words.common.time.span(Math.max(0, at - item.issuedAt))}</span>
	</li>
);

interface AsideProps {
	readonly heading: string;
	readonly items: readonly LineItem[];
	readonly deeds: readonly RowDeed[];
	readonly world: World;
	readonly hand: Hand;
}

function Aside({ heading, items, deeds, world, hand }: AsideProps) {
	const list = useRef<HTMLUListElement>(null);
	const notice = hand.notice.value;
	const chooses = notice?.reason.code === 'choose_parked' && deeds.includes('serve') ? notice.count : null;
	useEffect(() => {
		if (chooses !== null) list.current?.querySelector('button')?.focus();
	}, [chooses]);
	if (items.length === 0) return null;
	return (
		<div class="aside">
			<h2>
				{heading} <span class="count number">{items.length}</span>
			</h2>
			<ul ref={list} class={chooses === null ? '' : 'choosing'}>
				{items.map((item) => (
					<AsideRow key={item.ticketId} item={item} deeds={deeds} world={world} hand={hand} />
				))}
			</ul>
		</div>
	);
}

function AsideRow({ item, deeds, world, hand }: Omit<AsideProps, 'heading' | 'items'> & { readonly item: LineItem }) {
	const { common, console: say } = words;
	return (
		<li class="row aside-row">
			<span class="row-number number">{item.number}</span>
			<span class="row-what">
				<span class="row-service" title={item.service.name}>
					{item.parkReason ? common.parkReasons[item.parkReason] : item.service.name}
					{item.since !== null && ` · ${say.line.since(common.time.span(Math.max(0, world.at - item.since)))}`}
				</span>
				<Marks item={item} />
			</span>
			<span class="row-deeds">
				{deeds.map((deed) => (
					<RowButton key={deed} deed={deed} item={item} world={world} hand={hand} />
				))}
			</span>
		</li>
	);
}

interface RowButtonProps {
	readonly deed: RowDeed;
	readonly item: LineItem;
	readonly world: World;
	readonly hand: Hand;
}

function RowButton({ deed, item, world, hand }: RowButtonProps) {
	const no = whyNotRow(deed, item, world.view, world.link);
	const why = no ? reasonText(no) : null;
	const name = LABELS[deed].name(item.number);
	const id = `why-${deed}-${item.ticketId}`;
	return (
		<>
			<button
				type="button"
				class="row-act"
				aria-label={name}
				aria-disabled={no !== null}
				aria-busy={hand.pressed.value === `${deed} ${item.ticketId}`}
				aria-describedby={why ? id : undefined}
				title={why ?? name}
				onMouseDown={(event) => event.preventDefault()}
				onClick={() => hand.pressRow(deed, item, world)}
			>
				{LABELS[deed].short}
			</button>
			{why && (
				<span id={id} class="visually-hidden">
					{why}
				</span>
			)}
		</>
	);
}
