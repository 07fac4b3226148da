// Every situation of the page of the voice without a server, for the gallery: nothing here is recorded, played or kept.

import './voice.css';
import { signal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import type { PackEntry, Recording, Recordings } from '../../shared/recording.ts';
import { DEFAULT_VOICE } from '../../shared/voice.ts';
import { type Draft, draftOf } from './draft.ts';
import { RECORDINGS, recording } from './fixtures.ts';
import { InUse, Pronounce } from './in-use.tsx';
import { List } from './list.tsx';
import type { News } from './news.tsx';
import type { Filter } from './order.ts';
import { PlanDialog } from './pack.tsx';
import { VoiceNotYet } from './page.tsx';
import { Sample } from './sample.tsx';
import { Settings } from './settings.tsx';
import { openLoudspeaker } from './sound.ts';
import { Studio } from './studio.tsx';
import { UploadDialog } from './upload.tsx';

const nothing = (): void => undefined;
const again = (): void => location.reload();
const loudspeaker = openLoudspeaker();
const draft = signal<Draft>({ ...draftOf(DEFAULT_VOICE), quiet: [{ key: 0, from: '12:10', to: '11:55', volume: 0 }] });
const filter = signal<Filter>('all');
const page = (content: ComponentChild) => <main class="voice-page">{content}</main>;

const list = (recordings: Recordings) => () =>
	page(
		<List
			recordings={recordings}
			filter={filter.value}
			choose={(it) => {
				filter.value = it;
			}}
			playing="nol"
			play={nothing}
			open={nothing}
		>
			{null}
		</List>,
	);
const studio = (of: Recording, news: News | null) => () =>
	page(
		<div class="voice-studio">
			<Studio
				recording={of}
				place={3}
				all={RECORDINGS.recordings.length}
				news={news}
				loudspeaker={loudspeaker}
				previous={nothing}
				next={nothing}
				back={again}
				use={() => Promise.resolve(false)}
				setUnsaved={nothing}
			>
				<InUse recording={of} playing={null} play={nothing} nameOf={String} restore={nothing} remove={nothing} />
				<Pronounce text={of.text} said="D P M P T S P" speaks={false} busy={false} speak={nothing} />
			</Studio>
		</div>,
	);
const entry = (clip: string, text: string, change: PackEntry['change']): PackEntry => ({
	...{ language: 'id', clip, text, change },
	fault: change === 'unusable' ? 'empty' : null,
});
const plan = (entries: readonly PackEntry[]) => () => (
	<PlanDialog
		plan={{ hall: 'MPP Kota Parepare', day: '2026-01-14', said: 2, entries }}
		busy={false}
		install={again}
		close={again}
	/>
);
const FOUND = [
	entry('tiga', 'tiga', 'replace'),
	entry('empat', 'empat', 'add'),
	entry('lima', 'lima', 'same'),
	entry('agency-bank', 'Bank Sulselbar', 'foreign'),
];
const LONG = 'Bapak dan Ibu, sebentar lagi layanan hari ini ditutup. Pemegang nomor antrean tetap kami layani.';
const DOUBT: News = {
	tone: 'soon',
	text: '“silakan menuju loket” dipakai, tetapi: Ramai di belakangnya. Rekam di ruang yang lebih tenang.',
	undo: nothing,
};

export const VOICE: Readonly<Record<string, () => ComponentChild>> = {
	'voice-settings': () =>
		page(
			<div class="voice-columns">
				<Settings
					draft={draft.value}
					change={(part) => {
						draft.value = { ...draft.value, ...part };
					}}
				/>
				<Sample agencies={RECORDINGS.agencies} voice={draft.value} saved={false} volume={1} loudspeaker={loudspeaker} />
			</div>,
		),
	'voice-never-heard': () =>
		page(
			<div class="voice-columns">
				<Settings draft={draftOf({ ...DEFAULT_VOICE, quiet: [{ from: 0, to: 24 * 60 }] })} change={nothing} />
			</div>,
		),
	'voice-upload': () =>
		page(
			<UploadDialog
				files={['tiga.wav', 'rekaman-panggilan-loket-yang-panjang-sekali-namanya-2026.mp3', 'nol.wav'].map(
					(name) => new File(['x'], name),
				)}
				language="id"
				recordings={RECORDINGS.recordings}
				close={nothing}
			/>,
		),
	'voice-list': list(RECORDINGS),
	'voice-list-none': list({
		...RECORDINGS,
		recordings: RECORDINGS.recordings.map((it) => ({ ...it, from: 'bundled' })),
	}),
	'voice-list-all': list({ ...RECORDINGS, recordings: RECORDINGS.recordings.map((it) => ({ ...it, from: 'own' })) }),
	'voice-studio': studio(recording('agency-dpmptsp', 'DPMPTSP', 'nobody'), null),
	'voice-studio-doubt': studio({ ...recording('phrase-loket', 'silakan menuju loket', 'own'), before: true }, DOUBT),
	'voice-studio-notice': studio(recording('notice-closing', LONG), null),
	'voice-plan': plan(FOUND),
	'voice-plan-bad': plan([...FOUND, entry('enam', 'enam', 'unusable')]),
	'voice-failed': () => <VoiceNotYet refusal={{ code: 'no_answer' }} again={again} />,
	'voice-loading': () => <VoiceNotYet refusal={null} again={again} />,
};
