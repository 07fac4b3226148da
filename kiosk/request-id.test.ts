import { expect, it } from 'vitest';
import { requestId } from './request-id.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it('names every press with a UUID, also where the browser calls the hall insecure and offers none', () => {
	const insecure = { getRandomValues: crypto.getRandomValues.bind(crypto) };
	const names = Array.from({ length: 1000 }, () => requestId(insecure));
	for (const name of names) expect(name).toMatch(UUID);
	expect(new Set(names).size).toBe(1000);
	expect(requestId(crypto)).toMatch(UUID);
});
