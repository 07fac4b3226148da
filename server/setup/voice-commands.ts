// What can be asked of the hall's voice on the command line: recordings of its agencies' names, made where espeak-ng is
// installed. The server reads them at its next start.

import path from 'node:path';
import { readCatalogue } from '../store/catalogue.ts';
import { makeNames, readLexicon } from '../voice/names.ts';
import { findBundled } from '../voice/pack.ts';
import { type Command, DONE, inHall, REFUSED } from './commands.ts';
import { refuse } from './refused.ts';
import { command } from './sentences.ts';

export const VOICE_COMMANDS: Readonly<Record<string, Command>> = {
	'voice names': async (asked) => {
		const { terminal } = asked;
		const agencies = inHall(asked, (store) => readCatalogue(store.tables)?.agencies ?? refuse(command.noHall));
		const lexicon = readLexicon(findBundled() ?? refuse(command.noVoice));
		const names = agencies.map(({ id, shortName }) => ({ id, name: shortName }));
		const done = await makeNames(names, lexicon, path.join(terminal.dataFolder, 'voice'));
		if (!done) refuse(command.noEspeak);
		for (const id of done.unsayable) terminal.tell(command.unsayable(id));
		terminal.tell(command.namesMade(done.made.length, done.kept.length));
		return done.unsayable.length > 0 ? REFUSED : DONE;
	},
};
