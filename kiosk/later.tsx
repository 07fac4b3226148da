// A part that is not there from the start: fetched ahead where it can be (ahead.ts), so that everyone's kiosk is here sooner;
// until it has come its place says so.

import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Scene } from './scene.ts';

export interface Part<Module> {
	readonly fetch: () => Promise<void>;
	/** null until it is fetched. */
	readonly here: () => Module | null;
}

export function part<Module>(load: () => Promise<Module>): Part<Module> {
	let here: Module | null = null;
	return {
		fetch: async () => {
			here = await load();
		},
		here: () => here,
	};
}

interface InScene {
	readonly scene: Scene;
}
/** Which component of the part it is. */
type PickFrom<Module, Props> = (module: Module) => FunctionComponent<Props>;

/** A whole page. */
export const later = <Module, Props extends InScene>(
	of: Part<Module>,
	pick: PickFrom<Module, Props>,
): FunctionComponent<Props> =>
	fetched(of, pick, ({ scene }) => (
		<main class="screen">
			<p role="status">{scene.say.kiosk.preparing}</p>
		</main>
	));

/** A piece of one, which is not there until it is fetched. */
export const laterPiece = <Module, Props extends InScene>(
	of: Part<Module>,
	pick: PickFrom<Module, Props>,
): FunctionComponent<Props> => fetched(of, pick, () => null);

function fetched<Module, Props extends InScene>(
	{ fetch, here }: Part<Module>,
	pick: PickFrom<Module, Props>,
	Waiting: FunctionComponent<InScene>,
): FunctionComponent<Props> {
	return (props) => {
		const [, come] = useState(false);
		const module = here();
		useEffect(() => {
			if (!here()) fetch().then(() => come(true), console.warn);
		}, []);
		if (!module) return <Waiting scene={props.scene} />;
		const Page = pick(module);
		return <Page {...props} />;
	};
}
