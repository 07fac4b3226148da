// The part on what all boards show and announce: reads it, keeps what is edited, and saves it.

import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Refusal } from '../../shared/refusal.ts';
import type { SavingState } from '../manager/saving.tsx';
import { type BoardTexts, boardTexts, saveTexts } from './api.ts';
import { NotYet } from './not-yet.tsx';
import { draftOf, faultsOf, type SettingsDraft, sameTexts, textsOf } from './settings-draft.ts';
import { SettingsView } from './settings-view.tsx';
import { words } from './words.ts';

interface Props {
	readonly tabs: ComponentChildren;
	readonly unsaved: (unsaved: boolean) => void;
}

export function SettingsPage(props: Props) {
	const [loaded, setLoaded] = useState<BoardTexts | Refusal | null>(null);
	const load = async (): Promise<void> => {
		setLoaded(null);
		const reply = await boardTexts();
		setLoaded(reply.ok ? reply.value : reply.refusal);
	};
	useEffect(() => {
		void load();
	}, []);
	if (loaded && 'board' in loaded) return <Editor loaded={loaded} {...props} />;
	return (
		<>
			<div class="wall-head">
				<h1>{words.settings.heading}</h1>
				{props.tabs}
			</div>
			<NotYet say={words.settings} refusal={loaded} again={() => void load()} />
		</>
	);
}

function Editor({ loaded, tabs, unsaved: tell }: Props & { readonly loaded: BoardTexts }) {
	const [saved, setSaved] = useState(loaded);
	const [draft, setDraft] = useState<SettingsDraft>(() => draftOf(loaded));
	const [saving, setSaving] = useState<SavingState>('rest');
	const texts = textsOf(draft);
	const unsaved = texts === null || !sameTexts(texts, saved);
	useEffect(() => tell(unsaved), [unsaved]);
	const save = async (): Promise<void> => {
		if (!texts) return;
		setSaving('busy');
		const reply = await saveTexts(texts);
		if (reply.ok) {
			setSaved(texts);
			// Rooms have their ids now.
			setDraft(draftOf(texts));
		}
		setSaving(reply.ok ? 'done' : reply.refusal);
	};
	return (
		<SettingsView
			tabs={tabs}
			draft={draft}
			faults={faultsOf(draft)}
			change={(part) => {
				if (saving !== 'busy') setSaving('rest');
				setDraft((last) => ({ ...last, ...part }));
			}}
			saving={saving}
			unsaved={unsaved}
			save={() => void save()}
			revert={() => setDraft(draftOf(saved))}
		/>
	);
}
