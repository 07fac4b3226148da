// What the hall itself says of its languages: their names at the start, and one of them whole when somebody asks for it.

import type { Reply } from '../shared/contract.ts';
import type { LanguageCode, LanguageFacts, LanguageFile } from '../shared/words/regional.ts';

async function ask<Value>(address: string): Promise<Value> {
	const reply: Reply<Value> = await (await fetch(address)).json();
	if (!reply.ok) throw new Error(`${address}: ${reply.refusal.code}`);
	return reply.value;
}

export const fetchRegionalFacts = (): Promise<readonly LanguageFacts[]> => ask('/languages');
export const fetchLanguageFile = (code: LanguageCode): Promise<LanguageFile> => ask(`/languages/${code}`);
