// "Ikuti nomor saya": the number of the one who holds this phone, how it stands, and its call over the whole page.

import { BellRing, CircleAlert, CircleCheck, Clock, type LucideIcon, Megaphone, Pause, UserCheck } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Following, type LastCall, lineOf, type Standing } from './follow.ts';
import type { PartProps, PhoneProps } from './phone.tsx';
import type { Say } from './words.ts';

type MineProps = PartProps & Pick<PhoneProps, 'following' | 'onFollow' | 'onStop' | 'rings' | 'onRings'>;

export function Mine(props: MineProps) {
	return props.following ? <Card {...props} following={props.following} /> : <Ask {...props} />;
}

function Ask({ say, onFollow }: MineProps) {
	const words = say.phone.mine;
	const [wrong, setWrong] = useState(false);
	return (
		<section class="ask" aria-labelledby="mine">
			<h2 id="mine">{words.heading}</h2>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					const typed = new FormData(event.currentTarget).get('number');
					setWrong(!onFollow(typeof typed === 'string' ? typed : ''));
				}}
			>
				<label class="field">
					{words.label}
					<input
						name="number"
						autocomplete="off"
						autocapitalize="characters"
						spellcheck={false}
						maxLength={20}
						aria-invalid={wrong}
						aria-describedby="mine-hint"
					/>
				</label>
				<button type="submit" class="action">
					{words.follow}
				</button>
			</form>
			<p id="mine-hint" class={wrong ? 'fault' : 'quiet'} role={wrong ? 'alert' : undefined}>
				{wrong ? words.wrong : words.hint}
			</p>
		</section>
	);
}

const ICONS: Readonly<Record<Standing, LucideIcon>> = {
	waiting: Clock,
	called: Megaphone,
	serving: UserCheck,
	parked: Pause,
	missed: CircleAlert,
	closed: CircleCheck,
	unsure: CircleAlert,
};

function Card({ say, view, following, onStop, rings, onRings }: MineProps & { readonly following: Following }) {
	const words = say.phone.mine;
	const { number, standing } = following;
	const Icon = ICONS[standing];
	const [text, ...hints] = told(say, view, following);
	return (
		<section class={`mine ${standing}`} aria-labelledby="mine">
			<h2 id="mine" class="mine-head">
				<span class="quiet">{words.yours}</span> <strong class="number mine-number">{number}</strong>
			</h2>
			<p class="standing with-icon" role="status">
				<Icon />
				{text}
			</p>
			<p class="quiet">{hints.join(' ')}</p>
			<div class="mine-foot">
				<label class="tick">
					<input type="checkbox" checked={rings} onChange={(event) => onRings(event.currentTarget.checked)} />
					{words.rings}
				</label>
				<button type="button" class="plain" aria-label={words.stopNamed(number)} onClick={onStop}>
					{words.stop}
				</button>
			</div>
		</section>
	);
}

/** "Loket 3", never broken between two lines. */
const deskOf = (common: Say['common'], { counter }: LastCall, { hall }: PartProps['view']): string =>
	common.counter(counter, hall.desk).replaceAll(' ', '\u00a0');

/** How the number stands, and what to do about it. */
function told(
	{ common, phone }: Say,
	view: PartProps['view'],
	following: Following,
): readonly [string, ...(readonly string[])] {
	const words = phone.mine;
	const { standing, call } = following;
	if (call === null || standing === 'waiting') {
		const line = lineOf(following, view);
		const latest = line
			? [line.passed ? `${words.latest(line.number)} ${words.passed}` : words.latest(line.number)]
			: [];
		return [words.waiting, ...latest, words.waitingHint, words.keepOpen];
	}
	const desk = deskOf(common, call, view);
	switch (standing) {
		case 'called':
		case 'serving':
		case 'parked':
		case 'missed':
			return [words[standing](desk)];
		case 'closed':
			return [words.closed(desk), words.closedHint];
		case 'unsure':
			return [words.unsure(desk, common.time.clock(call.at, view.hall.timeZone)), words.unsureHint];
	}
}

/** Over everything else, until it is understood or over. */
export function Called({ say, view, following, calling, onUnderstood }: PartProps & PhoneProps) {
	const box = useRef<HTMLDialogElement>(null);
	const open = calling !== null && following !== null;
	useEffect(() => {
		const dialog = box.current;
		if (open) dialog?.showModal();
		return () => dialog?.close();
	}, [open]);
	if (!open) return null;
	const { common, phone } = say;
	const { mine } = phone;
	return (
		<dialog
			ref={box}
			class="called"
			role="alertdialog"
			aria-labelledby="called-now"
			aria-describedby="called-where"
			onCancel={(event) => {
				event.preventDefault();
				onUnderstood();
			}}
		>
			<h2 id="called-now" class="called-head with-icon">
				<BellRing />
				{mine.now}
			</h2>
			<p class={following.number.length > 5 ? 'called-number number long' : 'called-number number'}>
				{following.number}
			</p>
			<p id="called-where" class="called-where">
				{mine.called(deskOf(common, calling, view))}
				<span class="called-agency">{calling.agency}</span>
			</p>
			<button type="button" class="action" onClick={onUnderstood}>
				{mine.understood}
			</button>
		</dialog>
	);
}
