// Many recordings at once: each file finds its place by its name, is read here, and sent one after the other.

import { CircleAlert, CircleCheck } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Recording } from '../../shared/recording.ts';
import type { Language } from '../../shared/words/words.ts';
import { Dialog } from '../manager/dialog.tsx';
import { keepTake } from './api.ts';
import { decoded } from './decode.ts';
import { wavOf } from './encode.ts';
import { matchFiles } from './match.ts';
import { sayRefusal } from './said.ts';
import { words } from './words.ts';

interface Props {
	readonly files: readonly File[];
	readonly language: Language;
	readonly recordings: readonly Recording[];
	/** `changed`: something was kept. */
	readonly close: (changed: boolean) => void;
}

type Standing = 'waiting' | 'working' | 'done' | { readonly fault: string };

interface Line {
	readonly file: File;
	/** null: it is left out. */
	readonly clip: string | null;
	readonly text: string;
	readonly standing: Standing;
}

function linesOf(files: readonly File[], recordings: readonly Recording[]): readonly Line[] {
	const say = words.upload;
	const matched = matchFiles(
		files.map((it) => it.name),
		recordings,
	);
	return files.map((file, index) => {
		const { clip = null, twice = false } = matched[index] ?? {};
		const found = recordings.find((it) => it.clip === clip);
		if (!found) return { file, clip: null, text: file.name, standing: { fault: say.unknown } };
		const text = say.match(file.name, found.text);
		return twice
			? { file, clip: null, text, standing: { fault: say.twice } }
			: { file, clip: found.clip, text, standing: 'waiting' };
	});
}

/** Null where it was kept. */
async function bring(file: File, language: Language, clip: string): Promise<string | null> {
	const samples = await decoded(file);
	if (typeof samples === 'string') return words.upload[samples];
	const reply = await keepTake(language, clip, wavOf(samples));
	return reply.ok ? null : sayRefusal(reply.refusal);
}

export function UploadDialog({ files, language, recordings, close }: Props) {
	const say = words.upload;
	const [lines, setLines] = useState(() => linesOf(files, recordings));
	const [stage, setStage] = useState<'asking' | 'busy' | 'over'>('asking');
	const meant = lines.filter((it) => it.clip !== null);
	const done = meant.filter((it) => it.standing === 'done').length;
	const failed = meant.filter((it) => typeof it.standing === 'object').length;
	const run = async (): Promise<void> => {
		setStage('busy');
		for (const { file, clip } of meant) {
			if (clip === null) continue;
			const stand = (standing: Standing): void =>
				setLines((all) => all.map((it) => (it.file === file ? { ...it, standing } : it)));
			stand('working');
			const fault = await bring(file, language, clip);
			stand(fault === null ? 'done' : { fault });
		}
		setStage('over');
	};
	return (
		<Dialog title={say.heading} onClose={() => stage !== 'busy' && close(stage === 'over')}>
			<ul class="upload-lines">
				{lines.map((line) => (
					<li key={line.file.name} data-standing={typeof line.standing === 'object' ? 'bad' : line.standing}>
						{typeof line.standing === 'object' ? (
							<CircleAlert size={16} aria-hidden="true" />
						) : (
							<CircleCheck size={16} aria-hidden="true" />
						)}
						<span>{line.text}</span>
						<span class="why">{typeof line.standing === 'object' ? line.standing.fault : say[line.standing]}</span>
					</li>
				))}
			</ul>
			<p role="status">
				{stage === 'busy' && say.busy(done + failed, meant.length)}
				{stage === 'over' && say.finished(lines.length, done, failed, lines.length - meant.length)}
			</p>
			<div class="ends">
				{stage === 'over' ? (
					<button type="button" class="primary" onClick={() => close(true)}>
						{say.close}
					</button>
				) : (
					<>
						<button
							type="button"
							class="plain"
							aria-disabled={stage === 'busy'}
							onClick={() => stage !== 'busy' && close(false)}
						>
							{say.cancel}
						</button>
						<button
							type="button"
							class="primary"
							aria-disabled={stage === 'busy' || meant.length === 0}
							aria-busy={stage === 'busy'}
							onClick={() => stage === 'asking' && meant.length > 0 && void run()}
						>
							{say.start(meant.length)}
						</button>
					</>
				)}
			</div>
		</Dialog>
	);
}
