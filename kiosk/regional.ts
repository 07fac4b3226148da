// The kiosk's sentences in a regional language, for the visitor who presses its name.

import { inRegional, type LanguageCode } from '../shared/words/regional.ts';
import { fetchLanguageFile } from './languages.ts';
import { indonesian, type Say } from './words.ts';

export async function fetchRegional(code: LanguageCode): Promise<Say> {
	const file = await fetchLanguageFile(code);
	return {
		common: inRegional('common', indonesian.common, file),
		kiosk: inRegional('kiosk', indonesian.kiosk, file),
		language: code,
		later: (name, inIndonesian) => inRegional(name, inIndonesian, file),
	};
}
