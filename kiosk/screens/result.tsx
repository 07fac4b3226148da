// The slip, drawn large: whatever the printer does, the number on this page is the visitor's. Where the paper did not come
// out the number is larger still, for a photograph, and buttons ask for it once more, here or at the next printer.

import type { ReadonlySignal } from '@preact/signals';
import { CircleAlert, CircleCheck, type LucideIcon, Printer, RefreshCw } from 'lucide-preact';
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Taken } from '../../shared/contract.ts';
import type { KioskView, SlipNow, VisitView, ZoneFacts } from '../../shared/views.ts';
import type { Where } from '../again.ts';
import type { Presence } from '../idle.ts';
import { hopeOf, type Paper, paperOf, pressingHelps } from '../paper.ts';
import { isOverfull, useLess } from '../parts/less.ts';
import { Question } from '../parts/question.tsx';
import { Scroller } from '../parts/scroller.tsx';
import type { RoomsProps } from '../rooms.tsx';
import type { Scene } from '../scene.ts';
import type { Say } from '../words.ts';
import './result.css';

export interface ResultProps {
	readonly scene: Scene;
	readonly taken: Taken;
	readonly sentTo: string | null;
	/** The number that this one took the place of. */
	readonly instead: string | undefined;
	readonly slip: SlipNow;
	readonly presence: ReadonlySignal<Presence>;
	readonly zones: readonly ZoneFacts[];
	readonly rooms: KioskView['rooms'];
}
type Place = VisitView['places'][number];

/** On a glass too small for all of it, in this order: the number, the place to go to and the way out are always whole. */
const LEFT_OUT = ['small-qr', 'one-line', 'no-qr', 'brief', 'closer', 'smaller', 'only-number', 'only-place'] as const;
const isCut = (main: HTMLElement): boolean =>
	isOverfull(main) || [...main.querySelectorAll('.scroll-list, .actions')].some(isOverfull);

export function Result({ scene, taken, sentTo, instead, slip, presence, zones, rooms }: ResultProps) {
	const { say, go, hall } = scene;
	const words = say.kiosk.result;
	const [first, ...others] = taken.visit.places;
	const missing = paperOf(slip) === 'missing';
	const { frame, less } = useLess(LEFT_OUT.length, isCut);
	const how = ['screen result', ...(missing ? ['no-paper'] : []), ...LEFT_OUT.slice(0, less)];
	return (
		<main class={how.join(' ')} ref={frame}>
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
						<strong class="number" style={{ '--letters': taken.number.length }} data-testid="ticket-number">
							{taken.number}
						</strong>
					</Question>
					{taken.priority && (
						<p class="slip-mark">{say.kiosk.priority.chosen(say.common.headStarts[taken.priority])}</p>
					)}
					{instead && <p class="slip-mark">{say.kiosk.regret.replaced(instead)}</p>}
					<div class="slip-body">
						{first && (
							<Directions
								scene={scene}
								place={first}
								zone={zones.find((it) => it.number === first.agency.zone) ?? null}
							/>
						)}
						<TicketQr say={say} token={taken.token} />
					</div>
					{others.length > 0 && (
						<div class="also">
							<h2>{words.also}</h2>
							<ul>
								{others.map((place) => (
									<li key={`${place.agency.id} ${place.service}`}>
										<strong>{place.service}</strong>, {place.agency.shortName},{' '}
										{say.kiosk.counters(place.counters, hall.desk)}
									</li>
								))}
							</ul>
						</div>
					)}
				</article>
			</Scroller>
			<div class="actions">
				{rooms.length > 0 && <LaterRooms scene={scene} visitId={taken.visitId} rooms={rooms} />}
				<SlipNews scene={scene} slip={slip} sentTo={sentTo} />
				<PrintAgain scene={scene} slip={slip} />
				<button
					type="button"
					class="plain main-choice"
					onClick={() =>
						go({
							kind: 'opened',
							page: { at: 'regret', held: taken },
						})
					}
				>
					<RefreshCw />
					{say.kiosk.regret.open}
				</button>
				<button
					type="button"
					class={wayToPaper(slip) === null ? 'action primary' : 'plain primary'}
					onClick={() => go({ kind: 'left' })}
				>
					{words.done}
				</button>
				<Leaving say={say} presence={presence} />
			</div>
		</main>
	);
}

/** The number is there at once; where its visitor waits can be asked a moment later, or not at all. */
function LaterRooms(props: RoomsProps) {
	const [Rooms, setRooms] = useState<FunctionComponent<RoomsProps> | null>(null);
	useEffect(() => {
		import('../rooms.tsx').then((it) => setRooms(() => it.Rooms), console.warn);
	}, []);
	return Rooms && <Rooms {...props} />;
}

