// The slip, drawn large: whatever the printer does, the number on this page is the visitor's.

import type { ReadonlySignal } from '@preact/signals';
import { CircleAlert, CircleCheck, type LucideIcon, Printer } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Taken } from '../../shared/contract.ts';
import type { SlipState, SlipStatus, VisitView, ZoneFacts } from '../../shared/views.ts';
import type { Presence } from '../idle.ts';
import { Question } from '../parts/question.tsx';
import { Scroller } from '../parts/scroller.tsx';
import type { Scene } from '../scene.ts';
import type { Say } from '../words.ts';

export interface ResultProps {
	readonly scene: Scene;
	readonly taken: Taken;
	readonly slip: SlipStatus;
	readonly presence: ReadonlySignal<Presence>;
	readonly zones: readonly ZoneFacts[];
}
type Place = VisitView['places'][number];

export function Result({ scene, taken, slip, presence, zones }: ResultProps) {
	const { say, go } = scene;
	const words = say.kiosk.result;
	const [first, ...others] = taken.visit.places;
	return (
		<main class="screen result">
			<Scroller say={say}>
				<article class="slip">
					{first && (
						<p class="slip-service">
							<strong>{first.service}</strong>
							<span>{first.agency.name}</span>
						</p>
					)}
					<Question>
						<span class="yours">{words.yours}</span>{' '}
						<strong class={taken.number.length > 6 ? 'number long' : 'number'} data-testid="ticket-number">
							{taken.number}
						</strong>
					</Question>
					<div class="slip-body">
						{first && (
							<Directions say={say} place={first} zone={zones.find((it) => it.number === first.agency.zone) ?? null} />
						)}
						<TicketQr say={say} token={taken.token} />
					</div>
					{others.length > 0 && (
						<div class="also">
							<h2>{words.also}</h2>
							<ul>
								{others.map((place) => (
									<li key={`${place.agency.id} ${place.service}`}>
										<strong>{place.service}</strong>, {place.agency.shortName}, {say.kiosk.counters(place.counters)}
									</li>
								))}
							</ul>
						</div>
					)}
				</article>
			</Scroller>
			<div class="actions">
				<SlipNews say={say} slip={slip} demo={scene.hall.demo} />
				<button type="button" class="action primary" onClick={() => go({ kind: 'left' })}>
					{words.done}
				</button>
				<Leaving say={say} presence={presence} />
			</div>
		</main>
	);
}

/** Drawn by the hall. Where it cannot be had nothing is said of it: the number is what the visitor came for. */
function TicketQr({ say, token }: { readonly say: Say; readonly token: string }) {
	const [missing, setMissing] = useState(false);
	if (missing) return null;
	const { qr, follow } = say.kiosk.result;
	return (
		<figure class="slip-qr">
			<img src={`/t/${token}/qr.svg`} alt={qr} onError={() => setMissing(true)} />
			<figcaption class="small">{follow}</figcaption>
		</figure>
	);
}

function Directions({
	say,
	place,
	zone,
}: {
	readonly say: Say;
	readonly place: Place;
	readonly zone: ZoneFacts | null;
}) {
	const words = say.kiosk.result;
	return (
		<dl class="directions">
			<div>
				<dt>{words.where}</dt>
				<dd>
					<strong>{place.counters.length > 0 ? say.kiosk.counters(place.counters) : place.agency.shortName}</strong>
					{zone && <span class="small">{zone.name}</span>}
				</dd>
			</div>
			{place.ahead !== null && (
				<div>
					<dt>{words.ahead}</dt>
					<dd>
						<strong>{say.common.ahead(place.ahead)}</strong>
					</dd>
				</div>
			)}
			<div>
				<dt>{words.wait}</dt>
				<dd>{place.wait ? <strong>{say.common.wait(place.wait)}</strong> : words.noWait}</dd>
			</div>
		</dl>
	);
}

const SLIP_ICONS: Readonly<Record<SlipState, LucideIcon>> = {
	queued: Printer,
	printing: Printer,
	printed: CircleCheck,
	unconfirmed: Printer,
	failed: CircleAlert,
};

/** What has become of the paper, and what to do. Failed: brick and an icon; the number holds all the same. */
function SlipNews({ say, slip, demo }: { readonly say: Say; readonly slip: SlipStatus; readonly demo: boolean }) {
	const { slips, slipFaults } = say.common;
	const Icon = SLIP_ICONS[slip.state];
	const failed = slip.state === 'failed';
	return (
		<p class={failed ? 'news failed' : 'news'} role={failed ? 'alert' : 'status'}>
			<Icon />
			<span>
				{failed && slip.fault ? slipFaults[slip.fault] : slips[slip.state]}. {say.kiosk.result.afterSlip[slip.state]}
				{demo && slip.state === 'printed' && ` ${say.kiosk.result.demoSlip}`}
			</span>
		</p>
	);
}

function Leaving({ say, presence }: { readonly say: Say; readonly presence: ReadonlySignal<Presence> }) {
	const now = presence.value;
	return <p class="leaving">{now.kind === 'leaving' ? say.kiosk.result.closesIn(now.secondsLeft) : ' '}</p>;
}
