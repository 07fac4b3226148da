// The number on the slip: the prefix of its queue and a count that starts anew every business day.

/** "A-012". Beyond the usual digits it simply grows ("A-1000"): a busy day must not give a number twice. */
export const ticketNumber = (prefix: string, sequence: number, digits: number): string =>
	`${prefix}-${String(sequence).padStart(digits, '0')}`;

/** Fewer digits leave no room for numbers that are lent out. */
const FEWEST_DIGITS_TO_LEND = 3;

/**
 * The counts that are kept for numbers lent to kiosks: 900 to 999 of three digits. Apart from all others, because a kiosk
 * without the server gives them later than their place, or never, and the ordinary numbers must stay without a gap.
 * Null where the hall's numbers are too short for it.
 */
export const lentCounts = (digits: number): { readonly first: number; readonly last: number } | null =>
	digits < FEWEST_DIGITS_TO_LEND ? null : { first: 9 * 10 ** (digits - 1), last: 10 ** digits - 1 };

/** The number of the nth visitor of a series: those that are lent out are stepped over ("A-1000" follows "A-899"). */
export function ordinaryNumber(prefix: string, nth: number, digits: number): string {
	const lent = lentCounts(digits);
	return ticketNumber(prefix, lent && nth >= lent.first ? nth + (lent.last - lent.first + 1) : nth, digits);
}

/** Prefix and sequence of a printed number, or null when it is none. */
export function readTicketNumber(number: string): { readonly prefix: string; readonly digits: string } | null {
	const parts = /^([A-Z]{1,2})-(\d{1,5})$/.exec(number);
	return parts?.[1] && parts[2] ? { prefix: parts[1], digits: parts[2] } : null;
}

/** "c17", "C 017", "c-17": the number C-017 of a hall with three digits; null for what is none. */
export function typedNumber(typed: string, digits: number): string | null {
	const [, prefix, count] = /^\s*([A-Za-z]{1,2})[\s.-]*(\d{1,5})\s*$/.exec(typed) ?? [];
	return prefix && count ? ticketNumber(prefix.toUpperCase(), Number(count), digits) : null;
}

/** One or two letters. Digits are refused: "4K-10" needs a pronouncing dictionary, "D-010" does not. */
export const isPrefix = (text: string): boolean => /^[A-Z]{1,2}$/.test(text);

/** I and O look like 1 and 0, Q and V are pronounced differently by different people: allowed, with a warning. */
export const isRiskyPrefix = (prefix: string): boolean => /[IOQV]/.test(prefix);
