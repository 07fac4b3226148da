// Letters on the glass: in the order that every telephone in the hall has where ten keys of 20 mm stand side by side, else in
// the order of the alphabet, by halves where not even those fit. Digits and signs are never needed to find a service.

import { Delete } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Go } from '../flow.ts';
import type { Say } from '../words.ts';

const ROWS = ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'];
const HALVES = ['ABCDEFGHIJKLM', 'NOPQRSTUVWXYZ'] as const;

export interface KeyboardProps {
	readonly say: Say;
	readonly typed: string;
	readonly go: Go;
}

export function Keyboard({ say, typed, go }: KeyboardProps) {
	const words = say.kiosk.search;
	const [half, turn] = useState<0 | 1>(0);
	const letters = (all: string) =>
		[...all].map((letter) => (
			<button key={letter} type="button" class="key" onClick={() => go({ kind: 'wrote', text: letter.toLowerCase() })}>
				{letter}
			</button>
		));
	const erase = (
		<button
			type="button"
			class="key wide"
			aria-label={words.erase}
			disabled={typed === ''}
			onClick={() => go({ kind: 'erased' })}
		>
			<Delete />
		</button>
	);
	const clear = (
		<button
			type="button"
			class="key wide clear"
			disabled={typed === ''}
			onClick={() => go({ kind: 'typed', typed: '' })}
		>
			{words.clear}
		</button>
	);
	const space = (
		<button type="button" class="key space" onClick={() => go({ kind: 'wrote', text: ' ' })}>
			{words.space}
		</button>
	);
	return (
		<fieldset class="keyboard" aria-label={words.keyboard}>
			<div class="qwerty">
				{ROWS.map((row, place) => (
					<div class="keys" key={row}>
						{letters(row)}
						{place === ROWS.length - 1 && erase}
					</div>
				))}
				<div class="keys">
					{clear}
					{space}
				</div>
			</div>
			<div class="alphabet">
				<div class={half === 0 ? 'half' : 'half away'}>{letters(HALVES[0])}</div>
				<div class={half === 1 ? 'half' : 'half away'}>{letters(HALVES[1])}</div>
				<button type="button" class="key other-half" onClick={() => turn(half === 0 ? 1 : 0)}>
					{half === 0 ? 'N–Z' : 'A–M'}
				</button>
				{space}
				{erase}
				{clear}
			</div>
		</fieldset>
	);
}
