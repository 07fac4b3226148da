// How calls are spoken: each choice with what it is for, and what it sounds like.

import { CircleAlert, VolumeX } from 'lucide-preact';
import { DESK_WORDS, SCHOOLS, ticketWords } from '../../shared/speech.ts';
import { type Draft, faultsOf, silencedBy } from './draft.ts';
import { Hours } from './hours.tsx';
import { words } from './words.ts';

interface Props {
	readonly draft: Draft;
	readonly change: (part: Partial<Draft>) => void;
}

const EXAMPLE = 'A-012';

export function Settings({ draft, change }: Props) {
	const say = words.settings;
	const faults = faultsOf(draft);
	const silenced = silencedBy(draft);
	return (
		<div class="voice-fields">
			<div>
				<fieldset class="panel">
					<legend>{say.school}</legend>
					<p class="quiet">{say.schoolHint}</p>
					{SCHOOLS.map((school) => (
						<label key={school} class="tick">
							<input type="radio" name="school" checked={draft.school === school} onChange={() => change({ school })} />
							<span>
								{say.schools[school]}
								<span class="quiet">{say.example(ticketWords(EXAMPLE, school).join(' '))}</span>
							</span>
						</label>
					))}
				</fieldset>
				<fieldset class="panel">
					<legend>{say.also}</legend>
					<label class="tick">
						<input type="checkbox" checked={draft.names} onChange={() => change({ names: !draft.names })} />
						<span>
							{say.names}
							<span class="quiet">{say.namesHint}</span>
						</span>
					</label>
					<label class="tick">
						<input type="checkbox" checked={draft.english} onChange={() => change({ english: !draft.english })} />
						<span>
							{say.english}
							<span class="quiet">{say.englishHint}</span>
						</span>
					</label>
					<label class="tick">
						<input type="checkbox" checked={draft.repeat} onChange={() => change({ repeat: !draft.repeat })} />
						<span>
							{say.repeat}
							<span class="quiet">{say.repeatHint}</span>
						</span>
					</label>
					{draft.repeat && (
						<label class="indented">
							{say.repeatAfter}
							<input
								type="text"
								inputMode="numeric"
								autocomplete="off"
								class="short"
								value={draft.repeatSeconds}
								aria-invalid={faults.repeat}
								onInput={(event) => change({ repeatSeconds: event.currentTarget.value })}
							/>
						</label>
					)}
					<div role="alert">
						{faults.repeat && (
							<p class="fault">
								<CircleAlert size={18} aria-hidden="true" /> {say.repeatWrong}
							</p>
						)}
					</div>
				</fieldset>
			</div>
			<div>
				<fieldset class="panel">
					<legend>{say.desk}</legend>
					<p class="quiet">{say.deskHint}</p>
					<div class="ticks">
						{DESK_WORDS.map((desk) => (
							<label key={desk} class="tick">
								<input type="radio" name="desk" checked={draft.desk === desk} onChange={() => change({ desk })} />
								{say.desks[desk]}
							</label>
						))}
					</div>
				</fieldset>
				<fieldset class="panel">
					<legend>{say.volume}</legend>
					<label>
						<span class="volume-now">
							{say.volumeHint} <span class="number">{say.percent(draft.volume)}</span>
						</span>
						<input
							type="range"
							min={0}
							max={100}
							step={5}
							value={draft.volume}
							aria-label={say.volume}
							aria-valuetext={say.percent(draft.volume)}
							onInput={(event) => change({ volume: event.currentTarget.valueAsNumber })}
						/>
					</label>
					<Hours
						kind="volumes"
						rows={draft.volumes}
						faults={faults.volumes}
						change={(volumes) => change({ volumes })}
					/>
					<NeverHeard because={silenced === 'volume'} />
				</fieldset>
				<div class="panel">
					<Hours kind="quiet" rows={draft.quiet} faults={faults.quiet} change={(quiet) => change({ quiet })} />
					<NeverHeard because={silenced === 'quiet'} />
				</div>
			</div>
		</div>
	);
}

/** Below what it speaks of, so that nothing moves under the hand that sets it. It may be saved all the same. */
const NeverHeard = ({ because }: { readonly because: boolean }) => (
	<div role="alert">
		{because && (
			<p class="never-heard">
				<VolumeX size={18} aria-hidden="true" /> {words.settings.neverHeard}
			</p>
		)}
	</div>
);
