// The page of the voice: reads how calls are spoken and what is recorded, keeps what is being edited, and asks before
// something that is not saved is lost.

import './voice.css';
import { CircleAlert } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { Recordings } from '../../shared/recording.ts';
import type { Refusal } from '../../shared/refusal.ts';
import type { VoiceSettings } from '../../shared/voice.ts';
import { Leaving } from '../manager/dialog.tsx';
import { Saving, type SavingState } from '../manager/saving.tsx';
import { usePageTitle } from '../manager/title.ts';
import { recordingsOf, saveVoice, voiceSettings } from './api.ts';
import { type Draft, draftOf, faultsOf, sameDraft, voiceOf } from './draft.ts';
import { RecordingsPart } from './recordings-part.tsx';
import { sayRefusal } from './said.ts';
import { Sample } from './sample.tsx';
import { Settings } from './settings.tsx';
import { openLoudspeaker } from './sound.ts';
import { words } from './words.ts';

const TABS = ['settings', 'recordings'] as const;
type Tab = (typeof TABS)[number];

interface Props {
	readonly setUnsaved: (unsaved: boolean) => void;
}

interface Loaded {
	readonly voice: VoiceSettings;
	readonly recordings: Recordings;
}

export function VoicePage({ setUnsaved }: Props) {
	const [loaded, setLoaded] = useState<Loaded | Refusal | null>(null);
	usePageTitle(words.title);
	const load = async (): Promise<void> => {
		setLoaded(null);
		const [voice, recordings] = await Promise.all([voiceSettings(), recordingsOf('id')]);
		if (!voice.ok) setLoaded(voice.refusal);
		else if (!recordings.ok) setLoaded(recordings.refusal);
		else setLoaded({ voice: voice.value.voice, recordings: recordings.value });
	};
	useEffect(() => {
		void load();
	}, []);
	if (loaded === null || 'code' in loaded) return <VoiceNotYet refusal={loaded} again={() => void load()} />;
	return <Voice loaded={loaded} setUnsaved={setUnsaved} />;
}

interface VoiceProps extends Props {
	readonly loaded: Loaded;
}

function Voice({ loaded, setUnsaved }: VoiceProps) {
	const [tab, setTab] = useState<Tab>('settings');
	const [saved, setSaved] = useState(loaded.voice);
	const [draft, setDraft] = useState<Draft>(() => draftOf(loaded.voice));
	const [saving, setSaving] = useState<SavingState>('rest');
	/** A take that was recorded and neither used nor thrown away. */
	const [taken, setTaken] = useState(false);
	/** Where to, once it is agreed that the take may be lost. */
	const [leaving, setLeaving] = useState<Tab | null>(null);
	const [loudspeaker] = useState(openLoudspeaker);
	const unsaved = !sameDraft(draft, saved);
	const mayBeLost = unsaved || taken;
	useEffect(() => {
		setUnsaved(mayBeLost);
		if (!mayBeLost) return;
		const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
		addEventListener('beforeunload', warn);
		return () => removeEventListener('beforeunload', warn);
	}, [mayBeLost]);

	const voice = voiceOf(draft);
	const save = async (): Promise<void> => {
		if (!voice) return;
		setSaving('busy');
		const reply = await saveVoice(voice);
		if (reply.ok) setSaved(voice);
		setSaving(reply.ok ? 'done' : reply.refusal);
	};
	const sample = (
		<Sample
			agencies={loaded.recordings.agencies}
			voice={draft}
			saved={!unsaved}
			volume={draft.volume / 100}
			loudspeaker={loudspeaker}
		/>
	);
	return (
		<main class="voice-page">
			<div class="wall-head">
				<div>
					<h1>{words.heading}</h1>
					<p class="quiet">{words.lead}</p>
				</div>
				<fieldset class="presets">
					<legend class="visually-hidden">{words.parts}</legend>
					{TABS.map((it) => (
						<button
							type="button"
							key={it}
							aria-pressed={it === tab}
							onClick={() => (taken && it !== tab ? setLeaving(it) : setTab(it))}
						>
							{words.tabs[it]}
						</button>
					))}
				</fieldset>
				{tab === 'settings' && (
					<Saving
						saving={saving}
						unsaved={unsaved}
						fault={faultOf(draft)}
						saved={words.settings.saved}
						sayRefusal={sayRefusal}
						save={() => void save()}
						revert={() => setDraft(draftOf(saved))}
					/>
				)}
			</div>
			{tab === 'settings' ? (
				<div class="voice-columns">
					<Settings
						draft={draft}
						change={(part) => {
							if (saving !== 'busy') setSaving('rest');
							setDraft((last) => ({ ...last, ...part }));
						}}
					/>
					<aside class="voice-aside follows">{sample}</aside>
				</div>
			) : (
				<RecordingsPart first={loaded.recordings} loudspeaker={loudspeaker} sample={sample} setTaken={setTaken} />
			)}
			{leaving && (
				<Leaving
					go={() => {
						setLeaving(null);
						setTab(leaving);
					}}
					stay={() => setLeaving(null)}
				/>
			)}
		</main>
	);
}

function faultOf(draft: Draft): string | null {
	const say = words.settings;
	if (voiceOf(draft) !== null) return null;
	return faultsOf(draft).repeat ? say.repeatWrong : say.timeWrong;
}

interface NotYetProps {
	/** null: it is on its way. */
	readonly refusal: Refusal | null;
	readonly again: () => void;
}

export function VoiceNotYet({ refusal, again }: NotYetProps) {
	return (
		<main class="voice-page">
			{refusal ? (
				<div class="empty" role="alert">
					<CircleAlert size={40} aria-hidden="true" />
					<h1>{words.failed}</h1>
					<p>{sayRefusal(refusal)}</p>
					<button type="button" class="primary" onClick={again}>
						{words.retry}
					</button>
				</div>
			) : (
				<>
					<h1 class="visually-hidden">{words.heading}</h1>
					<div class="skeleton" role="status" aria-label={words.loading}>
						<span />
						<span />
					</div>
				</>
			)}
		</main>
	);
}
