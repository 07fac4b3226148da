// Where a visitor is sent on to, and why: any service of any agency, with the same number.

import { useState } from 'preact/hooks';
import type { TransferAsk } from '../shared/contract.ts';
import type { ServiceId } from '../shared/id.ts';
import type { ConsoleView } from '../shared/views.ts';
import { whyNotTo } from './actions.ts';
import { type Seen, transfer } from './deeds.ts';
import type { Hand, World } from './hand.ts';
import { Cancel, Modal } from './questions.tsx';
import { reasonText, words } from './words.ts';

type Service = ConsoleView['services'][number];
const REASONS: readonly TransferAsk['as'][] = ['next_step', 'wrong_desk'];

/** Every word of the search is somewhere in the name of the service or its agency. */
function fits(service: Service, search: string): boolean {
	const name = `${service.name} ${service.agency}`.toLowerCase();
	return search
		.toLowerCase()
		.split(/\s+/)
		.every((word) => name.includes(word));
}

export function TransferQuestion({ ticket, world, hand }: { ticket: Seen; world: World; hand: Hand }) {
	const say = words.console.dialogs;
	const [search, setSearch] = useState('');
	const [picked, setPicked] = useState<ServiceId | null>(null);
	const [as, setAs] = useState<TransferAsk['as']>('next_step');
	const shown = world.view.services.filter((service) => fits(service, search));
	const [only, ...others] = shown.filter((service) => !whyNotTo(world.view, service));
	// What is picked but filtered away is not sent: the officer must see what goes out.
	const target = shown.find((service) => service.id === picked)?.id ?? (others.length === 0 ? only?.id : undefined);
	return (
		<Modal title={say.transfer(ticket.number)} hand={hand} wide>
			<form
				class="transfer"
				onSubmit={(event) => {
					event.preventDefault();
					if (target) hand.answer('transfer', transfer(ticket, target, as));
				}}
			>
				<input
					type="search"
					aria-label={say.transferSearch}
					placeholder={say.transferSearch}
					value={search}
					onInput={(event) => setSearch(event.currentTarget.value)}
				/>
				<div class="targets">
					{shown.map((service) => (
						<Target
							key={service.id}
							service={service}
							world={world}
							checked={service.id === target}
							pick={() => setPicked(service.id)}
						/>
					))}
					{shown.length === 0 && <p class="quiet nothing">{say.transferNone}</p>}
				</div>
				<fieldset class="how">
					<legend class="visually-hidden">{say.transferHow}</legend>
					{REASONS.map((reason) => (
						<label key={reason}>
							<input type="radio" name="as" checked={as === reason} onChange={() => setAs(reason)} />
							{say[reason]}
						</label>
					))}
				</fieldset>
				<div class="ends">
					{!target && <p class="quiet">{say.transferPick}</p>}
					<Cancel hand={hand} />
					<button type="submit" class="primary" aria-disabled={!target}>
						{say.transferSubmit}
					</button>
				</div>
			</form>
		</Modal>
	);
}

interface TargetProps {
	readonly service: Service;
	readonly world: World;
	readonly checked: boolean;
	readonly pick: () => void;
}

function Target({ service, world, checked, pick }: TargetProps) {
	const no = whyNotTo(world.view, service);
	const { availability } = service;
	const note = no
		? reasonText(no)
		: availability.open
			? null
			: words.common.closed[availability.reason](availability.note);
	return (
		<label class={no ? 'target resting' : 'target'}>
			<input type="radio" name="target" checked={checked} disabled={no !== null} onChange={pick} />
			<span class="target-name">{service.name}</span>
			<span class="quiet">{service.agency}</span>
			{note && <span class="target-note">{note}</span>}
		</label>
	);
}
