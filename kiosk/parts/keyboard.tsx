// Letters on the glass, in the order that every telephone in the hall has. Digits and signs are never needed to find a
// service: the search does without them.

import { Delete } from 'lucide-preact';
import type { Go } from '../flow.ts';
import type { Say } from '../words.ts';

const ROWS = ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'];

export interface KeyboardProps {
	readonly say: Say;
	readonly typed: string;
	readonly go: Go;
}

export function Keyboard({ say, typed, go }: KeyboardProps) {
	const words = say.kiosk.search;
	return (
		<fieldset class="keyboard" aria-label={words.keyboard}>
			{ROWS.map((row, place) => (
				<div class="keys" key={row}>
					{[...row].map((letter) => (
						<button
							key={letter}
							type="button"
							class="key"
							onClick={() => go({ kind: 'wrote', text: letter.toLowerCase() })}
						>
							{letter}
						</button>
					))}
					{place === ROWS.length - 1 && (
						<button
							type="button"
							class="key wide"
							aria-label={words.erase}
							disabled={typed === ''}
							onClick={() => go({ kind: 'erased' })}
						>
							<Delete />
						</button>
					)}
				</div>
			))}
			<div class="keys">
				<button type="button" class="key wide" disabled={typed === ''} onClick={() => go({ kind: 'typed', typed: '' })}>
					{words.clear}
				</button>
				<button type="button" class="key space" onClick={() => go({ kind: 'wrote', text: ' ' })}>
					{words.space}
				</button>
			</div>
		</fieldset>
	);
}
