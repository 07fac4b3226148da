// Every agency: the number it called last and how many wait, with a filter for those in a hurry.

import { useState } from 'preact/hooks';
import type { AgencyId } from '../../shared/id.ts';
import { search } from '../../shared/search.ts';
import type { PartProps } from './phone.tsx';

export function Agencies({ say, view }: PartProps) {
	const words = say.phone.agencies;
	const [typed, type] = useState('');
	const found = typed.trim() === '' ? view.agencies : search(typed, view.agencies, (it) => [it.shortName, it.name]);
	/** Nobody is at any of its desks: that nobody waits there either is no news. */
	const isClosed = (agency: AgencyId): boolean =>
		view.counters.every((it) => it.agencyId !== agency || it.state === 'closed');
	if (view.agencies.length === 0) return null;
	return (
		<section class="agencies" aria-labelledby="agencies">
			<h2 id="agencies">{words.heading}</h2>
			<label class="field">
				{words.search}
				<input type="search" autocomplete="off" value={typed} onInput={(event) => type(event.currentTarget.value)} />
			</label>
			<p role="status" class="quiet">
				{found.length === 0 && words.none}
			</p>
			<ul>
				{found.map((it) => (
					<li key={it.id}>
						<p class="agency-name">
							<strong>{it.shortName}</strong>
							<span class="quiet">{it.name}</span>
						</p>
						<p class="agency-now">
							<span class="visually-hidden">{words.current}: </span>
							<strong class={it.current ? 'number' : 'quiet'}>{it.current ?? words.noCurrent}</strong>
							{it.currentState && <span class="quiet">{say.common.states[it.currentState]}</span>}
							{(it.waiting > 0 || !isClosed(it.id)) && <span class="quiet">{words.waiting(it.waiting)}</span>}
							{isClosed(it.id) && <span class="quiet">{words.allClosed(view.hall.desk)}</span>}
						</p>
					</li>
				))}
			</ul>
		</section>
	);
}
