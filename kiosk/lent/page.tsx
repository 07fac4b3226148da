// A number that was given without the server: huge, because it is photographed; where to go, and that it holds. Where the
// kiosk's own browser prints, a plain slip of it goes to the paper.

import type { ReadonlySignal } from '@preact/signals';
import { CircleAlert } from 'lucide-preact';
import { render } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Offer } from '../catalogue.ts';
import type { Presence } from '../idle.ts';
import { Question } from '../parts/question.tsx';
import { Scroller } from '../parts/scroller.tsx';
import type { Scene } from '../scene.ts';
import type { Given } from './core.ts';
import type { LentDesk } from './desk.ts';
import { qrPicture } from './qr.ts';

export interface LentPageProps {
	readonly scene: Scene;
	readonly desk: Pick<LentDesk, 'kept' | 'toPaper'>;
	readonly given: Given;
	readonly presence: ReadonlySignal<Presence>;
}

export function LentPage({ scene, desk, given, presence }: LentPageProps) {
	const { say, go, catalogue } = scene;
	const { result, lent } = say.kiosk;
	const { pages } = desk.kept.peek().book;
	const offers = given.services.flatMap((id) => catalogue.offers.get(id) ?? []);
	const picture = useMemo(() => qrPicture(pages + given.token), [pages, given.token]);
	useEffect(() => {
		if (!desk.toPaper(given)) return;
		// Beside the page on the glass, which the paper does not show (lent.css).
		const paper = document.createElement('div');
		paper.className = 'lent-slip';
		paper.ariaHidden = 'true';
		document.body.append(paper);
		render(<Slip scene={scene} given={given} offers={offers} picture={picture} />, paper);
		const onGlass = (): void => {
			if (paper.isConnected) print();
		};
		// A picture that is not drawn yet is a hole on the paper.
		paper.querySelector('img')?.decode().then(onGlass, onGlass);
		return () => paper.remove();
	}, []);
	const [first, ...others] = offers;
	const leaving = presence.value;
	return (
		<main class="screen result no-paper">
			<Scroller say={say}>
				<article class="slip">
					{first && (
						<p class="slip-service">
							<strong>{first.service.name}</strong>
							<span>{first.agency.name}</span>
						</p>
					)}
					<Question>
						<span class="yours">{result.yours}</span>{' '}
						<strong class="number" style={{ '--letters': given.number.length }} data-testid="ticket-number">
							{given.number}
						</strong>
					</Question>
					{given.priority && (
						<p class="slip-mark">{say.kiosk.priority.chosen(say.common.headStarts[given.priority])}</p>
					)}
					<div class="slip-body">
						{first && (
							<dl class="directions">
								<div>
									<dt>{result.where}</dt>
									<dd>
										<strong>{whereTo(scene, first)}</strong>
										{first.zone && <span class="small">{first.zone.name}</span>}
									</dd>
								</div>
							</dl>
						)}
						<figure class="slip-qr">
							<img src={picture} alt={result.qr} />
							<figcaption class="small">{lent.later}</figcaption>
						</figure>
					</div>
					{others.length > 0 && (
						<div class="also">
							<h2>{result.also}</h2>
							<ul>
								{others.map((offer) => (
									<li key={offer.service.id}>
										<strong>{offer.service.name}</strong>, {whereTo(scene, offer)}
									</li>
								))}
							</ul>
						</div>
					)}
				</article>
			</Scroller>
			<div class="actions">
				<p class="news failed" role="status">
					<CircleAlert />
					<span>
						{lent.holds} {given.printed ? lent.paper : lent.photo}
					</span>
				</p>
				<button type="button" class="action primary" onClick={() => go({ kind: 'left' })}>
					{result.done}
				</button>
				<p class="leaving">{leaving.kind === 'leaving' ? result.closesIn(leaving.secondsLeft) : ' '}</p>
			</div>
		</main>
	);
}

const whereTo = ({ say, hall }: Scene, { queue, agency }: Offer): string =>
	queue.counters.length > 0 ? say.kiosk.counters(queue.counters, hall.desk) : agency.shortName;

interface SlipProps {
	readonly scene: Scene;
	readonly given: Given;
	readonly offers: readonly Offer[];
	readonly picture: string;
}

/** On paper only (lent.css). */
function Slip({ scene, given, offers, picture }: SlipProps) {
	const { say, hall } = scene;
	const { time } = say.common;
	return (
		<>
			<p>{hall.name}</p>
			<p class="lent-number">{given.number}</p>
			{given.priority && <p>{say.kiosk.priority.chosen(say.common.headStarts[given.priority])}</p>}
			{offers.map((offer) => (
				<p key={offer.service.id}>
					<strong>{offer.service.name}</strong>
					<br />
					{offer.agency.shortName}, {whereTo(scene, offer)}
				</p>
			))}
			<img src={picture} alt="" />
			<p>{say.kiosk.lent.later}</p>
			<p>
				{time.date(given.day)} {time.clock(given.pressed.at, hall.timeZone)}
			</p>
		</>
	);
}
