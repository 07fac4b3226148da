import { expect, test } from 'vitest';
import { checkPin, hashPin, newPin } from './pin.ts';
import { digest, newPairingCode, newTicketToken, newToken } from './secret.ts';

test('a PIN is known again, another is not, and two hashes of one PIN differ', async () => {
	const [one, two] = await Promise.all([hashPin('246810'), hashPin('246810')]);
	expect(one).toMatch(/^scrypt\$32768\$8\$3\$[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=$/);
	expect(one).not.toBe(two);
	expect(await Promise.all([checkPin('246810', one), checkPin('246811', one), checkPin('', one)])).toEqual([
		true,
		false,
		false,
	]);
});

test('a hash made at other costs is still checked at those', async () => {
	// RFC 7914, section 12: scrypt("password", "NaCl", N=1024, r=8, p=16), the first 32 bytes.
	const stored = `scrypt$1024$8$16$${Buffer.from('NaCl').toString('base64')}$${Buffer.from('fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162', 'hex').toString('base64')}`;
	expect(await checkPin('password', stored)).toBe(true);
	expect(await checkPin('passwort', stored)).toBe(false);
});

test('a stored text that is no hash is a fault of ours, not a wrong PIN', async () => {
	await expect(checkPin('246810', 'md5$abc')).rejects.toThrow('not a hash');
	await expect(checkPin('246810', '')).rejects.toThrow('not a hash');
});

test('a rush of tries is all answered, also after one that failed', async () => {
	const stored = await hashPin('111111');
	const broken = checkPin('1', stored.replace('$32768$', '$7$'));
	const tries = ['000000', '111111', '222222', '333333', '111111'].map((pin) => checkPin(pin, stored));
	await expect(broken).rejects.toThrow();
	expect(await Promise.all(tries)).toEqual([false, true, false, false, true]);
});

test('secrets have the form that people and addresses need, and do not repeat', () => {
	const many = Array.from({ length: 200 }, () => [newPin(), newPairingCode(), newTicketToken(), newToken()] as const);
	for (const [pin, code, ticket, token] of many) {
		expect(pin).toMatch(/^\d{6}$/);
		expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/);
		expect(ticket).toMatch(/^[A-Za-z0-9_-]{22}$/);
		expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
	}
	expect(new Set(many.flatMap(([, code, ticket, token]) => [code, ticket, token])).size).toBe(600);
	expect(digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
