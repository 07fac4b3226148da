// Finding a service by what people call it, with the keys on the glass or a real keyboard.

import { useEffect, useId, useMemo } from 'preact/hooks';
import { finder } from '../find.ts';
import { Keyboard } from '../parts/keyboard.tsx';
import { Question } from '../parts/question.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { ServiceCard } from '../parts/service-card.tsx';
import type { Scene } from '../scene.ts';

export function Search({ scene, typed }: { readonly scene: Scene; readonly typed: string }) {
	const { say, go, catalogue } = scene;
	const fieldId = useId();
	const words = say.kiosk.search;
	// Made anew when the hall is set up otherwise, not with every number that is taken while somebody types.
	const find = useMemo(() => finder([...catalogue.offers.values()]), [catalogue.services]);
	const known = useMemo(() => find(typed), [typed, find]);
	const found = known.flatMap((it) => catalogue.offers.get(it.service.id) ?? []);

	// A real keyboard types into the field wherever the focus is; keys that press buttons or edit the field stay theirs.
	useEffect(() => {
		const onKey = (event: KeyboardEvent): void => {
			if (event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLInputElement) return;
			if (event.key === 'Backspace') go({ kind: 'erased' });
			else if (/^[\p{L}\p{N}-]$/u.test(event.key)) go({ kind: 'wrote', text: event.key });
			else if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) go({ kind: 'wrote', text: ' ' });
			else return;
			event.preventDefault();
		};
		addEventListener('keydown', onKey);
		return () => removeEventListener('keydown', onKey);
	}, [go]);

	return (
		<main class="screen search">
			<div class="search-top">
				<Question>{words.question}</Question>
				<label class="visually-hidden" for={fieldId}>
					{words.label}
				</label>
				<input
					id={fieldId}
					class="field"
					type="text"
					inputMode="none"
					autocomplete="off"
					spellcheck={false}
					placeholder={words.label}
					value={typed}
					onInput={(event) => go({ kind: 'typed', typed: event.currentTarget.value })}
				/>
				<p class="hint" role="status">
					{typed.trim() === '' ? words.hint : found.length === 0 ? words.none : words.found(found.length)}
				</p>
			</div>
			<Scroller say={say} key={typed}>
				{found.length === 0 && <Occasions scene={scene} />}
				<ul class="cards">
					{found.map((offer) => (
						<li key={offer.service.id}>
							<ServiceCard scene={scene} offer={offer} small={`${offer.agency.shortName} · ${offer.agency.name}`} />
						</li>
					))}
				</ul>
			</Scroller>
			<Keyboard say={say} typed={typed} go={go} />
		</main>
	);
}

/** While nothing is found: what it may be about, for who cannot name it. */
function Occasions({ scene }: { readonly scene: Scene }) {
	const { say, guides, go } = scene;
	if (guides.length === 0) return null;
	return (
		<section class="occasions">
			<h2>{say.kiosk.guides.inSearch}</h2>
			<ul>
				{guides.map(({ name }) => (
					<li key={name}>
						<button type="button" class="plain" onClick={() => go({ kind: 'opened', page: { at: 'guide', name } })}>
							{name}
						</button>
					</li>
				))}
			</ul>
		</section>
	);
}
