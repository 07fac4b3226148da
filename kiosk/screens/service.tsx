// What a service asks for and gives, in the six public parts of its standard (UU 25/2009 art. 21), how long its line is,
// and the button that takes the number.

import { ListPlus } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Offer } from '../catalogue.ts';
import { canAdd, orderOf } from '../flow.ts';
import { ClosedNotice } from '../parts/closed-notice.tsx';
import { Question } from '../parts/question.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { TakeButtons } from '../parts/take-buttons.tsx';
import type { Scene } from '../scene.ts';

export function Service({ scene, offer }: { readonly scene: Scene; readonly offer: Offer }) {
	const { say, flow, go, catalogue } = scene;
	const { service, agency, queue } = offer;
	const order = orderOf(flow).flatMap((id) => catalogue.offers.get(id) ?? []);
	const others = order.filter((it) => it.service.id !== service.id).map((it) => it.service.name);
	const inBasket = flow.basket.includes(service.id);
	const addable = canAdd(flow, service.id) && queue.availability.open;
	return (
		<main class="screen service">
			<div>
				<p class="above">
					<strong>{agency.shortName}</strong> {agency.name !== agency.shortName && agency.name}
				</p>
				<Question>{service.name}</Question>
			</div>
			<Scroller say={say}>
				<Line scene={scene} offer={offer} />
				<Standard scene={scene} offer={offer} />
			</Scroller>
			<div class="actions">
				{others.length > 0 && <p class="small">{say.kiosk.take.together(others.join(' · '))}</p>}
				<TakeButtons scene={scene} order={order} />
				<button
					type="button"
					class="plain main-choice"
					aria-disabled={!addable}
					onClick={() => addable && go({ kind: 'added', serviceId: service.id })}
				>
					<ListPlus />
					{inBasket ? say.kiosk.basket.added : say.kiosk.basket.add}
				</button>
			</div>
		</main>
	);
}

/** How the line of this service stands now, and where it is. */
function Line({ scene, offer }: { readonly scene: Scene; readonly offer: Offer }) {
	const { say } = scene;
	const { queue, zone } = offer;
	const { availability } = queue;
	const words = say.kiosk.service;
	return (
		<>
			{!availability.open && <ClosedNotice scene={scene} closed={availability} />}
			<dl class="facts">
				{availability.open && (
					<>
						<Fact name={words.waiting}>
							<strong>{say.kiosk.waiting(queue.waiting)}</strong>
							{queue.quotaLeft !== null && <span class="small">{words.quota(queue.quotaLeft)}</span>}
						</Fact>
						<Fact name={words.wait}>{queue.wait ? <strong>{say.common.wait(queue.wait)}</strong> : words.noWait}</Fact>
					</>
				)}
				<Fact name={words.where}>
					<strong>{queue.counters.length > 0 && say.kiosk.counters(queue.counters)}</strong>
					{zone && <span class="small">{zone.name}</span>}
				</Fact>
			</dl>
		</>
	);
}

function Standard({ scene, offer }: { readonly scene: Scene; readonly offer: Offer }) {
	const { say, hall } = scene;
	const { service } = offer;
	const words = say.kiosk.service;
	const { completion } = service;
	return (
		<dl class="standard">
			<div class="requirements">
				<dt>{words.requirements}</dt>
				<dd>
					{service.requirements.length === 0 && words.noRequirements}
					<ul>
						{service.requirements.map((it) => (
							<li key={it}>{it}</li>
						))}
					</ul>
				</dd>
			</div>
			<Fact name={words.fee}>{service.fee.text}</Fact>
			<Fact name={words.counterTime}>{words.counterMinutes(service.counterMinutes)}</Fact>
			<Fact name={words.completion}>
				{completion
					? words.completionIn(completion.value, say.common.completionUnits[completion.unit])
					: words.completionAtOnce}
			</Fact>
			<Fact name={words.product}>{service.product}</Fact>
			{hall.complaintLine !== '' && <Fact name={words.complaints}>{hall.complaintLine}</Fact>}
		</dl>
	);
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</div>
	);
}
