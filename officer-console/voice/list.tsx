// Everything there is to record: how far the hall has come, and a row for each phrase with whose voice says it now.

import { CircleAlert, CircleCheck, Mic, Play, Square, Volume2 } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Recording, Recordings } from '../../shared/recording.ts';
import { FILTERS, type Filter, groupsOf, nextMissing, orderOf, progressOf, usesPlain } from './order.ts';
import { secondsText } from './said.ts';
import { words } from './words.ts';

interface Props {
	readonly recordings: Recordings;
	readonly filter: Filter;
	readonly choose: (filter: Filter) => void;
	/** The clip that is being played. */
	readonly playing: string | null;
	readonly play: (clip: string) => void;
	readonly open: (clip: string) => void;
	/** The choice of the language. */
	readonly children: ComponentChildren;
}

export function List({ recordings, filter, choose, playing, play, open, children }: Props) {
	const say = words.recordings;
	const groups = groupsOf(recordings.recordings, filter);
	const progress = progressOf(recordings.recordings);
	const next = nextMissing(orderOf(groups), null);
	return (
		<section class="panel recordings" aria-label={words.tabs.recordings}>
			<div class="progress">
				<p class="progress-text">{say.progress(progress.own, progress.all)}</p>
				<div class="bar" aria-hidden="true">
					<span style={{ width: `${(100 * progress.own) / Math.max(1, progress.all)}%` }} />
				</div>
				{progress.names > 0 && <p class="quiet">{say.names(progress.named, progress.names)}</p>}
				{progress.silent > 0 && (
					<p class="fault">
						<CircleAlert size={18} aria-hidden="true" /> {say.silent(progress.silent)}
					</p>
				)}
			</div>
			<div class="list-head">
				{children}
				<fieldset class="presets">
					<legend class="visually-hidden">{say.filter}</legend>
					{FILTERS.map((it) => (
						<button type="button" key={it} aria-pressed={it === filter} onClick={() => choose(it)}>
							{say.filters[it]}
						</button>
					))}
				</fieldset>
				<button
					type="button"
					class="primary"
					aria-disabled={next === null}
					title={next === null ? say.allDone : undefined}
					onClick={() => next && open(next.clip)}
				>
					<Mic size={18} aria-hidden="true" /> {progress.own === 0 ? say.begin : say.goOn}
				</button>
			</div>
			{groups.length === 0 && (
				<p class="good">
					<CircleCheck size={18} aria-hidden="true" /> {say.nothing}
				</p>
			)}
			{groups.map(({ kind, recordings: rows }) => (
				<div key={kind} class="kind">
					<h2>
						{say.kinds[kind]} <span class="quiet number">{rows.length}</span>
					</h2>
					<ul>
						{rows.map((it) => (
							<Row
								key={it.clip}
								recording={it}
								plain={usesPlain(it, recordings)}
								playing={playing === it.clip}
								play={() => play(it.clip)}
								open={() => open(it.clip)}
							/>
						))}
					</ul>
				</div>
			))}
		</section>
	);
}

interface RowProps {
	readonly recording: Recording;
	/** Said with the hall's own voice from inside a number. */
	readonly plain: boolean;
	readonly playing: boolean;
	readonly play: () => void;
	readonly open: () => void;
}

function Row({ recording: { text, from, ms, broken }, plain, playing, play, open }: RowProps) {
	const say = words.recordings;
	return (
		<li class={`clip from-${from}`}>
			<span class="clip-text">{text}</span>
			<span class="clip-state">
				{from === 'own' ? (
					<Mic size={15} aria-hidden="true" />
				) : from === 'bundled' ? (
					<Volume2 size={15} aria-hidden="true" />
				) : (
					<CircleAlert size={15} aria-hidden="true" />
				)}
				{plain ? say.usesPlain : say.from[from]}
				{ms !== null && !plain && <span class="quiet"> · {say.seconds(secondsText(ms / 1000))}</span>}
			</span>
			{broken && (
				<span class="chip bad">
					<CircleAlert size={14} aria-hidden="true" /> {say.broken}
				</span>
			)}
			<button
				type="button"
				class="row-act"
				aria-label={say.play(text)}
				aria-disabled={from === 'nobody'}
				onClick={() => from !== 'nobody' && play()}
			>
				{playing ? <Square size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
			</button>
			<button type="button" class="row-act" aria-label={say.open(text)} onClick={open}>
				<Mic size={16} aria-hidden="true" /> {say.record}
			</button>
		</li>
	);
}
