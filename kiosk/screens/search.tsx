// Finding a service by a part of its name, or of its agency's, with the keys on the glass or a real keyboard.

import { useEffect, useId, useMemo } from 'preact/hooks';
import { search } from '../../shared/search.ts';
import { Keyboard } from '../parts/keyboard.tsx';
import { Question } from '../parts/question.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { ServiceCard } from '../parts/service-card.tsx';
import type { Scene } from '../scene.ts';

export function Search({ scene, typed }: { readonly scene: Scene; readonly typed: string }) {
	const { say, go, catalogue } = scene;
	const fieldId = useId();
	const words = say.kiosk.search;
	const found = useMemo(
		() =>
			search(typed, [...catalogue.offers.values()], ({ service, agency }) => [
				service.name,
				`${agency.shortName} ${agency.name}`,
				service.product,
			]),
		[typed, catalogue],
	);

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
					value={typed}
					onInput={(event) => go({ kind: 'typed', typed: event.currentTarget.value })}
				/>
				<p class="hint" role="status">
					{typed.trim() === '' ? words.hint : found.length === 0 ? words.none : words.found(found.length)}
				</p>
			</div>
			<Scroller say={say} key={typed}>
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
