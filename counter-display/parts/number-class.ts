// How large a number is set: five signs ("A-012") fill their place, longer ones go down the steps of board.css.

import { stepOf } from '../../shared/legible.ts';

export function numberClass(number: string): string {
	const step = stepOf(number.length);
	return step === 0 ? 'number' : `number longer-${step}`;
}
