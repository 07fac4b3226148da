// An expected "no" of the command line, in one sentence for the person who typed it. Everything else is a bug.

export class SetupRefused extends Error {
	/** Whether what was typed cannot be understood at all, rather than cannot be done. */
	readonly usage: boolean;
	constructor(sentence: string, usage: boolean) {
		super(sentence);
		this.usage = usage;
	}
}

export function refuse(sentence: string): never {
	throw new SetupRefused(sentence, false);
}

export function refuseUsage(sentence: string): never {
	throw new SetupRefused(sentence, true);
}
