// The officers' PINs, kept as scrypt hashes. A six-digit PIN is weak by nature: the cost of one try, the lock after a few,
// and the counter in the hall are what protect it. Two hashes at once at most, or a rush of tries would starve the hall.

import { randomBytes, randomInt, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

const COST = 2 ** 15;
const BLOCK = 8;
const PARALLEL = 3;
const HASH_BYTES = 32;
/** Each hash takes 32 MB and a thread of the four that Node also reads files with. */
const MOST_AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function derive(pin: string, salt: Buffer, length: number, options: ScryptOptions): Promise<Buffer> {
	if (running >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
	else running += 1;
	try {
		return await new Promise<Buffer>((resolve, reject) =>
			scrypt(pin, salt, length, options, (error, hash) => (error ? reject(error) : resolve(hash))),
		);
	} finally {
		// The place is handed on, not freed and taken again: nobody can slip in between.
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
	}
}

/** scrypt needs 128 * N * r bytes, a little more with p; Node's own limit is just below that. */
const costs = (cost: number, block: number, parallel: number): ScryptOptions => ({
	N: cost,
	r: block,
	p: parallel,
	maxmem: 128 * block * (cost + parallel + 2) * 2,
});

/** "scrypt$32768$8$3$salt$hash": the costs stand beside the hash, so that they can be raised without a new PIN for all. */
export async function hashPin(pin: string): Promise<string> {
	const salt = randomBytes(16);
	const hash = await derive(pin, salt, HASH_BYTES, costs(COST, BLOCK, PARALLEL));
	return ['scrypt', COST, BLOCK, PARALLEL, salt.toString('base64'), hash.toString('base64')].join('$');
}

/** Whether this is the PIN; a stored text that is no hash of ours is a bug, not a wrong PIN. */
export async function checkPin(pin: string, stored: string): Promise<boolean> {
	const [kind, cost, block, parallel, salt, hash] = stored.split('$');
	if (kind !== 'scrypt' || !salt || !hash) throw new Error('not a hash of a PIN');
	const wanted = Buffer.from(hash, 'base64');
	const given = await derive(
		pin,
		Buffer.from(salt, 'base64'),
		wanted.length,
		costs(Number(cost), Number(block), Number(parallel)),
	);
	return timingSafeEqual(given, wanted);
}

export const newPin = (): string => String(randomInt(1_000_000)).padStart(6, '0');
