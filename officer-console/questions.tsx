// The questions a press may raise: why set aside, why the break, where to, which slip; and the list of keys. One at a
// time, on top.

import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { PARK_REASONS } from '../shared/ticket.ts';
import { ACTIONS } from './actions.ts';
import { keySign } from './buttons.tsx';
import { finishAndCall, park, pause, type Seen, start } from './deeds.ts';
import type { Hand, World } from './hand.ts';
import { KEYS } from './keys.ts';
import { ReprintQuestion } from './reprint.tsx';
import { TransferQuestion } from './transfer.tsx';
import { words } from './words.ts';

/** Long enough for a sentence, short enough for the board. */
const PAUSE_REASON_LENGTH = 60;

export function Questions({ world, hand }: { world: World; hand: Hand }) {
	const question = hand.question.value;
	switch (question?.about) {
		case undefined:
			return null;
		case 'next':
			return <NextQuestion ticket={question.ticket} hand={hand} />;
		case 'park':
			return <ParkQuestion ticket={question.ticket} hand={hand} />;
		case 'transfer':
			return <TransferQuestion ticket={question.ticket} world={world} hand={hand} />;
		case 'pause':
			return <PauseQuestion hand={hand} />;
		case 'reprint':
			return <ReprintQuestion number={question.number} world={world} hand={hand} />;
		case 'keys':
			return <KeyList hand={hand} />;
	}
}

interface ModalProps {
	readonly title: string;
	readonly hand: Hand;
	readonly wide?: boolean;
	readonly children: ComponentChildren;
}

export function Modal({ title, hand, wide, children }: ModalProps) {
	const dialog = useRef<HTMLDialogElement>(null);
	const id = useId();
	useEffect(() => dialog.current?.showModal(), []);
	return (
		<dialog ref={dialog} class={wide ? 'question wide' : 'question'} aria-labelledby={id} onClose={hand.dismiss}>
			<h2 id={id}>{title}</h2>
			{children}
		</dialog>
	);
}

export const Cancel = ({ hand }: { hand: Hand }) => (
	<button type="button" class="plain" onClick={hand.dismiss}>
		{words.console.dialogs.cancel}
	</button>
);

/** The harmless answer comes first: a second press of the same key takes the visitor in, and loses nobody. */
function NextQuestion({ ticket, hand }: { ticket: Seen; hand: Hand }) {
	const say = words.console.dialogs;
	return (
		<Modal title={say.next(ticket.number)} hand={hand}>
			<div class="choices">
				<button type="button" class="choice" onClick={() => hand.answer('start', start(ticket))}>
					{say.nextCame}
				</button>
				<button type="button" class="choice" onClick={() => hand.answer('callNext', finishAndCall(ticket, 'missed'))}>
					{say.nextMissed}
				</button>
			</div>
			<div class="ends">
				<Cancel hand={hand} />
			</div>
		</Modal>
	);
}

function ParkQuestion({ ticket, hand }: { ticket: Seen; hand: Hand }) {
	return (
		<Modal title={words.console.dialogs.park(ticket.number)} hand={hand}>
			<div class="choices">
				{PARK_REASONS.map((reason) => (
					<button type="button" class="choice" key={reason} onClick={() => hand.answer('park', park(ticket, reason))}>
						{words.common.parkReasons[reason]}
					</button>
				))}
			</div>
			<div class="ends">
				<Cancel hand={hand} />
			</div>
		</Modal>
	);
}

function PauseQuestion({ hand }: { hand: Hand }) {
	const say = words.console.dialogs;
	const [other, setOther] = useState('');
	const close = (reason: string): void => hand.answer('pause', pause({ reason }));
	return (
		<Modal title={say.pause} hand={hand}>
			<p class="quiet">{say.pauseHint}</p>
			<div class="choices">
				{Object.values(say.pauseReasons).map((reason) => (
					<button type="button" class="choice" key={reason} onClick={() => close(reason)}>
						{reason}
					</button>
				))}
			</div>
			<form
				class="other"
				onSubmit={(event) => {
					event.preventDefault();
					if (other.trim()) close(other.trim());
				}}
			>
				<label>
					{say.pauseOther}
					<input
						type="text"
						maxLength={PAUSE_REASON_LENGTH}
						value={other}
						onInput={(event) => setOther(event.currentTarget.value)}
					/>
				</label>
				<div class="ends">
					<Cancel hand={hand} />
					<button type="submit" class="primary" aria-disabled={other.trim() === ''}>
						{say.pauseSubmit}
					</button>
				</div>
			</form>
		</Modal>
	);
}

function KeyList({ hand }: { hand: Hand }) {
	const say = words.console;
	return (
		<Modal title={say.keys.heading} hand={hand} wide>
			<p class="quiet">{say.keys.note}</p>
			<dl class="keys">
				{ACTIONS.filter((action) => KEYS[action].keys.length > 0).map((action) => (
					<div key={action}>
						<dt>
							<kbd class="key">{keySign(action)}</kbd>
							{KEYS[action].padSign && (
								<kbd class="key" title={say.keys.keypad}>
									{KEYS[action].padSign}
								</kbd>
							)}
						</dt>
						<dd>
							<strong>{say.actions[action]}</strong>
							<span class="quiet">{say.meanings[action]}</span>
						</dd>
					</div>
				))}
			</dl>
			<div class="ends">
				<button type="button" class="plain" onClick={hand.dismiss}>
					{say.keys.close}
				</button>
			</div>
		</Modal>
	);
}
