// A call to try: any number, counter and agency, heard on this computer with the settings as they are being edited.

import { CircleAlert, Play, Square } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { CounterNumber } from '../../shared/id.ts';
import { typedNumber } from '../../shared/number.ts';
import type { Recordings } from '../../shared/recording.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { say } from '../../shared/voice.ts';
import { realSample, type SampleVoice, trySample } from './api.ts';
import { sayRefusal } from './said.ts';
import type { Loudspeaker } from './sound.ts';
import { words } from './words.ts';

interface Props {
	readonly agencies: Recordings['agencies'];
	readonly voice: SampleVoice;
	/** Whether boards play the same already. */
	readonly saved: boolean;
	/** 0 to 1. */
	readonly volume: number;
	readonly loudspeaker: Loudspeaker;
}

/** Of the number as it is printed; what is typed needs no zeros in front. */
const DIGITS = 3;
const NAME = 'sample';

export function Sample({ agencies, voice, saved, volume, loudspeaker }: Props) {
	const text = words.sample;
	const [typed, setTyped] = useState('A-012');
	const [desk, setDesk] = useState('3');
	const [agencyId, setAgency] = useState('');
	const [recall, setRecall] = useState(false);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const number = typedNumber(typed, DIGITS);
	const counter = /^[1-9]\d{0,2}$/.test(desk.trim()) ? (Number(desk) as CounterNumber) : null;
	const agency = agencies.find((it) => it.id === agencyId) ?? null;
	const { playing } = loudspeaker;
	useEffect(() => loudspeaker.stop, []);

	const play = async (): Promise<void> => {
		if (number === null || counter === null) return;
		const call = { number, counter, agency, recall };
		setRefusal(null);
		setRefusal(await loudspeaker.play(NAME, () => (saved ? realSample(call) : trySample(call, voice)), volume));
	};
	return (
		<section class="panel sample" aria-labelledby="sample-heading">
			<h2 id="sample-heading">{text.heading}</h2>
			<p class="quiet">{text.hint}</p>
			<div class="sample-fields">
				<label>
					{text.number}
					<input
						type="text"
						autocomplete="off"
						value={typed}
						aria-invalid={number === null}
						onInput={(event) => setTyped(event.currentTarget.value)}
					/>
				</label>
				<label>
					{text.counter}
					<input
						type="text"
						inputMode="numeric"
						autocomplete="off"
						value={desk}
						aria-invalid={counter === null}
						onInput={(event) => setDesk(event.currentTarget.value)}
					/>
				</label>
			</div>
			<label>
				{text.agency}
				<select value={agencyId} onChange={(event) => setAgency(event.currentTarget.value)}>
					<option value="">{text.noAgency}</option>
					{agencies.map((it) => (
						<option key={it.id} value={it.id}>
							{it.shortName}
						</option>
					))}
				</select>
			</label>
			<label class="tick">
				<input type="checkbox" checked={recall} onChange={() => setRecall(!recall)} />
				{text.recall}
			</label>
			<p class="caption">
				{number !== null && counter !== null
					? `“${say({ number, counter, recall, school: voice.school, desk: voice.desk, names: [] }, 'id').text}”`
					: number === null
						? text.numberWrong
						: text.counterWrong}
			</p>
			<button
				type="button"
				class="primary"
				aria-disabled={number === null || counter === null}
				onClick={() => void play()}
			>
				{playing.value === NAME ? <Square size={18} aria-hidden="true" /> : <Play size={18} aria-hidden="true" />}
				{playing.value === NAME ? text.stop : text.play}
			</button>
			<div role="status">
				{refusal ? (
					<p class="fault">
						<CircleAlert size={18} aria-hidden="true" /> {text.failed} {sayRefusal(refusal)}
					</p>
				) : (
					!saved && <p class="quiet">{text.unsaved}</p>
				)}
			</div>
		</section>
	);
}
