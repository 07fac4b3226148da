// What can be asked of the hall's voice on the command line: recordings of its agencies' names and its own notices, made where
// espeak-ng is installed. The server reads them at its next start.

import path from 'node:path';
import { type NameToRecord, namesToRecord } from '../../shared/recording.ts';
import { type Catalogue, readCatalogue } from '../store/catalogue.ts';
import { lexiconOf, makeNames } from '../voice/names.ts';
import { findBundled } from '../voice/pack.ts';
import { type Command, DONE, inHall, REFUSED } from './commands.ts';
import { refuse } from './refused.ts';
import { command } from './sentences.ts';

/** A zone is only named where somebody has recorded it: a call need not be longer than it is. */
const namesOf = ({ agencies, settings }: Catalogue): readonly NameToRecord[] =>
	namesToRecord(agencies, [], settings.board.notices);

export const VOICE_COMMANDS: Readonly<Record<string, Command>> = {
	'voice names': async (asked) => {
		const { terminal } = asked;
		const names = inHall(asked, (store) => namesOf(readCatalogue(store.tables) ?? refuse(command.noHall)));
		const own = path.join(terminal.dataFolder, 'voice');
		const done = await makeNames(names, lexiconOf(findBundled() ?? refuse(command.noVoice), own), own);
		if (!done) refuse(command.noEspeak);
		for (const clip of done.unsayable) terminal.tell(command.unsayable(clip));
		terminal.tell(command.namesMade(done.made.length, done.kept.length));
		return done.unsayable.length > 0 ? REFUSED : DONE;
	},
};
