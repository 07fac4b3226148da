// The scheduled notices as rows of a form: what is said, and when.

import { Plus, Trash2 } from 'lucide-preact';
import { useId } from 'preact/hooks';
import { NOTICE_KINDS } from '../../shared/board.ts';
import {
	type Faults,
	type NoticeDraft,
	type NoticeFault,
	type SettingsDraft,
	WEEK,
	withNotice,
} from './settings-draft.ts';
import { Fault } from './settings-view.tsx';
import { words } from './words.ts';

interface Props {
	readonly draft: SettingsDraft;
	readonly faults: Faults;
	readonly change: (part: Partial<SettingsDraft>) => void;
}

export function NoticeRows({ draft, faults, change }: Props) {
	const say = words.settings;
	const { notices } = draft;
	return (
		<section class="panel stack">
			<h2>{say.notices}</h2>
			<p class="quiet small">{say.noticesHint}</p>
			{notices.map((notice, place) => (
				<NoticeRow
					key={notice.id}
					notice={notice}
					place={place + 1}
					fault={faults.notices.get(notice.id) ?? null}
					change={(part) => change({ notices: notices.map((it) => (it === notice ? { ...it, ...part } : it)) })}
					remove={() => change({ notices: notices.filter((it) => it !== notice) })}
				/>
			))}
			{faults.fields.has('most') && <Fault text={say.faults.most} />}
			<button type="button" class="plain add" onClick={() => change({ notices: withNotice(notices) })}>
				<Plus size={18} aria-hidden="true" /> {say.noticeAdd}
			</button>
		</section>
	);
}

interface RowProps {
	readonly notice: NoticeDraft;
	/** From 1. */
	readonly place: number;
	readonly fault: NoticeFault | null;
	readonly change: (part: Partial<NoticeDraft>) => void;
	readonly remove: () => void;
}

const WHENS = ['times', 'before_closing'] as const satisfies readonly NoticeDraft['when'][];

function NoticeRow({ notice, place, fault, change, remove }: RowProps) {
	const say = words.settings;
	const id = useId();
	return (
		<fieldset class="notice-row">
			<legend class="visually-hidden">{say.notice(place)}</legend>
			<label class="field">
				{say.kind}
				<select
					value={notice.kind}
					onChange={(event) => {
						const kind = NOTICE_KINDS.find((it) => it === event.currentTarget.value);
						if (kind) change({ kind });
					}}
				>
					{NOTICE_KINDS.map((kind) => (
						<option key={kind} value={kind}>
							{say.kinds[kind]}
						</option>
					))}
				</select>
			</label>
			<label class="field">
				{say.when}
				<select
					value={notice.when}
					onChange={(event) => {
						const when = WHENS.find((it) => it === event.currentTarget.value);
						if (when) change({ when });
					}}
				>
					{WHENS.map((when) => (
						<option key={when} value={when}>
							{say.whens[when]}
						</option>
					))}
				</select>
			</label>
			{notice.when === 'times' ? (
				<label class="field">
					{say.times}
					<input
						type="text"
						inputMode="decimal"
						autocomplete="off"
						placeholder="09.00, 13.30"
						aria-describedby={`${id}-hint`}
						value={notice.times}
						onInput={(event) => change({ times: event.currentTarget.value })}
					/>
				</label>
			) : (
				<label class="field">
					{say.minutes}
					<input
						type="text"
						inputMode="numeric"
						autocomplete="off"
						value={notice.minutes}
						onInput={(event) => change({ minutes: event.currentTarget.value })}
					/>
				</label>
			)}
			<button type="button" class="row-act" aria-label={say.noticeRemove(place)} onClick={remove}>
				<Trash2 size={18} aria-hidden="true" />
			</button>
			{notice.when === 'times' && <Days notice={notice} change={change} hint={`${id}-hint`} />}
			{notice.kind === 'own' && (
				<label class="field wide">
					{say.own}
					<textarea rows={2} value={notice.text} onInput={(event) => change({ text: event.currentTarget.value })} />
				</label>
			)}
			{fault && (
				<div class="wide">
					<Fault text={say.faults[fault]} />
				</div>
			)}
		</fieldset>
	);
}

function Days({ notice, change, hint }: Pick<RowProps, 'notice' | 'change'> & { readonly hint: string }) {
	const say = words.settings;
	const { days } = notice;
	return (
		<div class="wide days">
			<p class="quiet small" id={hint}>
				{say.timesHint}
			</p>
			<fieldset>
				<legend class="visually-hidden">{say.days}</legend>
				{WEEK.map((day) => (
					<label key={day} class="switch">
						<input
							type="checkbox"
							checked={days.includes(day)}
							onChange={() => change({ days: days.includes(day) ? days.filter((it) => it !== day) : [...days, day] })}
						/>
						{say.weekdays[day]}
					</label>
				))}
			</fieldset>
		</div>
	);
}
