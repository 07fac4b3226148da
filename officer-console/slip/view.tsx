// The slip editor: at the left what is printed and in which order, at the right the slip itself, dot for dot.

import './slip.css';
import { CircleAlert } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Refusal } from '../../shared/refusal.ts';
import { type LayoutFault, layoutFault, MOST_NOTE } from '../../shared/slip.ts';
import type { ProfileChoice } from '../manager/api.ts';
import { Saving, type SavingNow } from '../manager/saving.tsx';
import { words } from '../manager/words.ts';
import { Blocks } from './blocks.tsx';
import { type Draft, FIELDS, type Field, layoutOf } from './draft.ts';
import { LogoField } from './logo-field.tsx';

export interface Picture {
	/** Of the picture before, while the next is made. */
	readonly address: string | null;
	readonly refusal: Refusal | null;
	readonly busy: boolean;
}

interface Props extends SavingNow {
	readonly draft: Draft;
	readonly change: (part: Partial<Draft>) => void;
	readonly profiles: readonly ProfileChoice[];
	/** Those of the hall: their kinds stand first, with their names. */
	readonly printers: readonly { readonly name: string; readonly profile: string }[];
	readonly profile: string;
	readonly choose: (profile: string) => void;
	readonly picture: Picture;
}

const sayRefusal = (no: Refusal): string =>
	no.code === 'layout' ? words.printing.slip.faults[no.fault] : words.common.refusal(no);

export function SlipView(props: Props) {
	const { draft, change } = props;
	const say = words.printing.slip;
	const fault = layoutFault(layoutOf(draft));
	const left = MOST_NOTE - draft.note.trim().length;
	return (
		<main class="slip-page">
			<div class="wall-head">
				<div>
					<h1>{say.heading}</h1>
					<p class="quiet">{say.lead}</p>
				</div>
				<Saving {...props} fault={fault && say.faults[fault]} saved={say.saved} sayRefusal={sayRefusal} />
			</div>
			<div class="slip-columns">
				<div class="slip-edit">
					<section class="panel">
						<h2>{say.parts}</h2>
						<Blocks draft={draft} change={change} />
						<Fault of="blocks" fault={fault} />
					</section>
					<div class="slip-fields">
						<section class="panel">
							<h2>{say.blocks.logo}</h2>
							<LogoField logo={draft.logo} change={(logo) => change({ logo })} />
							<Fault of="logo" fault={fault} />
						</section>
						<section class="panel">
							<h2>{say.blocks.wifi}</h2>
							<label>
								{say.wifiName}
								<input
									type="text"
									autocomplete="off"
									autocapitalize="none"
									spellcheck={false}
									value={draft.wifiName}
									onInput={(event) => change({ wifiName: event.currentTarget.value })}
								/>
							</label>
							<label>
								{say.wifiPassword}
								<input
									type="text"
									autocomplete="off"
									autocapitalize="none"
									spellcheck={false}
									value={draft.wifiPassword}
									onInput={(event) => change({ wifiPassword: event.currentTarget.value })}
								/>
							</label>
							<p class="quiet">{say.wifiOpen}</p>
							<Fault of="wifi" fault={fault} />
						</section>
						<section class="panel">
							<h2>{say.note}</h2>
							<input
								type="text"
								aria-label={say.note}
								aria-describedby="note-left"
								value={draft.note}
								onInput={(event) => change({ note: event.currentTarget.value })}
							/>
							<p class="quiet" id="note-left">
								{say.noteHint(left)}
							</p>
							<Fault of="note" fault={fault} />
						</section>
						<fieldset class="panel copies">
							<legend>{say.copies}</legend>
							{([1, 2] as const).map((copies) => (
								<label key={copies}>
									<input
										type="radio"
										name="copies"
										checked={draft.copies === copies}
										onChange={() => change({ copies })}
									/>
									{say.copiesOf[copies]}
								</label>
							))}
						</fieldset>
					</div>
				</div>
				<Preview {...props} />
			</div>
		</main>
	);
}

function Fault({ of, fault }: { readonly of: Field; readonly fault: LayoutFault | null }) {
	return (
		<div role="alert">
			{fault && FIELDS[fault] === of && (
				<p class="fault">
					<CircleAlert size={18} aria-hidden="true" /> {words.printing.slip.faults[fault]}
				</p>
			)}
		</div>
	);
}

/** "Kios 1, Kios 2: Epson TM-T82 (kertas 80 mm)". */
function choiceOf({ id, label, paper }: ProfileChoice, printers: Props['printers']) {
	const names = printers.filter((it) => it.profile === id).map((it) => it.name);
	const kind = label.includes('mm') ? label : `${label} (${words.printing.slip.paper(paper)})`;
	return { id, own: names.length > 0, text: names.length > 0 ? `${names.join(', ')}: ${kind}` : kind };
}

function Preview({ profiles, printers, profile, choose, picture }: Props) {
	const say = words.printing.slip;
	const [large, setLarge] = useState(false);
	const paper = profiles.find((it) => it.id === profile)?.paper ?? 80;
	const choices = profiles.map((it) => choiceOf(it, printers)).sort((a, b) => Number(b.own) - Number(a.own));
	return (
		<section class="panel preview" aria-label={say.preview}>
			<div class="preview-head">
				<h2>{say.preview}</h2>
				<div class="presets">
					<button type="button" aria-pressed={!large} onClick={() => setLarge(false)}>
						{say.real}
					</button>
					<button type="button" aria-pressed={large} onClick={() => setLarge(true)}>
						{say.large}
					</button>
				</div>
			</div>
			<label>
				{say.previewFor}
				<select value={profile} onChange={(event) => choose(event.currentTarget.value)}>
					{choices.map((it) => (
						<option key={it.id} value={it.id}>
							{it.text}
						</option>
					))}
				</select>
			</label>
			{picture.refusal && (
				<p class="fault" role="alert">
					<CircleAlert size={18} aria-hidden="true" /> {say.previewFailed} {words.common.refusal(picture.refusal)}
				</p>
			)}
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long slip scrolls, and the keyboard must be able to scroll it */}
			<div class="desk-top" tabIndex={0} aria-busy={picture.busy}>
				<div class={`sheet-of-paper paper-${paper} ${large ? 'large' : 'real'}`}>
					{picture.address && <img src={picture.address} alt={say.previewAlt} />}
				</div>
			</div>
		</section>
	);
}

interface NotYetProps {
	/** null: it is on its way. */
	readonly refusal: Refusal | null;
	readonly again: () => void;
}

export function SlipNotYet({ refusal, again }: NotYetProps) {
	const say = words.printing.slip;
	return (
		<main class="slip-page">
			{refusal ? (
				<div class="empty" role="alert">
					<CircleAlert size={40} aria-hidden="true" />
					<h1>{say.failed}</h1>
					<p>{words.common.refusal(refusal)}</p>
					<button type="button" class="primary" onClick={again}>
						{say.retry}
					</button>
				</div>
			) : (
				<>
					<h1 class="visually-hidden">{say.heading}</h1>
					<div class="skeleton" role="status" aria-label={say.loading}>
						<span />
						<span />
					</div>
				</>
			)}
		</main>
	);
}
