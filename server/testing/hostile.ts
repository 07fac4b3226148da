// Input that nobody of good will sends: whole messages of the wrong kind, and every field of a good one made bad.

type Input = Readonly<Record<string, unknown>>;

/** Control characters, direction overrides, what looks like SQL or a path, and what numbers are not. */
const BAD_VALUES: readonly unknown[] = [
	null,
	true,
	-1,
	1.5,
	1e21,
	'',
	'1',
	'\u0000',
	'nib\u0000',
	'a\u202eb\u0007',
	"'; drop table tickets; --",
	'../../etc/passwd',
	'x'.repeat(5_000),
	[],
	[[]],
	{},
	{ length: 1, 0: 'nib' },
];

const WHOLE: readonly unknown[] = [
	null,
	0,
	42,
	'take',
	true,
	[],
	[{}],
	[['nib']],
	{ toString: null },
	JSON.parse('{"__proto__":{"ok":true}}'),
	JSON.parse('{"constructor":{"prototype":{"ok":true}}}'),
	deep(500),
];

function deep(levels: number): unknown {
	let it: unknown = {};
	for (let level = 0; level < levels; level++) it = { it };
	return it;
}

/** Every way to spoil this good input; each with a name for the test's message. */
export function spoiled(good: Input): readonly (readonly [string, unknown])[] {
	const named = (what: string, value: unknown) => [what, value] as const;
	const fields = Object.entries(good).flatMap(([field, value]) => [
		named(`without ${field}`, Object.fromEntries(Object.entries(good).filter(([name]) => name !== field))),
		...BAD_VALUES.filter((bad) => bad !== value && !isFine(field, bad)).map((bad) =>
			named(`${field} = ${JSON.stringify(bad).slice(0, 40)}`, { ...good, [field]: bad }),
		),
	]);
	return [
		...WHOLE.map((bad) => named(`instead: ${JSON.stringify(bad).slice(0, 40)}`, bad)),
		named('an extra field', { ...good, admin: true }),
		named(
			'a field __proto__',
			JSON.parse(
				`${JSON.stringify(good).slice(0, -1)}${Object.keys(good).length > 0 ? ',' : ''}"__proto__":{"admin":true}}`,
			),
		),
		...fields,
	];
}

/** A priority may be null, a service may have any plain name, and the reason of a break and the foot of a slip are anybody's words. */
const isFine = (field: string, value: unknown): boolean =>
	(field === 'priority' && value === null) ||
	(field === 'serviceId' && value === '1') ||
	(field === 'note' && typeof value === 'string' && /^[ -~]{0,80}$/.test(value)) ||
	(field === 'reason' && typeof value === 'string' && /^[ -~]{1,80}$/.test(value));
