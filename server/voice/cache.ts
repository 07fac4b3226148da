// What was composed lately, kept in memory up to a number of bytes: a call is fetched by every board of the hall at the same
// moment, and once more when it is repeated.

export interface Cache<Value> {
	/** The one kept under this key, or a new one that is kept from now on. */
	readonly get: (key: string, make: () => Value) => Value;
	readonly clear: () => void;
}

/** Whoever was not asked for longest goes first. One larger than the whole is made, and not kept. */
export function openCache<Value>(mostBytes: number, bytesOf: (value: Value) => number): Cache<Value> {
	/** A Map remembers in which order its keys came. */
	const kept = new Map<string, Value>();
	let bytes = 0;
	const drop = (key: string, value: Value): void => {
		kept.delete(key);
		bytes -= bytesOf(value);
	};
	return {
		get: (key, make) => {
			const known = kept.get(key);
			const value = known ?? make();
			if (known !== undefined) drop(key, known);
			if (bytesOf(value) > mostBytes) return value;
			kept.set(key, value);
			bytes += bytesOf(value);
			for (const [oldest, old] of kept) {
				if (bytes <= mostBytes) break;
				drop(oldest, old);
			}
			return value;
		},
		clear: () => {
			kept.clear();
			bytes = 0;
		},
	};
}
