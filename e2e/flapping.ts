// A bad network: a door to the hall that somebody keeps slamming. Whoever comes through it is cut off in the middle of a word.

import { connect, createServer, type Socket } from 'node:net';

export interface Door {
	readonly url: string;
	readonly open: () => void;
	/** Everybody who is in is thrown out, and nobody gets in. */
	readonly shut: () => void;
	/** Opens and shuts the door by turns, 0.2 to 3 s each, for so long; open at the end. */
	readonly flap: (forMs: number, random: () => number) => Promise<number>;
	readonly close: () => Promise<void>;
}

const SHORTEST = 200;
const LONGEST = 3_000;

/** `to`: the hall's own address, asked anew for each who comes: a hall that is started again may have moved. */
export async function openDoor(to: () => string): Promise<Door> {
	const inside = new Set<Socket>();
	let isOpen = true;
	const server = createServer((outer) => {
		outer.on('error', () => undefined);
		if (!isOpen) return outer.resetAndDestroy();
		const { hostname, port } = new URL(to());
		const inner = connect(Number(port), hostname);
		for (const [one, other] of [
			[outer, inner],
			[inner, outer],
		] as const) {
			inside.add(one);
			one.on('error', () => other.destroy());
			one.on('close', () => {
				inside.delete(one);
				other.destroy();
			});
			one.pipe(other);
		}
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('the door has no address');
	const open = (): void => {
		isOpen = true;
	};
	const shut = (): void => {
		isOpen = false;
		for (const it of inside) it.destroy();
	};
	const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
	return {
		url: `http://127.0.0.1:${address.port}`,
		open,
		shut,
		flap: async (forMs, random) => {
			const until = performance.now() + forMs;
			const span = (): number => SHORTEST + random() * (LONGEST - SHORTEST);
			let cuts = 0;
			while (performance.now() < until) {
				shut();
				cuts++;
				await wait(span());
				open();
				await wait(span());
			}
			return cuts;
		},
		close: () =>
			new Promise((done) => {
				shut();
				server.close(() => done());
			}),
	};
}
