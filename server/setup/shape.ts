// Faults of shape in a hall file: what the schema refuses, said in Indonesian with the place in the file.

import type * as z from 'zod';
import { hallFile } from './format.ts';
import type { Remark } from './parts.ts';
import { fault, kinds } from './sentences.ts';

type Issue = z.core.$ZodIssue;

/** How the place is written in a list of faults; the file itself where it is no object at all. */
export const WHOLE_FILE = '(berkas)';
const pathText = (path: readonly PropertyKey[]): string =>
	path.length === 0
		? WHOLE_FILE
		: path
				.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`))
				.join('');

function sentence(issue: z.core.$ZodRawIssue): string {
	if (issue.input === undefined) return fault.missing;
	switch (issue.code) {
		case 'invalid_type':
			return fault.kind(kinds[issue.expected] ?? issue.expected);
		case 'invalid_value':
			return fault.oneOf(issue.values.map(String));
		case 'unrecognized_keys':
			return fault.unknownKey(issue.keys);
		case 'too_big':
			return tooBig(issue.origin, Number(issue.maximum));
		case 'too_small':
			return issue.origin === 'array' ? fault.tooFew(Number(issue.minimum)) : fault.tooSmall(Number(issue.minimum));
		default:
			return fault.other;
	}
}

function tooBig(what: string, most: number): string {
	if (what === 'string') return fault.tooLong(most);
	return what === 'array' ? fault.tooMany(most) : fault.tooBig(most);
}

/** Where a value may be one of two kinds, the kind that the writer came closest to is the one meant. */
function flat(issue: Issue, above: readonly PropertyKey[]): Remark[] {
	const path = [...above, ...issue.path];
	if (issue.code !== 'invalid_union') return [{ path: pathText(path), text: issue.message }];
	const depth = (branch: readonly Issue[]): number => Math.max(0, ...branch.map((it) => it.path.length));
	const [meant] = [...issue.errors].sort((a, b) => depth(b) - depth(a));
	return meant && depth(meant) > 0
		? meant.flatMap((it) => flat(it, path))
		: [{ path: pathText(path), text: fault.other }];
}

export function shapeFaults(file: unknown): Remark[] {
	const result = hallFile.safeParse(file, { error: sentence });
	return result.success ? [] : result.error.issues.flatMap((issue) => flat(issue, []));
}
