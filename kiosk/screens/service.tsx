// What a service asks for and gives, in the six public parts of its standard (UU 25/2009 art. 21), how long its line is,
// and the button that takes the number. What to bring is open; the other parts are behind large buttons, one at a time.

import { ListPlus, Printer } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Refusal } from '../../shared/refusal.ts';
import type { Offer } from '../catalogue.ts';
import { canAdd, orderOf } from '../flow.ts';
import { ClosedNotice } from '../parts/closed-notice.tsx';
import { Question } from '../parts/question.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { TakeButtons } from '../parts/take-buttons.tsx';
import type { Scene } from '../scene.ts';
import './service.css';

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
	const { say, hall } = scene;
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
					<strong>{queue.counters.length > 0 && say.kiosk.counters(queue.counters, hall.desk)}</strong>
					{zone && <span class="small">{zone.name}</span>}
				</Fact>
			</dl>
		</>
	);
}

type Part = 'requirements' | 'procedure' | 'costs' | 'gives';
const PARTS: readonly Part[] = ['requirements', 'procedure', 'costs', 'gives'];

function Standard({ scene, offer }: { readonly scene: Scene; readonly offer: Offer }) {
	const words = scene.say.kiosk.service;
	const [open, show] = useState<Part>('requirements');
	// A hall that has not written its steps down shows none.
	const parts = PARTS.filter((it) => it !== 'procedure' || offer.service.procedure.length > 0);
	return (
		<>
			<div class="parts">
				{parts.map((part) => (
					<button
						key={part}
						type="button"
						class={part === open ? 'plain chosen' : 'plain'}
						aria-pressed={part === open}
						onClick={() => show(part)}
					>
						{words[part]}
					</button>
				))}
			</div>
			<section class="part" aria-label={words[open]}>
				<PartOfStandard scene={scene} offer={offer} part={open} />
			</section>
		</>
	);
}

function PartOfStandard({ scene, offer, part }: { readonly scene: Scene; readonly offer: Offer; readonly part: Part }) {
	const { say, hall } = scene;
	const { service } = offer;
	const { completion } = service;
	const words = say.kiosk.service;
	switch (part) {
		case 'requirements':
			return <Requirements scene={scene} offer={offer} />;
		case 'procedure':
			return (
				<ol class="steps">
					{service.procedure.map((step) => (
						<li key={step}>{step}</li>
					))}
				</ol>
			);
		case 'costs':
			return (
				<dl class="standard">
					<Fact name={words.fee}>{service.fee.text}</Fact>
					<Fact name={words.counterTime}>{words.counterMinutes(service.counterMinutes)}</Fact>
					<Fact name={words.completion}>
						{completion
							? words.completionIn(completion.value, say.common.completionUnits[completion.unit])
							: words.completionAtOnce}
					</Fact>
				</dl>
			);
		case 'gives': {
			const complaint = service.complaint ?? hall.complaintLine;
			return (
				<dl class="standard">
					<Fact name={words.product}>{service.product}</Fact>
					{complaint !== '' && <Fact name={words.complaints}>{complaint}</Fact>}
				</dl>
			);
		}
	}
}

function Requirements({ scene, offer }: { readonly scene: Scene; readonly offer: Offer }) {
	const { service } = offer;
	const words = scene.say.kiosk.service;
	return (
		<div class="needs">
			<div>
				{service.requirements.length === 0 && <p>{words.noRequirements}</p>}
				<ul class="requirements">
					{service.requirements.map((it) => (
						<li key={it}>{it}</li>
					))}
				</ul>
				<OnPaper scene={scene} offer={offer} />
			</div>
			{service.online !== null && (
				<figure class="online">
					<figcaption>
						<strong>{words.online}</strong>
						<span class="small">{words.onlineHint}</span>
					</figcaption>
					<img src={`/services/${service.id}/qr.svg`} alt={words.onlineQr(service.online)} />
					<p class="small">{service.online.replace(/^https?:\/\//, '')}</p>
				</figure>
			)}
		</div>
	);
}

type Sheet =
	| { readonly at: 'rest' }
	| { readonly at: 'asking' }
	| { readonly at: 'sent'; readonly printer: string | null }
	| { readonly at: 'refused'; readonly refusal: Refusal };

/** What to bring, to take home: no number is taken for it. */
function OnPaper({ scene, offer }: { readonly scene: Scene; readonly offer: Offer }) {
	const { say, connected, printRequirements } = scene;
	const words = say.kiosk.service;
	const [sheet, tell] = useState<Sheet>({ at: 'rest' });
	const busy = sheet.at === 'asking' || !connected;
	async function print(): Promise<void> {
		tell({ at: 'asking' });
		const reply = await printRequirements(offer.service.id);
		tell(reply.ok ? { at: 'sent', printer: reply.value.printer } : { at: 'refused', refusal: reply.refusal });
	}
	return (
		<>
			<button
				type="button"
				class="plain"
				aria-disabled={busy}
				aria-busy={sheet.at === 'asking'}
				onClick={() => !busy && void print()}
			>
				<Printer />
				{sheet.at === 'asking' ? words.printing : words.print}
			</button>
			<p class={sheet.at === 'refused' ? 'reason' : 'hint'} role="status">
				{sheet.at === 'refused' && say.common.refusal(sheet.refusal)}
				{sheet.at === 'sent' && (sheet.printer === null ? words.printed : words.printedAt(sheet.printer))}
			</p>
		</>
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
