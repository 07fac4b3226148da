// Hours of every day at which the voice is louder, softer or silent: a row each.

import { CircleAlert, Plus, X } from 'lucide-preact';
import { type HoursRow, MOST_ROWS, withRow } from './draft.ts';
import { words } from './words.ts';

/** What a hall most likely means; changed at once where it does not. */
const USUAL = {
	volumes: { from: '10:00', to: '12:00', volume: 100 },
	quiet: { from: '11:55', to: '12:10', volume: 0 },
} as const;

interface Props {
	readonly kind: 'volumes' | 'quiet';
	readonly rows: readonly HoursRow[];
	/** Keys of rows that cannot be meant. */
	readonly faults: ReadonlySet<number>;
	readonly change: (rows: readonly HoursRow[]) => void;
}

export function Hours({ kind, rows, faults, change }: Props) {
	const say = words.settings;
	const full = rows.length >= MOST_ROWS;
	const set = (key: number, part: Partial<HoursRow>): void =>
		change(rows.map((it) => (it.key === key ? { ...it, ...part } : it)));
	return (
		<fieldset class="hours-rows">
			<legend>{say[kind]}</legend>
			<p class="quiet">{kind === 'volumes' ? say.volumesHint : say.quietHint}</p>
			{rows.map((row, index) => (
				<div class="hours-row" key={row.key}>
					<label>
						{say.from}
						<input
							type="time"
							value={row.from}
							aria-invalid={faults.has(row.key)}
							onInput={(event) => set(row.key, { from: event.currentTarget.value })}
						/>
					</label>
					<label>
						{say.to}
						<input
							type="time"
							value={row.to}
							aria-invalid={faults.has(row.key)}
							onInput={(event) => set(row.key, { to: event.currentTarget.value })}
						/>
					</label>
					{kind === 'volumes' && (
						<label class="hours-volume">
							<span>
								{say.volume} <span class="number">{say.percent(row.volume)}</span>
							</span>
							<input
								type="range"
								min={0}
								max={100}
								step={5}
								value={row.volume}
								onInput={(event) => set(row.key, { volume: event.currentTarget.valueAsNumber })}
							/>
						</label>
					)}
					<button
						type="button"
						class="row-act"
						aria-label={say.remove(index + 1)}
						title={say.remove(index + 1)}
						onClick={() => change(rows.filter((it) => it.key !== row.key))}
					>
						<X size={18} aria-hidden="true" />
					</button>
				</div>
			))}
			<div role="alert">
				{faults.size > 0 && (
					<p class="fault">
						<CircleAlert size={18} aria-hidden="true" /> {say.timeWrong}
					</p>
				)}
			</div>
			<button
				type="button"
				class="plain"
				aria-disabled={full}
				title={full ? say.most : undefined}
				onClick={() => !full && change(withRow(rows, USUAL[kind]))}
			>
				<Plus size={18} aria-hidden="true" /> {kind === 'volumes' ? say.addVolume : say.addQuiet}
			</button>
		</fieldset>
	);
}
