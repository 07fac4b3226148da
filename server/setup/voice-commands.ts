// What can be asked of the hall's voice on the command line: recordings of its agencies' names and its own notices, and what
// kiosks read aloud, made where espeak-ng is installed. The server reads them at its next start.

import path from 'node:path';
import { hallTexts, otherTexts, sentenceTexts } from '../../shared/aloud.ts';
import { type NameToRecord, namesToRecord } from '../../shared/recording.ts';
import { KIOSK_SECTIONS } from '../../shared/words/regional-check.ts';
import { type Catalogue, readCatalogue } from '../store/catalogue.ts';
import { openAloud } from '../voice/aloud.ts';
import { lexiconOf, makeNames } from '../voice/names.ts';
import { findBundled, readPack } from '../voice/pack.ts';
import { type Command, DONE, inHall, REFUSED } from './commands.ts';
import { refuse } from './refused.ts';
import { command } from './sentences.ts';

/** A zone is only named where somebody has recorded it: a call need not be longer than it is. */
const namesOf = ({ agencies, settings }: Catalogue): readonly NameToRecord[] =>
	namesToRecord(agencies, [], settings.board.notices);

export const VOICE_COMMANDS: Readonly<Record<string, Command>> = {
	'voice names': async (asked) => {
		const { terminal } = asked;
		const { names, texts } = inHall(asked, (store) => {
			const catalogue = readCatalogue(store.tables) ?? refuse(command.noHall);
			const others = otherTexts(catalogue.settings, catalogue.printers);
			const aloud = [sentenceTexts(KIOSK_SECTIONS), hallTexts({ ...catalogue, others })].flatMap((it) => [
				...it.values(),
			]);
			return { names: namesOf(catalogue), texts: aloud };
		});
		const own = path.join(terminal.dataFolder, 'voice');
		const bundled = findBundled() ?? refuse(command.noVoice);
		const lexicon = lexiconOf(bundled, own);
		const done = await makeNames(names, lexicon, own);
		if (!done) refuse(command.noEspeak);
		for (const clip of done.unsayable) terminal.tell(command.unsayable(clip));
		terminal.tell(command.namesMade(done.made.length, done.kept.length));
		const aloud = await openAloud({
			folders: { bundled, own },
			pack: (language) => readPack(language, { bundled, own }),
			lexicon: () => lexicon,
			warn: terminal.tell,
		}).prepare('id', texts);
		if (aloud) terminal.tell(command.aloudMade(aloud.made, aloud.kept));
		return done.unsayable.length > 0 ? REFUSED : DONE;
	},
};
