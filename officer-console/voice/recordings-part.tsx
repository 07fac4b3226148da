// The recordings of the hall: the list or, in its place, the studio; what was done last and the way back; and beside them a
// call to try and the file of the whole voice.

import { Bot, Upload } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Reply } from '../../shared/contract.ts';
import type { Recording, Recordings } from '../../shared/recording.ts';
import type { Refusal } from '../../shared/refusal.ts';
import type { Language } from '../../shared/words/words.ts';
import { Dialog } from '../manager/dialog.tsx';
import { keepTake, makeNames, readName, recordingsOf, removeTake, restoreTake, soundOf, type Which } from './api.ts';
import { wavOf } from './encode.ts';
import { InUse, Pronounce } from './in-use.tsx';
import { List } from './list.tsx';
import { type News, NewsLine, refusedNews } from './news.tsx';
import { type Filter, groupsOf, isName, isSpokenName, nextMissing, orderOf } from './order.ts';
import { PackPanel } from './pack.tsx';
import type { Loudspeaker } from './sound.ts';
import { Studio } from './studio.tsx';
import { UploadDialog } from './upload.tsx';
import { words } from './words.ts';

const LANGUAGES: readonly Language[] = ['id', 'en'];

interface Props {
	readonly first: Recordings;
	readonly loudspeaker: Loudspeaker;
	readonly sample: ComponentChildren;
	/** A take is neither used nor thrown away. */
	readonly setTaken: (taken: boolean) => void;
}

