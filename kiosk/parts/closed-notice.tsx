// Why no number is given now, and when the next one will be: in a word, a sentence and an icon, never by colour alone.

import { Lock } from 'lucide-preact';
import type { Closed } from '../catalogue.ts';
import { closedSentences, type Scene } from '../scene.ts';

export function ClosedNotice({ scene, closed }: { readonly scene: Scene; readonly closed: Closed }) {
	return (
		<p class="notice">
			<Lock />
			<span>
				<strong>{scene.say.kiosk.closed}.</strong> {closedSentences(scene, closed).join('. ')}
			</span>
		</p>
	);
}
