// `npm run hall -- language check FILE`: whether a language file says everything that a kiosk says, sentence by sentence.

import { languageFaults } from '../../shared/words/regional-check.ts';
import { readLanguage } from '../language/languages.ts';
import { type Command, DONE, REFUSED } from './commands.ts';
import { refuse, refuseUsage } from './refused.ts';
import { command, languageFault, languageFileFaults } from './sentences.ts';

export const LANGUAGE_COMMANDS: Readonly<Record<string, Command>> = {
	'language check': ({ file, terminal }) => {
		if (file === undefined) refuseUsage(command.usage);
		const read = readLanguage(terminal.read(file) ?? refuse(command.unreadable(file)));
		if (!read.ok) refuse(command.languageUnusable(file, languageFileFaults[read.fault]));
		const faults = languageFaults(read.file.sentences);
		for (const it of faults) terminal.tell(`  ${it.path}: ${languageFault(it)}`);
		terminal.tell(command.languageChecked(read.file.name, faults.length, read.file.reviewed));
		return faults.length > 0 ? REFUSED : DONE;
	},
};
