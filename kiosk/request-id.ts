// The name of one press (UUID v4). A hall without certificates is no secure context, where randomUUID does not exist.

type Randomness = Pick<Crypto, 'getRandomValues'> & Partial<Pick<Crypto, 'randomUUID'>>;

export function requestId(source: Randomness): string {
	if (source.randomUUID) return source.randomUUID();
	const bytes = source.getRandomValues(new Uint8Array(16));
	// RFC 9562: version 4 in the seventh byte, variant 10 in the ninth.
	const marked = Array.from(bytes, (byte, at) =>
		at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte,
	);
	const hex = marked.map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
