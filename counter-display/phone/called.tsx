// Who is called: captions in the words that are spoken, what else is announced, and the calls before.

import { Megaphone, Repeat, Volume2, VolumeX } from 'lucide-preact';
import { type Caption, captionsOf, latestOf } from './captions.ts';
import type { PartProps, PhoneProps } from './phone.tsx';

export function Captions({ say, view, ...aloud }: PartProps & Pick<PhoneProps, 'aloud' | 'sound' | 'onAloud'>) {
	const words = say.phone.captions;
	const captions = captionsOf(view, say.language);
	return (
		<section aria-labelledby="captions">
			<header class="section-head">
				<h2 id="captions">{words.heading}</h2>
				<Aloud say={say} view={view} {...aloud} />
			</header>
			{captions.length === 0 && <p class="quiet">{words.none}</p>}
			<ol class="captions">
				{captions.map((it) => (
					<Spoken key={it.call.number} caption={it} say={say} view={view} />
				))}
			</ol>
		</section>
	);
}

function Spoken({ caption, say, view }: PartProps & { readonly caption: Caption }) {
	const { call, sentences } = caption;
	const { common, phone } = say;
	return (
		<li class="caption">
			<p class="caption-top">
				<strong class="number">{call.number}</strong>
				<span class="where">
					<strong>{common.counter(call.counter, view.hall.desk)}</strong>
					<span>{call.agency.shortName}</span>
				</span>
			</p>
			{sentences.map(({ language, text }) => (
				<p key={language} lang={language} class="sentence">
					{text}.
				</p>
			))}
			<p class="quiet">
				{call.recall && (
					<strong class="with-icon">
						<Repeat />
						{phone.captions.again}
					</strong>
				)}{' '}
				{phone.captions.at(common.time.clock(call.at, view.hall.timeZone))}
			</p>
		</li>
	);
}

/** The same files that the boards play, on this phone: off until somebody touches it. */
function Aloud({ say, view, aloud, sound, onAloud }: PartProps & Pick<PhoneProps, 'aloud' | 'sound' | 'onAloud'>) {
	const words = say.phone.aloud;
	const failed = sound === 'locked' || sound === 'muted' || sound === 'none';
	const note = failed ? words.failed : view.voice.quiet ? words.quiet : null;
	return (
		<>
			<button type="button" class="plain" aria-pressed={aloud} onClick={() => onAloud(!aloud || failed)}>
				{aloud ? <Volume2 /> : <VolumeX />}
				{words.on}
			</button>
			{aloud && note && (
				<p class="wide quiet" role="status">
					{note}
				</p>
			)}
		</>
	);
}

/** What is announced besides calls is heard by as few. */
export function Notices({ say, view }: PartProps) {
	if (view.notices.length === 0) return null;
	return (
		<section aria-labelledby="notices">
			<h2 id="notices">{say.phone.notices}</h2>
			<ul class="notices">
				{[...view.notices].reverse().map((it) => (
					<li key={it.key}>
						<Megaphone />
						<span>
							{it.text}{' '}
							<span class="quiet">{say.phone.captions.at(say.common.time.clock(it.at, view.hall.timeZone))}</span>
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}

export function Latest({ say, view }: PartProps) {
	const { common, phone } = say;
	const latest = latestOf(view);
	if (latest.length === 0) return null;
	return (
		<section aria-labelledby="latest">
			<h2 id="latest">{phone.latest}</h2>
			<ul class="latest">
				{latest.map((it) => (
					<li key={it.rev}>
						<strong class="number">{it.number}</strong>
						<span>
							{common.counter(it.counter, view.hall.desk)} · {it.agency.shortName}
						</span>
						<span class="quiet">{common.states[it.state]}</span>
					</li>
				))}
			</ul>
		</section>
	);
}
