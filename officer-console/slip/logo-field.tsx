// The hall's logo: chosen from a file, made black and white here, with a slider for where black begins.

import { useRef, useState } from 'preact/hooks';
import { words } from '../manager/words.ts';
import { type Picture, printable, readPicture, USUAL_SHADE } from './logo.ts';

interface Props {
	readonly logo: string | null;
	readonly change: (logo: string | null) => void;
}

export function LogoField({ logo, change }: Props) {
	const say = words.printing.slip;
	const file = useRef<HTMLInputElement>(null);
	/** The picture as it was chosen; gone with the page, for only what is printed of it is kept. */
	const [picture, setPicture] = useState<Picture | null>(null);
	const [shade, setShade] = useState(USUAL_SHADE);
	const [wrong, setWrong] = useState(false);
	const read = async (chosen: File | undefined): Promise<void> => {
		if (!chosen) return;
		const next = await readPicture(chosen);
		setWrong(next === null);
		if (!next) return;
		setPicture(next);
		change(printable(next, shade));
	};
	return (
		<>
			<input
				ref={file}
				type="file"
				accept="image/*"
				hidden
				onChange={(event) => {
					const input = event.currentTarget;
					void read(input.files?.[0]).finally(() => {
						// The same file may be chosen again.
						input.value = '';
					});
				}}
			/>
			{logo && <img class="logo-now" src={`data:image/png;base64,${logo}`} alt={say.blocks.logo} />}
			<div class="logo-deeds">
				<button type="button" class="plain" onClick={() => file.current?.click()}>
					{logo ? say.logoOther : say.logoChoose}
				</button>
				{logo && (
					<button
						type="button"
						class="plain"
						onClick={() => {
							setPicture(null);
							change(null);
						}}
					>
						{say.logoRemove}
					</button>
				)}
			</div>
			{logo && picture && (
				<label class="shade">
					{say.logoShade}
					<input
						type="range"
						min={20}
						max={235}
						value={shade}
						onInput={(event) => {
							const next = event.currentTarget.valueAsNumber;
							setShade(next);
							change(printable(picture, next));
						}}
					/>
				</label>
			)}
			<p class={wrong ? 'fault' : 'quiet'} role="status">
				{wrong ? say.logoWrong : say.logoHint}
			</p>
		</>
	);
}
