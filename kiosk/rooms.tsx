// "Saya menunggu di": where this visitor waits, so that the screen of that room shows and speaks the call too. Fetched only
// where the hall has such rooms; changed as often as wanted while the number is on the glass.

import { Check } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { RoomId, VisitId } from '../shared/id.ts';
import type { Refusal } from '../shared/refusal.ts';
import type { KioskView } from '../shared/views.ts';
import { rooms as inEnglish } from '../shared/words/en/rooms.ts';
import { rooms as inIndonesian } from '../shared/words/id/rooms.ts';
import type { Scene } from './scene.ts';

export interface RoomsProps {
	readonly scene: Scene;
	readonly visitId: VisitId;
	readonly rooms: KioskView['rooms'];
}

interface Choice {
	/** As the hall has it; null: the hall itself. */
	readonly room: RoomId | null;
	/** Pressed, and not answered yet. */
	readonly asked: { readonly room: RoomId | null } | null;
	readonly refusal: Refusal | null;
}

export function Rooms({ scene, visitId, rooms }: RoomsProps) {
	const { say, connected, waitIn } = scene;
	const words = say.later('rooms', inIndonesian, inEnglish);
	const [{ room: here, asked, refusal }, choose] = useState<Choice>({ room: null, asked: null, refusal: null });
	const busy = asked !== null || !connected;

	async function press(room: RoomId | null): Promise<void> {
		choose({ room: here, asked: { room }, refusal: null });
		const reply = await waitIn({ visitId, room });
		choose(reply.ok ? { room, asked: null, refusal: null } : { room: here, asked: null, refusal: reply.refusal });
	}

	const name = rooms.find((it) => it.id === here)?.name;
	return (
		<fieldset class="rooms" aria-label={words.question}>
			<p class={refusal ? 'reason' : undefined} role="status">
				{refusal ? say.common.refusal(refusal) : name ? words.chosen(name) : words.question}
			</p>
			{[{ id: null, name: words.hall }, ...rooms].map(({ id, name: door }) => (
				<button
					key={id}
					type="button"
					class={id === here ? 'plain chosen' : 'plain'}
					aria-pressed={id === here}
					aria-busy={asked?.room === id}
					aria-disabled={busy}
					onClick={() => {
						if (!busy && id !== here) void press(id);
					}}
				>
					{id === here && <Check />}
					{door}
				</button>
			))}
		</fieldset>
	);
}
