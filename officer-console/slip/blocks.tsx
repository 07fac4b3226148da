// The parts of the slip from the top: a switch and two arrows each. No dragging: every hand and every keyboard can do it.

import { ArrowDown, ArrowUp } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { words } from '../manager/words.ts';
import { canSwitch, type Draft, moved, type Row, switched } from './draft.ts';

interface Props {
	readonly draft: Draft;
	readonly change: (part: Partial<Draft>) => void;
}

/** What is switched on and still not printed, because something is missing; or why it cannot be switched. */
function hintOf({ block, on }: Row, { logo, wifiName }: Draft): string | null {
	const say = words.printing.slip;
	if (!canSwitch(block)) return say.always;
	if (on && block === 'logo' && logo === null) return say.noLogo;
	return on && block === 'wifi' && wifiName.trim() === '' ? say.noWifi : null;
}

export function Blocks({ draft, change }: Props) {
	const say = words.printing.slip;
	const { rows } = draft;
	const [spoken, setSpoken] = useState('');
	const move = (row: Row, by: -1 | 1): void => {
		const next = moved(rows, row.block, by);
		if (next === rows) return;
		change({ rows: next });
		setSpoken(say.moved(say.blocks[row.block], next.indexOf(row) + 1));
	};
	return (
		<>
			<ol class="blocks">
				{rows.map((row, place) => {
					const name = say.blocks[row.block];
					const hint = hintOf(row, draft);
					return (
						<li key={row.block} class={row.on ? 'block' : 'block off'}>
							<label>
								<input
									type="checkbox"
									checked={row.on}
									disabled={!canSwitch(row.block)}
									onChange={() => change({ rows: switched(rows, row.block) })}
								/>
								<span>
									{name}
									{hint && <span class="quiet">{hint}</span>}
								</span>
							</label>
							<button
								type="button"
								class="row-act"
								aria-label={say.up(name)}
								aria-disabled={place === 0}
								onClick={() => move(row, -1)}
							>
								<ArrowUp size={18} aria-hidden="true" />
							</button>
							<button
								type="button"
								class="row-act"
								aria-label={say.down(name)}
								aria-disabled={place === rows.length - 1}
								onClick={() => move(row, 1)}
							>
								<ArrowDown size={18} aria-hidden="true" />
							</button>
						</li>
					);
				})}
			</ol>
			<p class="visually-hidden" role="status">
				{spoken}
			</p>
		</>
	);
}
