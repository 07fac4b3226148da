import { expect, test } from 'vitest';
import { openBucket } from './bucket.ts';

test('who waits for each answer may ask for ever, however fast the answers come', () => {
	const bucket = openBucket(0);
	for (let ask = 0; ask < 10_000; ask++) {
		expect(bucket.take(0)).toBe('go');
		bucket.answered();
	}
});

test('who does not wait is told to, and then cut off', () => {
	const bucket = openBucket(0);
	const said = Array.from({ length: 300 }, () => bucket.take(0));
	expect(said.filter((it) => it === 'go')).toHaveLength(200);
	expect(said.slice(200, 220)).toEqual(Array(20).fill('too_fast'));
	expect(said.slice(220)).toEqual(Array(80).fill('cut_off'));
});

test('the right to ask comes back with time, and never beyond the first burst', () => {
	const bucket = openBucket(0);
	for (let ask = 0; ask < 200; ask++) bucket.take(0);
	expect(bucket.take(4)).toBe('too_fast');
	expect(bucket.take(10)).toBe('go');
	bucket.answered();
	const burst = Array.from({ length: 201 }, () => bucket.take(3_600_000));
	expect(burst.filter((it) => it === 'go')).toHaveLength(200);
});
