// How one board is laid out: whose calls, which part, what beside them, whether it speaks, and whether it can be read.

import { CircleAlert, CircleCheck, Trash2 } from 'lucide-preact';
import { useId } from 'preact/hooks';
import { BOARD_PARTS, BOARD_SCOPES, BOARD_SIDES, type BoardLayoutFault, type BoardScope } from '../../shared/board.ts';
import type { BoardShape } from '../../shared/legible.ts';
import type { BoardWall } from '../../shared/views.ts';
import { type LayoutDraft, layoutOf, scopesOf, scopeValue, whyNotPart, whyNotSide } from './layout-draft.ts';
import { verdictsOf } from './verdict.ts';
import { words } from './words.ts';

interface Props {
	readonly name: string;
	readonly draft: LayoutDraft;
	readonly change: (part: Partial<LayoutDraft>) => void;
	readonly wall: BoardWall;
	readonly shape: BoardShape;
	/** Takes it off the list; asks first. */
	readonly remove: () => void;
}

export function LayoutFields({ name, draft, change, wall, shape, remove }: Props) {
	const say = words.layout;
	return (
		<section class="panel board-fields" aria-label={say.heading(name)}>
			<h2>{name}</h2>
			<ScopeField draft={draft} change={change} choices={wall.choices} />
			<Choices
				legend={say.part}
				names={say.parts}
				options={BOARD_PARTS}
				chosen={draft.part}
				whyNot={(it) => whyNotPart(draft, it)}
				choose={(part) => change({ part })}
				hint={say.partHint}
			/>
			<Choices
				legend={say.side}
				names={say.sides}
				options={BOARD_SIDES}
				chosen={draft.side}
				whyNot={(it) => whyNotSide(draft, it)}
				choose={(side) => change({ side })}
				hint={null}
			/>
			<fieldset>
				<legend>{say.sound}</legend>
				<label class="switch">
					<input
						type="checkbox"
						checked={draft.speaks}
						onChange={(event) => change({ speaks: event.currentTarget.checked })}
					/>
					{say.speaks}
				</label>
				<p class="quiet small">{say.speaksHint}</p>
			</fieldset>
			<Legible draft={draft} change={change} shape={shape} signs={wall.signs} />
			<button type="button" class="row-act" onClick={remove}>
				<Trash2 size={16} aria-hidden="true" /> {words.wall.remove}
			</button>
		</section>
	);
}

type Change = Pick<Props, 'draft' | 'change'>;

function ScopeField({ draft, change, choices }: Change & { readonly choices: BoardWall['choices'] }) {
	const say = words.layout;
	const id = useId();
	const scopes = scopesOf(choices);
	const value = scopeValue(draft.scope);
	const known = scopes.some((it) => scopeValue(it) === value);
	const nameOf = (scope: BoardScope): string => {
		switch (scope.kind) {
			case 'hall':
				return say.scopes.hall;
			case 'zone':
				return choices.zones.find((it) => it.number === scope.zone)?.name ?? '';
			case 'agency':
				return choices.agencies.find((it) => it.id === scope.agency)?.name ?? '';
			case 'counter':
				return `${words.common.counter(scope.counter, choices.desk)} (${choices.counters.find((it) => it.number === scope.counter)?.agency ?? ''})`;
			case 'room':
				return choices.rooms.find((it) => it.id === scope.room)?.name ?? '';
		}
	};
	const options = (kind: BoardScope['kind']) =>
		scopes
			.filter((it) => it.kind === kind)
			.map((it) => (
				<option key={scopeValue(it)} value={scopeValue(it)}>
					{nameOf(it)}
				</option>
			));
	return (
		<div class="field">
			<label for={id}>{say.scope}</label>
			<select
				id={id}
				value={value}
				onChange={(event) => {
					const scope = scopes.find((it) => scopeValue(it) === event.currentTarget.value);
					if (scope) change({ scope });
				}}
			>
				{!known && <option value={value}>{say.gone}</option>}
				{options('hall')}
				{BOARD_SCOPES.filter((it) => it !== 'hall').map((kind) => {
					const some = options(kind);
					return (
						some.length > 0 && (
							<optgroup key={kind} label={say.scopes[kind]}>
								{some}
							</optgroup>
						)
					);
				})}
			</select>
		</div>
	);
}

interface ChoicesProps<Option extends string> {
	readonly legend: string;
	readonly names: Readonly<Record<Option, string>>;
	readonly options: readonly Option[];
	readonly chosen: Option;
	readonly whyNot: (option: Option) => BoardLayoutFault | null;
	readonly choose: (option: Option) => void;
	readonly hint: string | null;
}

/** What cannot be chosen stays in its place and says why. */
function Choices<Option extends string>({
	legend,
	names,
	options,
	chosen,
	whyNot,
	choose,
	hint,
}: ChoicesProps<Option>) {
	const group = useId();
	const fault = options.map(whyNot).find((it) => it !== null) ?? null;
	const said = fault === null ? hint : words.layout.faults[fault];
	return (
		<fieldset aria-describedby={said === null ? undefined : `${group}-hint`}>
			<legend>{legend}</legend>
			{options.map((option) => (
				<label key={option} class="switch">
					<input
						type="radio"
						name={group}
						checked={option === chosen}
						disabled={whyNot(option) !== null}
						onChange={() => choose(option)}
					/>
					{names[option]}
				</label>
			))}
			{said !== null && (
				<p class="quiet small" id={`${group}-hint`}>
					{said}
				</p>
			)}
		</fieldset>
	);
}

function Legible({ draft, change, shape, signs }: Change & { readonly shape: BoardShape; readonly signs: number }) {
	const say = words.layout;
	const layout = layoutOf(draft);
	const verdicts = layout && verdictsOf(layout, shape, signs);
	return (
		<fieldset class="legible">
			<legend>{say.tv}</legend>
			<div class="two">
				<label class="field">
					{say.diagonal}
					<input
						type="text"
						inputMode="decimal"
						autocomplete="off"
						value={draft.diagonal}
						onInput={(event) => change({ diagonal: event.currentTarget.value })}
					/>
				</label>
				<label class="field">
					{say.farthest}
					<input
						type="text"
						inputMode="decimal"
						autocomplete="off"
						value={draft.farthest}
						onInput={(event) => change({ farthest: event.currentTarget.value })}
					/>
				</label>
			</div>
			<div role="status">
				{layout === null && (
					<p class="fault">
						<CircleAlert size={18} aria-hidden="true" /> {say.numbersWrong}
					</p>
				)}
				{layout && verdicts === null && <p class="quiet small">{words.verdict.unknown}</p>}
				{verdicts?.map(({ passes, sentence }) => (
					<p key={sentence} class={passes ? 'verdict' : 'verdict bad'}>
						{passes ? <CircleCheck size={18} aria-hidden="true" /> : <CircleAlert size={18} aria-hidden="true" />}
						<span>{sentence}</span>
					</p>
				))}
			</div>
		</fieldset>
	);
}
