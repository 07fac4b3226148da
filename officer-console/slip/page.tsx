// The slip's page: reads the layout, keeps the one that is being edited, has its preview made, and saves it.

import { useEffect, useState } from 'preact/hooks';
import type { Refusal } from '../../shared/refusal.ts';
import { layoutFault, type SlipLayout } from '../../shared/slip.ts';
import type { PrinterWall } from '../../shared/views.ts';
import { type ProfileChoice, preview, profiles, saveLayout, slipLayout } from '../manager/api.ts';
import type { SavingState } from '../manager/saving.tsx';
import { usePageTitle } from '../manager/title.ts';
import { words } from '../manager/words.ts';
import { type Draft, draftOf, layoutOf, sameLayout } from './draft.ts';
import { type Picture, SlipNotYet, SlipView } from './view.tsx';

/** After the last touch; every change of a slider is not worth a picture of its own. */
const PREVIEW_AFTER = 200;
const NO_PICTURE: Picture = { address: null, refusal: null, busy: true };

interface Loaded {
	readonly saved: SlipLayout;
	readonly profiles: readonly ProfileChoice[];
}

interface Props {
	/** The hall's printers: the preview is for one of them first. */
	readonly printers: readonly Pick<PrinterWall['printers'][number], 'name' | 'profile'>[];
	readonly setUnsaved: (unsaved: boolean) => void;
}

export function SlipPage({ printers, setUnsaved }: Props) {
	const [loaded, setLoaded] = useState<Loaded | Refusal | null>(null);
	usePageTitle(words.printing.titles.slip);
	const load = async (): Promise<void> => {
		setLoaded(null);
		const [layout, known] = await Promise.all([slipLayout(), profiles()]);
		if (!layout.ok) setLoaded(layout.refusal);
		else if (!known.ok) setLoaded(known.refusal);
		else setLoaded({ saved: layout.value.layout, profiles: known.value.profiles });
	};
	useEffect(() => {
		void load();
	}, []);
	if (loaded === null || 'code' in loaded) return <SlipNotYet refusal={loaded} again={() => void load()} />;
	return <Editor loaded={loaded} printers={printers} setUnsaved={setUnsaved} />;
}

interface EditorProps extends Props {
	readonly loaded: Loaded;
}

function Editor({ loaded, printers, setUnsaved }: EditorProps) {
	const [saved, setSaved] = useState(loaded.saved);
	const [draft, setDraft] = useState<Draft>(() => draftOf(loaded.saved));
	const [chosen, setProfile] = useState<string | null>(null);
	const known = loaded.profiles.find((it) => it.id === (chosen ?? printers[0]?.profile)) ?? loaded.profiles[0];
	const profile = known?.id ?? '';
	const [saving, setSaving] = useState<SavingState>('rest');
	const layout = layoutOf(draft);
	const fault = layoutFault(layout);
	const unsaved = !sameLayout(layout, saved);
	const picture = usePreview(fault === null ? layout : null, profile);

	useEffect(() => {
		setUnsaved(unsaved);
		if (!unsaved) return;
		const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
		addEventListener('beforeunload', warn);
		return () => removeEventListener('beforeunload', warn);
	}, [unsaved]);

	const save = async (): Promise<void> => {
		setSaving('busy');
		const reply = await saveLayout(layout);
		if (reply.ok) setSaved(layout);
		setSaving(reply.ok ? 'done' : reply.refusal);
	};
	return (
		<SlipView
			draft={draft}
			change={(part) => {
				if (saving !== 'busy') setSaving('rest');
				setDraft((last) => ({ ...last, ...part }));
			}}
			revert={() => setDraft(draftOf(saved))}
			save={() => void save()}
			saving={saving}
			unsaved={unsaved}
			profiles={loaded.profiles}
			printers={printers}
			profile={profile}
			choose={setProfile}
			picture={picture}
		/>
	);
}

/** The picture of the last layout that could be laid out; the one before stays until the next is there. */
function usePreview(layout: SlipLayout | null, profile: string): Picture {
	const [picture, setPicture] = useState(NO_PICTURE);
	const wanted = layout && JSON.stringify(layout);
	useEffect(() => {
		if (!layout || profile === '') return;
		let stale = false;
		setPicture((last) => ({ ...last, busy: true }));
		const timer = setTimeout(async () => {
			const reply = await preview(layout, profile);
			if (stale) return;
			setPicture((last) =>
				reply.ok
					? { address: reply.value, refusal: null, busy: false }
					: { address: last.address, refusal: reply.refusal, busy: false },
			);
		}, PREVIEW_AFTER);
		return () => {
			stale = true;
			clearTimeout(timer);
		};
	}, [wanted, profile]);
	return picture;
}
