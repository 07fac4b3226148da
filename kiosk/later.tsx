// A page that few visitors open is fetched when one does, so that everyone else's kiosk is here sooner.

import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Scene } from './scene.ts';

interface InScene {
	readonly scene: Scene;
}
type Fetch<Props> = () => Promise<FunctionComponent<Props>>;

/** A whole page. */
export const later = <Props extends InScene>(fetch: Fetch<Props>): FunctionComponent<Props> =>
	fetched(fetch, ({ scene }) => (
		<main class="screen">
			<p role="status">{scene.say.kiosk.preparing}</p>
		</main>
	));

/** A part of one, which is not there until it is fetched. */
export const laterPart = <Props extends InScene>(fetch: Fetch<Props>): FunctionComponent<Props> =>
	fetched(fetch, () => null);

function fetched<Props extends InScene>(
	fetch: Fetch<Props>,
	Waiting: FunctionComponent<InScene>,
): FunctionComponent<Props> {
	let known: FunctionComponent<Props> | null = null;
	return (props) => {
		const [Page, show] = useState(() => known);
		useEffect(() => {
			if (Page) return;
			fetch().then((it) => {
				known = it;
				show(() => it);
			}, console.warn);
		}, []);
		return Page ? <Page {...props} /> : <Waiting scene={props.scene} />;
	};
}
