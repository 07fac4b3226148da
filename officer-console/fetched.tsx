// The questions of the desk, fetched when the first of them is asked: the screen itself is there sooner.

import { useEffect, useState } from 'preact/hooks';
import type { Hand, World } from './hand.ts';
import type { Questions } from './questions.tsx';

export function FetchedQuestions({ world, hand }: { world: World; hand: Hand }) {
	const [Fetched, setFetched] = useState<typeof Questions | null>(null);
	const asked = hand.question.value !== null;
	useEffect(() => {
		if (!asked || Fetched) return;
		import('./questions.tsx').then(
			(part) => setFetched(() => part.Questions),
			(fault: unknown) => {
				hand.refuse({ code: 'offline' });
				reportError(fault);
			},
		);
	}, [asked]);
	return Fetched && <Fetched world={world} hand={hand} />;
}
