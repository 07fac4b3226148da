// Second thoughts about a number that was taken here: it is typed or scanned, then given up or changed. Fetched when somebody
// opens it.

import { Delete, RefreshCw, Ticket, Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Refusal } from '../../shared/refusal.ts';
import type { HeldNumber } from '../flow.ts';
import { Question } from '../parts/question.tsx';
import { useScanner } from '../scanner.ts';
import type { Scene } from '../scene.ts';

export function Regret({ scene, held }: { readonly scene: Scene; readonly held: HeldNumber | null }) {
	return held ? <Choose scene={scene} held={held} /> : <Find scene={scene} />;
}

type Asking =
	| { readonly at: 'rest' }
	| { readonly at: 'asking' }
	| { readonly at: 'refused'; readonly refusal: Refusal };
const REST: Asking = { at: 'rest' };

/** Said to the visitor, who stands here; the common sentences speak to staff. */
function whyNot({ say, hall }: Scene, refusal: Refusal): string {
	const words = say.kiosk.regret;
	if (refusal.code === 'unknown') return words.unknown;
	if (refusal.code === 'visit_busy' && refusal.counter !== null)
		return words.called(say.common.counter(refusal.counter, hall.desk));
	return say.common.refusal(refusal);
}

/** Why nothing comes of it now; a number can be given up only where the hall hears of it. */
function reasonNow(scene: Scene, asking: Asking): string | null {
	if (asking.at === 'refused') return whyNot(scene, asking.refusal);
	return scene.connected ? null : scene.say.kiosk.take.noConnection;
}

const DIGITS = [...'1234567890'];
/** Letters on the pad of a small glass at a time, and one key for the others; a large glass shows them all. */
const ON_SMALL_PAD = 11;
const MOST_AT_ONCE = 2 * ON_SMALL_PAD;
/** "AB-00012" */
const LONGEST = 8;

function Find({ scene }: { readonly scene: Scene }) {
	const { say, go, connected, catalogue, findHeld } = scene;
	const words = say.kiosk.regret;
	const [typed, type] = useState('');
	const [part, turn] = useState(0);
	const [asking, tell] = useState(REST);
	const busy = asking.at === 'asking' || !connected;
	// A number begins with one of the hall's own letters; then only digits follow.
	const prefixes = [...new Set([...catalogue.offers.values()].map((it) => it.queue.prefix))].sort();
	const parts = Array.from({ length: Math.ceil(prefixes.length / ON_SMALL_PAD) }, (_, at) =>
		prefixes.slice(at * ON_SMALL_PAD, (at + 1) * ON_SMALL_PAD),
	);
	const next = (part + 1) % parts.length;
	const keys = (all: readonly string[]) =>
		all.map((key) => (
			<button key={key} type="button" class="key" onClick={() => write(key)}>
				{key}
			</button>
		));
	const write = (text: string): void => {
		tell(REST);
		type(`${typed}${typed === '' ? `${text}-` : text}`.slice(0, LONGEST));
	};

	async function find(text: string): Promise<void> {
		if (busy) return;
		tell({ at: 'asking' });
		const reply = await findHeld({ held: text });
		tell(reply.ok ? REST : { at: 'refused', refusal: reply.refusal });
		if (reply.ok) go({ kind: 'opened', page: { at: 'regret', held: reply.value } });
	}
	useScanner((text) => void find(text));

	return (
		<main class="screen regret find">
			<div class="regret-say">
				<Question>{words.question}</Question>
				<p class="hint">{words.hint}</p>
				<p class="reason" role="alert">
					{reasonNow(scene, asking)}
				</p>
			</div>
			<output class="field number" aria-label={words.label}>
				{typed}
			</output>
			<fieldset class="pad" aria-label={say.kiosk.search.keyboard}>
				<div class={prefixes.length > MOST_AT_ONCE ? 'keys many' : 'keys'}>
					{typed === '' ? (
						<>
							{parts.map((letters, at) => (
								<div key={letters[0]} class={at === part ? 'half' : 'half away'}>
									{keys(letters)}
								</div>
							))}
							{parts.length > 1 && (
								<button type="button" class="key other-half" onClick={() => turn(next)}>
									{`${parts[next]?.at(0)}–${parts[next]?.at(-1)}`}
								</button>
							)}
						</>
					) : (
						<>
							{keys(DIGITS)}
							<button
								type="button"
								class="key"
								aria-label={say.kiosk.search.clear}
								onClick={() => {
									tell(REST);
									type('');
								}}
							>
								<Delete />
							</button>
						</>
					)}
				</div>
			</fieldset>
			<button
				type="button"
				class="action primary"
				aria-disabled={busy || !/\d/.test(typed)}
				aria-busy={asking.at === 'asking'}
				onClick={() => /\d/.test(typed) && void find(typed)}
			>
				{words.find}
			</button>
		</main>
	);
}

function Choose({ scene, held }: { readonly scene: Scene; readonly held: HeldNumber }) {
	const { say, go, connected, cancelTaken } = scene;
	const words = say.kiosk.regret;
	const [asking, tell] = useState(REST);
	const busy = asking.at === 'asking' || !connected;

	async function cancel(): Promise<void> {
		tell({ at: 'asking' });
		const reply = await cancelTaken({ visitId: held.visitId });
		tell(reply.ok ? REST : { at: 'refused', refusal: reply.refusal });
		if (reply.ok) go({ kind: 'cancelled', number: held.number });
	}
	return (
		<main class="screen regret ways">
			<div>
				<Question>{words.yours(held.number)}</Question>
				<p class="hint">{words.choice}</p>
			</div>
			<p class="reason" role="alert">
				{reasonNow(scene, asking)}
			</p>
			<div class="regret-ways">
				<button type="button" class="action main-choice" onClick={() => go({ kind: 'back' })}>
					<Ticket />
					{words.keep}
				</button>
				<button
					type="button"
					class="plain main-choice"
					aria-disabled={busy}
					onClick={() => !busy && go({ kind: 'changing', held })}
				>
					<RefreshCw />
					{words.change}
				</button>
				<button
					type="button"
					class="plain main-choice"
					aria-disabled={busy}
					aria-busy={asking.at === 'asking'}
					onClick={() => !busy && void cancel()}
				>
					<Trash2 />
					{asking.at === 'asking' ? words.cancelling : words.cancel}
				</button>
			</div>
		</main>
	);
}

export function Cancelled({ scene, number }: { readonly scene: Scene; readonly number: string }) {
	const { say, go } = scene;
	const words = say.kiosk.regret;
	return (
		<main class="screen regret ways">
			<div>
				<Question>{words.cancelled(number)}</Question>
				<p class="hint">{words.void}</p>
			</div>
			<div class="regret-ways">
				<button type="button" class="action main-choice" onClick={() => go({ kind: 'left' })}>
					{say.kiosk.result.done}
				</button>
				<button type="button" class="plain main-choice" onClick={() => go({ kind: 'opened', page: { at: 'home' } })}>
					<Ticket />
					{words.another}
				</button>
			</div>
		</main>
	);
}