export function RecordingsPart({ first, loudspeaker, sample, setTaken }: Props) {
	const say = words.recordings;
	const [language, setLanguage] = useState<Language>('id');
	const [now, setNow] = useState(first);
	const [filter, setFilter] = useState<Filter>('all');
	const [clip, setClip] = useState<string | null>(null);
	const [news, setNews] = useState<News | null>(null);
	const [files, setFiles] = useState<readonly File[]>([]);
	const [making, setMaking] = useState(false);
	const [unkept, setUnkept] = useState(false);
	/** Where to, once it is agreed that a take may be lost. */
	const [asking, setAsking] = useState<{ readonly go: () => void } | null>(null);
	const chooser = useRef<HTMLInputElement>(null);
	const { recordings, speaks, said } = now;
	/** The studio goes through all of them, whatever the list shows; only the list is filtered. */
	const order = orderOf(groupsOf(recordings, 'all'));
	const place = order.findIndex((it) => it.clip === clip);
	const open = order[place] ?? null;

	const read = async (of: Language): Promise<void> => {
		const reply = await recordingsOf(of);
		if (!reply.ok) return setNews(refusedNews(reply.refusal));
		setLanguage(of);
		setNow(reply.value);
	};
	useEffect(() => {
		// What was recorded since the page was opened is not in what it was opened with.
		void read(language);
	}, []);
	/** What was done, told once the list is as it is now; `undo` takes it back in the same way. */
	const done = async <Value,>(reply: Reply<Value>, tell: (value: Value) => News): Promise<boolean> => {
		if (!reply.ok) {
			setNews(refusedNews(reply.refusal));
			return false;
		}
		await read(language);
		setNews(tell(reply.value));
		return true;
	};
	const good = (text: string, undo: (() => void) | null): News => ({ tone: 'good', text, undo });

	const restore = async ({ clip: it, text }: Recording): Promise<void> => {
		const reply = await restoreTake(language, it);
		await done(reply, () => good(words.studio.restored(text), null));
	};
	const remove = async (it: Recording): Promise<void> => {
		const reply = await removeTake(language, it.clip);
		await done(reply, () => good(words.studio.removed(it.text), () => void restore(it)));
	};
	const use = async (it: Recording, samples: Float32Array): Promise<boolean> => {
		const reply = await keepTake(language, it.clip, wavOf(samples));
		// The first take of all is taken back by removing it.
		const undo = () => void (it.from === 'own' ? restore(it) : remove(it));
		const kept = await done(reply, ({ doubts }) =>
			doubts.length === 0
				? good(words.studio.saved(it.text), undo)
				: {
						tone: 'soon',
						text: words.doubtful(it.text, doubts.map((doubt) => words.doubts[doubt]).join(' ')),
						undo,
					},
		);
		if (!kept || !reply.ok) return false;
		// One that an ear would mind is looked at before the next is recorded.
		const next = nextMissing(order, it.clip);
		if (next && reply.value.doubts.length === 0) setClip(next.clip);
		return true;
	};
	const makeMissing = async (): Promise<void> => {
		setMaking(true);
		await done(await makeNames(null), ({ made }) => good(made > 0 ? say.namesMade(made) : say.noNamesLeft, null));
		setMaking(false);
	};
	const speak = async (it: Recording, as: string | null): Promise<void> => {
		setMaking(true);
		const written = await readName(it.clip, as);
		const reply = written.ok ? await makeNames(it.clip) : written;
		const undo = () => void (it.from === 'own' ? restore(it) : remove(it));
		await done<unknown>(reply, () => good(words.studio.saved(it.text), undo));
		setMaking(false);
	};

	const nameOf = (it: string, which: Which): string => `${which} ${it}`;
	const play = async (it: string, which: Which): Promise<void> => {
		const refusal: Refusal | null = await loudspeaker.play(nameOf(it, which), () => soundOf(language, it, which), 1);
		if (refusal) setNews(refusedNews(refusal));
	};
	const away = (go: () => void): void => {
		if (unkept) setAsking({ go });
		else go();
	};
	const show = (next: string | null) => () =>
		away(() => {
			setNews(null);
			setClip(next);
		});
	const setBoth = (taken: boolean): void => {
		setUnkept(taken);
		setTaken(taken);
	};
	const missingNames = recordings.some((it) => it.from === 'nobody' && isSpokenName(it.clip));
	const whyNoNames = !speaks ? say.noProgram : missingNames ? null : say.noNamesLeft;
	return (
		<div class={open ? 'voice-studio' : 'voice-columns'}>
			{open ? (
				<Studio
					recording={open}
					place={place + 1}
					all={order.length}
					news={news}
					loudspeaker={loudspeaker}
					previous={place > 0 ? show(order[place - 1]?.clip ?? null) : null}
					next={place + 1 < order.length ? show(order[place + 1]?.clip ?? null) : null}
					back={show(null)}
					use={(samples) => use(open, samples)}
					setUnsaved={setBoth}
				>
					<InUse
						recording={open}
						playing={loudspeaker.playing.value}
						play={(which) => void play(open.clip, which)}
						nameOf={(which) => nameOf(open.clip, which)}
						restore={() => void restore(open)}
						remove={() => void remove(open)}
					/>
					{language === 'id' && isName(open.clip) && (
						<Pronounce
							text={open.text}
							said={said[open.text] ?? null}
							speaks={speaks}
							busy={making}
							speak={(as) => void speak(open, as)}
						/>
					)}
				</Studio>
			) : (
				<div class="voice-list">
					<NewsLine news={news} />
					<List
						recordings={now}
						filter={filter}
						choose={setFilter}
						playing={loudspeaker.playing.value?.replace(/^now /, '') ?? null}
						play={(it) => void play(it, 'now')}
						open={(it) => show(it)()}
					>
						<fieldset class="presets">
							<legend class="visually-hidden">{words.language}</legend>
							{LANGUAGES.map((it) => (
								<button type="button" key={it} aria-pressed={it === language} onClick={() => void read(it)}>
									{words.languages[it]}
								</button>
							))}
						</fieldset>
					</List>
				</div>
			)}
			{!open && (
				<aside class="voice-aside">
					<section class="panel more">
						<input
							ref={chooser}
							type="file"
							multiple
							accept="audio/*,.wav,.mp3,.opus,.ogg,.m4a"
							hidden
							onChange={(event) => {
								const input = event.currentTarget;
								setFiles([...(input.files ?? [])]);
								input.value = '';
							}}
						/>
						<button type="button" class="plain" onClick={() => chooser.current?.click()}>
							<Upload size={18} aria-hidden="true" /> {say.upload}
						</button>
						<p class="quiet">{say.uploadHint}</p>
						{language === 'id' && (
							<>
								<button
									type="button"
									class="plain"
									aria-disabled={whyNoNames !== null || making}
									aria-busy={making}
									aria-describedby={whyNoNames ? 'no-names' : undefined}
									onClick={() => whyNoNames === null && !making && void makeMissing()}
								>
									<Bot size={18} aria-hidden="true" /> {making ? say.makingNames : say.makeNames}
								</button>
								{whyNoNames && (
									<p class="quiet" id="no-names">
										{whyNoNames}
									</p>
								)}
							</>
						)}
					</section>
					{sample}
					<PackPanel
						any={recordings.some((it) => it.from === 'own')}
						installed={(it) => void read(language).then(() => setNews(it))}
					/>
				</aside>
			)}
			{files.length > 0 && (
				<UploadDialog
					files={files}
					language={language}
					recordings={recordings}
					close={(changed) => {
						setFiles([]);
						if (changed) void read(language);
					}}
				/>
			)}
			{asking && (
				<Dialog title={words.studio.leaveHeading} onClose={() => setAsking(null)}>
					<div class="ends">
						<button type="button" class="plain" onClick={() => setAsking(null)}>
							{words.upload.cancel}
						</button>
						<button
							type="button"
							class="primary"
							onClick={() => {
								setAsking(null);
								setBoth(false);
								asking.go();
							}}
						>
							{words.studio.discard}
						</button>
					</div>
				</Dialog>
			)}
		</div>
	);
}
