// A recording as a picture: where it sounds, how loud, and what of it will be cut off.

import { columnsOf, keptPart } from './encode.ts';

const COLUMNS = 160;
/** A column of silence is still a line. */
const LEAST = 0.015;

interface Props {
	readonly samples: Float32Array | null;
	readonly label: string;
}

export function Wave({ samples, label }: Props) {
	const kept = samples ? keptPart(samples) : { from: 0, to: 1 };
	const columns = samples ? columnsOf(samples, COLUMNS) : Array.from({ length: COLUMNS }, () => 0);
	const isKept = (column: number): boolean => column + 1 > kept.from * COLUMNS && column < kept.to * COLUMNS;
	return (
		<svg class="wave" viewBox={`0 -1 ${COLUMNS} 2`} preserveAspectRatio="none" role="img" aria-label={label}>
			{columns.map((height, column) => {
				const size = Math.max(LEAST, height);
				return (
					<rect
						key={column}
						class={isKept(column) ? 'kept' : 'cut'}
						x={column + 0.15}
						width={0.7}
						y={-size}
						height={2 * size}
					/>
				);
			})}
		</svg>
	);
}
