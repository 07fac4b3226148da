// Where a text stops being JSON. The engine's own message names the place only sometimes, and differently in every version;
// a person with a file of two thousand lines needs the line.

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'more';

const BLANKS = /[ \t\n\r]*/y;
/** In a string stands everything from the blank on but quote and backslash. */
const TOKEN =
	/[{}[\],:]|"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function matchAt(pattern: RegExp, text: string, offset: number): string {
	pattern.lastIndex = offset;
	return pattern.exec(text)?.[0] ?? '';
}

/** The offset of the first token that cannot stand where it stands (the end of the text, if it just ends); null if it is JSON. */
export function jsonFault(text: string): number | null {
	const open: ('{' | '[')[] = [];
	let expected: Expected = 'value';
	let offset = 0;
	for (;;) {
		offset += matchAt(BLANKS, text, offset).length;
		if (offset === text.length) return expected === 'more' && open.length === 0 ? null : offset;
		const token = matchAt(TOKEN, text, offset);
		const next: Expected | null = token === '' ? null : after(token, expected, open);
		if (next === null) return offset;
		expected = next;
		offset += token.length;
	}
}

/** What may follow the token; null if the token may not stand here. Keeps count of what is open. */
function after(token: string, expected: Expected, open: ('{' | '[')[]): Expected | null {
	const inside = open.at(-1);
	switch (token) {
		case '{':
		case '[':
			if (expected !== 'value' && expected !== 'value or end') return null;
			open.push(token);
			return token === '{' ? 'key or end' : 'value or end';
		case '}':
			if (inside !== '{' || (expected !== 'more' && expected !== 'key or end')) return null;
			open.pop();
			return 'more';
		case ']':
			if (inside !== '[' || (expected !== 'more' && expected !== 'value or end')) return null;
			open.pop();
			return 'more';
		case ',':
			if (inside === undefined || expected !== 'more') return null;
			return inside === '{' ? 'key' : 'value';
		case ':':
			return expected === 'colon' ? 'value' : null;
		default:
			if (expected === 'key' || expected === 'key or end') return token.startsWith('"') ? 'colon' : null;
			return expected === 'value' || expected === 'value or end' ? 'more' : null;
	}
}
