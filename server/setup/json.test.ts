import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, print } from './json.ts';
import { jsonFault } from './json-fault.ts';

const isJson = (text: string): boolean => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};

test.each([
	['', 0],
	['{', 1],
	['{"a" 1}', 5],
	['{"a":1,}', 7],
	['[1,]', 3],
	['[1 2]', 3],
	['{"a":1]', 6],
	['[1}', 2],
	['{1:2}', 1],
	['"a\nb"', 0],
	['01', 1],
	['1 2', 2],
	["{'a':1}", 1],
	['[true, nil]', 7],
	['\n [1]', null],
	[' {"a": [{}, [], "\\u00e9", -1.5e3, null]} ', null],
])('in %j the fault is at %j', (text, offset) => {
	expect(jsonFault(text)).toBe(offset);
});

test('a text is faulty exactly when it is no JSON, whatever was cut out of it or put into it', () => {
	const piece = fc.oneof(
		fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '1', '-', '.', 'e', 'null', '\n', '\t', ' ', '\u0001'),
		fc.string({ maxLength: 2 }),
	);
	fc.assert(
		fc.property(fc.json(), fc.nat(), fc.nat(3), piece, (json, place, length, put) => {
			const offset = place % (json.length + 1);
			const text = json.slice(0, offset) + put + json.slice(offset + length);
			expect(jsonFault(text) === null).toBe(isJson(text));
		}),
		{ numRuns: 1000 },
	);
});

test('every value comes out as it went in', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			const parsed = parse(JSON.stringify([value]));
			expect(parsed.ok && print(parsed.value)).toBe(print(JSON.parse(JSON.stringify([value]))));
		}),
	);
});

test('keys that look like numbers stay where the file has them', () => {
	const text = '{\n "b": 1,\n "10": 2,\n "#2": 3,\n "2": 4,\n "02": 5,\n "##3": 6\n}';
	const parsed = parse(text);
	expect(parsed.ok && print(parsed.value)).toBe(text);
	const escaped = parse('{"b":1,"\\u0031":2,"\\u00231":3}');
	expect(escaped.ok && print(escaped.value)).toBe('{\n "b": 1,\n "1": 2,\n "#1": 3\n}');
});
