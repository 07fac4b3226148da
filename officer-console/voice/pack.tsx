// The hall's whole voice as one file: taken away, or looked at and then installed.

import { CircleAlert, CircleCheck, Download, FileUp } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { readDay } from '../../shared/day.ts';
import type { PackChange, PackPlan } from '../../shared/recording.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { Dialog } from '../manager/dialog.tsx';
import { FILE_ADDRESS, installFile, lookAtFile } from './api.ts';
import type { News } from './news.tsx';
import { sayRefusal } from './said.ts';
import { words } from './words.ts';

interface Props {
	/** Whether there is anything to take away. */
	readonly any: boolean;
	/** Something was installed. */
	readonly installed: (news: News) => void;
}

interface Found {
	readonly file: File;
	readonly plan: PackPlan;
}

/** What needs a look first; what stays as it is last. */
const CHANGES: readonly PackChange[] = ['unusable', 'replace', 'add', 'foreign', 'same'];

export function PackPanel({ any, installed }: Props) {
	const say = words.pack;
	const input = useRef<HTMLInputElement>(null);
	const [busy, setBusy] = useState(false);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [found, setFound] = useState<Found | null>(null);
	const look = async (file: File | undefined): Promise<void> => {
		if (!file) return;
		setBusy(true);
		setRefusal(null);
		const reply = await lookAtFile(file);
		setBusy(false);
		if (reply.ok) setFound({ file, plan: reply.value });
		else setRefusal(reply.refusal);
	};
	const install = async ({ file }: Found): Promise<void> => {
		setBusy(true);
		const reply = await installFile(file);
		setBusy(false);
		setFound(null);
		if (!reply.ok) return setRefusal(reply.refusal);
		const count = reply.value.entries.filter((it) => it.change === 'add' || it.change === 'replace').length;
		installed({ tone: 'good', text: `${say.installed(count)} ${say.kept}`, undo: null });
	};
	return (
		<section class="panel pack" aria-labelledby="pack-heading">
			<h2 id="pack-heading">{say.heading}</h2>
			<p class="quiet">{say.hint}</p>
			<a
				class="plain"
				href={any ? FILE_ADDRESS : undefined}
				download
				role={any ? undefined : 'link'}
				aria-disabled={!any}
				title={any ? undefined : say.exportNothing}
			>
				<Download size={18} aria-hidden="true" /> {say.export}
			</a>
			<input
				ref={input}
				type="file"
				accept=".zip,application/zip"
				hidden
				onChange={(event) => {
					const field = event.currentTarget;
					void look(field.files?.[0]);
					field.value = '';
				}}
			/>
			<button
				type="button"
				class="plain"
				aria-disabled={busy}
				aria-busy={busy}
				onClick={() => !busy && input.current?.click()}
			>
				<FileUp size={18} aria-hidden="true" /> {busy ? say.reading : say.import}
			</button>
			<div role="alert">
				{refusal && (
					<p class="fault">
						<CircleAlert size={18} aria-hidden="true" /> {sayRefusal(refusal)}
					</p>
				)}
			</div>
			{found && (
				<PlanDialog plan={found.plan} busy={busy} install={() => void install(found)} close={() => setFound(null)} />
			)}
		</section>
	);
}

interface PlanProps {
	readonly plan: PackPlan;
	readonly busy: boolean;
	readonly install: () => void;
	readonly close: () => void;
}

export function PlanDialog({ plan, busy, install, close }: PlanProps) {
	const say = words.pack;
	const day = readDay(plan.day);
	const of = (change: PackChange) => plan.entries.filter((it) => it.change === change);
	const bad = of('unusable').length > 0;
	const nothing = of('add').length + of('replace').length + plan.said === 0;
	const why = bad ? say.blocked : nothing ? say.nothingNew : null;
	return (
		<Dialog title={say.planHeading} onClose={() => !busy && close()}>
			<p class="quiet">{say.planFrom(plan.hall, day ? words.common.time.date(day) : plan.day)}</p>
			<div class="plan">
				{CHANGES.map((change) => {
					const entries = of(change);
					if (entries.length === 0) return null;
					return (
						<details key={change} open={change === 'unusable'}>
							<summary class={change === 'unusable' ? 'bad' : undefined}>
								{say.counted(entries.length, say.changes[change])}
							</summary>
							<ul>
								{entries.map((it) => (
									<li key={`${it.language}/${it.clip}`}>
										{it.text}{' '}
										<span class="quiet">{it.fault ? words.faults[it.fault] : words.languages[it.language]}</span>
									</li>
								))}
							</ul>
						</details>
					);
				})}
			</div>
			{plan.said > 0 && <p>{say.said(plan.said)}</p>}
			{why && (
				<p class={bad ? 'fault' : 'good'}>
					{bad ? <CircleAlert size={18} aria-hidden="true" /> : <CircleCheck size={18} aria-hidden="true" />} {why}
				</p>
			)}
			<div class="ends">
				<button type="button" class="plain" aria-disabled={busy} onClick={() => !busy && close()}>
					{say.cancel}
				</button>
				<button
					type="button"
					class="primary"
					aria-disabled={why !== null || busy}
					aria-busy={busy}
					onClick={() => why === null && !busy && install()}
				>
					{busy ? say.installing : say.confirm}
				</button>
			</div>
		</Dialog>
	);
}
