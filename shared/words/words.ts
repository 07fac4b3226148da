// Every sentence on a screen or slip, once per language. `Words` is the shape of the Indonesian dictionary, so a
// sentence missing in another language does not compile.

import { en } from './en.ts';
import { id } from './id.ts';

type Sentences<T> = T extends (...args: infer Args) => string
	? (...args: Args) => string
	: T extends string
		? string
		: { readonly [K in keyof T]: Sentences<T[K]> };

export type Words = Sentences<typeof id>;
export type Language = 'id' | 'en';

export const words: Readonly<Record<Language, Words>> = { id, en };
