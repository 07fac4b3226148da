// What all boards show and announce, as a form: texts at the left, notices at the right.

import { CircleAlert, Plus, Trash2 } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { NIGHTS } from '../../shared/board.ts';
import { Saving, type SavingNow } from '../manager/saving.tsx';
import { NoticeRows } from './notice-rows.tsx';
import { sayRefusal } from './said.ts';
import { type Faults, MOST, type SettingsDraft, withRoom } from './settings-draft.ts';
import { words } from './words.ts';

interface Props extends SavingNow {
	readonly tabs: ComponentChildren;
	readonly draft: SettingsDraft;
	readonly faults: Faults;
	readonly change: (part: Partial<SettingsDraft>) => void;
}
type Part = Pick<Props, 'draft' | 'faults' | 'change'>;

export function SettingsView({ tabs, draft, faults, change, ...saved }: Props) {
	const say = words.settings;
	const [field] = faults.fields;
	const [notice] = faults.notices.values();
	const first = field ?? notice;
	const part: Part = { draft, faults, change };
	return (
		<>
			<div class="wall-head">
				<div>
					<h1>{say.heading}</h1>
					<p class="quiet">{say.lead}</p>
				</div>
				{tabs}
				<Saving {...saved} fault={first ? say.faults[first] : null} saved={words.saved} sayRefusal={sayRefusal} />
			</div>
			<div class="board-texts">
				<div class="stack">
					<section class="panel stack">
						<Text
							{...part}
							name="running"
							rows={3}
							hint={say.runningHint}
							label={say.running}
							left={MOST.running - draft.running.length}
						/>
						<Text
							{...part}
							name="pledge"
							rows={3}
							hint={say.pledgeHint}
							label={say.pledge}
							left={MOST.text - draft.pledge.length}
						/>
						<Text {...part} name="facilities" rows={5} hint={say.facilitiesHint} label={say.facilities} left={null} />
					</section>
					<Rooms {...part} />
					<Habits {...part} />
				</div>
				<NoticeRows {...part} />
			</div>
		</>
	);
}

interface TextProps extends Part {
	readonly name: 'running' | 'pledge' | 'facilities';
	readonly label: string;
	readonly hint: string;
	readonly rows: number;
	/** Letters that may still be typed; null: not counted. */
	readonly left: number | null;
}

function Text({ draft, faults, change, name, label, hint, rows, left }: TextProps) {
	const id = useId();
	return (
		<div class="field">
			<label for={id}>{label}</label>
			<textarea
				id={id}
				rows={rows}
				value={draft[name]}
				aria-describedby={`${id}-hint`}
				aria-invalid={faults.fields.has(name)}
				onInput={(event) => change({ [name]: event.currentTarget.value })}
			/>
			<p class="quiet small" id={`${id}-hint`}>
				{hint} {left !== null && words.settings.left(left)}
			</p>
			{faults.fields.has(name) && <Fault text={words.settings.faults[name]} />}
		</div>
	);
}

export const Fault = ({ text }: { readonly text: string }) => (
	<p class="fault" role="alert">
		<CircleAlert size={18} aria-hidden="true" /> {text}
	</p>
);

function Rooms({ draft, faults, change }: Part) {
	const say = words.settings;
	const { rooms } = draft;
	return (
		<section class="panel stack">
			<h2>{say.rooms}</h2>
			<p class="quiet small">{say.roomsHint}</p>
			{rooms.map((room, place) => (
				<div class="room" key={room.key}>
					<input
						type="text"
						autocomplete="off"
						aria-label={say.roomName(place + 1)}
						value={room.name}
						onInput={(event) => {
							const name = event.currentTarget.value;
							change({ rooms: rooms.map((it) => (it.key === room.key ? { ...it, name } : it)) });
						}}
					/>
					<button
						type="button"
						class="row-act"
						aria-label={say.roomRemove(room.name)}
						onClick={() => change({ rooms: rooms.filter((it) => it.key !== room.key) })}
					>
						<Trash2 size={18} aria-hidden="true" />
					</button>
				</div>
			))}
			{faults.fields.has('rooms') && <Fault text={say.faults.rooms} />}
			<button type="button" class="plain add" onClick={() => change({ rooms: withRoom(rooms) })}>
				<Plus size={18} aria-hidden="true" /> {say.roomAdd}
			</button>
		</section>
	);
}

function Habits({ draft, change }: Part) {
	const say = words.settings;
	const group = useId();
	return (
		<section class="panel stack">
			<h2>{say.more}</h2>
			<label class="switch">
				<input
					type="checkbox"
					checked={draft.saysBreaks}
					onChange={(event) => change({ saysBreaks: event.currentTarget.checked })}
				/>
				{say.breaks}
			</label>
			<label class="switch">
				<input
					type="checkbox"
					checked={draft.phone}
					onChange={(event) => change({ phone: event.currentTarget.checked })}
				/>
				{say.phone}
			</label>
			<fieldset>
				<legend>{say.night}</legend>
				{NIGHTS.map((night) => (
					<label key={night} class="switch">
						<input type="radio" name={group} checked={night === draft.night} onChange={() => change({ night })} />
						{say.nights[night]}
					</label>
				))}
			</fieldset>
		</section>
	);
}