/** Drawn by the hall. Where it cannot be had nothing is said of it: the number is what the visitor came for. */
function TicketQr({ say, token }: { readonly say: Say; readonly token: string }) {
	const [missing, setMissing] = useState(false);
	/** Drawing it takes as long as the number itself, which therefore comes first. */
	const [numberStands, setNumberStands] = useState(false);
	useEffect(() => setNumberStands(true), []);
	if (missing) return null;
	const { qr, follow } = say.kiosk.result;
	return (
		<figure class="slip-qr">
			{numberStands ? (
				<img src={`/t/${token}/qr.svg`} alt={qr} onError={() => setMissing(true)} />
			) : (
				<svg viewBox="0 0 1 1" style={{ display: 'block', width: '100%' }} aria-hidden="true" />
			)}
			<figcaption class="small">{follow}</figcaption>
		</figure>
	);
}

function Directions({
	scene: { say, hall },
	place,
	zone,
}: {
	readonly scene: Scene;
	readonly place: Place;
	readonly zone: ZoneFacts | null;
}) {
	const words = say.kiosk.result;
	return (
		<dl class="directions">
			<div>
				<dt>{words.where}</dt>
				<dd>
					<strong>
						{place.counters.length > 0 ? say.kiosk.counters(place.counters, hall.desk) : place.agency.shortName}
					</strong>
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

const ICONS: Readonly<Record<Paper, LucideIcon>> = {
	coming: Printer,
	out: CircleCheck,
	unsure: Printer,
	missing: CircleAlert,
};

interface PaperProps {
	readonly scene: Scene;
	readonly slip: SlipNow;
	/** The other printer that the visitor chose. */
	readonly sentTo: string | null;
}

/** Which button is worth pressing for a missing slip; null: none, the visitor goes on without it. */
function wayToPaper(slip: SlipNow): 'here' | 'elsewhere' | null {
	if (paperOf(slip) !== 'missing') return null;
	if (slip.elsewhere) return 'elsewhere';
	return pressingHelps(slip.fault) ? 'here' : null;
}

/** What has become of the paper, and what to do. Missing: brick and an icon; what ails the printer is for the staff to see. */
function SlipNews({ scene, slip, sentTo }: PaperProps) {
	const paper = paperOf(slip);
	const Icon = ICONS[paper];
	const missing = paper === 'missing';
	return (
		<p class={missing ? 'news failed' : 'news'} role={missing ? 'alert' : 'status'}>
			<Icon />
			<span>{newsOf(scene, slip, sentTo).join(' ')}</span>
		</p>
	);
}

function newsOf({ say, hall }: Scene, slip: SlipNow, sentTo: string | null): readonly string[] {
	const { slips } = say.common;
	const { afterSlip, comesOutAt, collect, noSlip, demoSlip } = say.kiosk.result;
	const { state, fault } = slip;
	switch (paperOf(slip)) {
		case 'missing': {
			const where = sentTo === null ? '' : `${sentTo}: `;
			return [`${where}${noSlip[hopeOf(fault)]}`, afterSlip.failed];
		}
		case 'coming':
		case 'out':
			if (sentTo !== null) return [comesOutAt(sentTo), collect];
			return [
				`${slips[state]}.`,
				afterSlip[state],
				hall.demo && state === 'printed' && slip.printer === null ? demoSlip : '',
			];
		case 'unsure':
			return [`${slips[state]}.`, afterSlip[state]];
	}
}

/** Once more, here or at the next printer that is ready. Busy from the press until the hall has shown what became of it. */
function PrintAgain({ scene, slip }: Omit<PaperProps, 'sentTo'>) {
	const state = scene.again.state.value;
	const paper = paperOf(slip);
	const way = wayToPaper(slip);
	if (paper === 'out' || (paper === 'coming' && state.at !== 'asking')) return null;
	return (
		<>
			<p class="reason" role="alert">
				{state.at === 'refused' && scene.say.common.refusal(state.refusal)}
			</p>
			<Once scene={scene} slip={slip} where={null} strong={way === 'here'} />
			{slip.elsewhere && <Once scene={scene} slip={slip} where={slip.elsewhere} strong={way === 'elsewhere'} />}
		</>
	);
}

interface OnceProps extends Omit<PaperProps, 'sentTo'> {
	readonly where: Where;
	readonly strong: boolean;
}

function Once({ scene, slip, where, strong }: OnceProps) {
	const { say, again, connected } = scene;
	const words = say.kiosk.result;
	const state = again.state.value;
	const busy = state.at === 'asking';
	const pressed = busy && state.where?.id === where?.id;
	const name = where ? words.againAt(where.name) : words.again;
	return (
		<button
			type="button"
			class={strong ? 'action main-choice' : 'plain main-choice'}
			aria-disabled={busy || !connected}
			aria-busy={pressed}
			onClick={() => connected && again.press(slip.visitId, where)}
		>
			<Printer />
			{pressed ? words.sending : name}
		</button>
	);
}

function Leaving({ say, presence }: { readonly say: Say; readonly presence: ReadonlySignal<Presence> }) {
	const now = presence.value;
	return <p class="leaving">{now.kind === 'leaving' ? say.kiosk.result.closesIn(now.secondsLeft) : ' '}</p>;
}
