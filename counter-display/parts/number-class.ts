// How large a number is set: five signs ("A-012") fill their place, longer ones go down the steps of board.css.

const USUAL_LENGTH = 5;
const STEPS = 3;

export function numberClass(number: string): string {
	const longer = Math.min(STEPS, Math.max(0, number.length - USUAL_LENGTH));
	return longer === 0 ? 'number' : `number longer-${longer}`;
}
