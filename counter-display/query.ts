// Writes what an address asks for. Not with URLSearchParams, which on an old TV (before Chrome 61) takes a text and no
// record: it would ask for "[object Object]".

export const query = (asked: Readonly<Record<string, string>>): string =>
	Object.entries(asked)
		.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
		.join('&');
