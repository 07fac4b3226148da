// Why the agent cannot go on: a sentence for the person who started it. Anything else that is thrown is a bug.

export class Refused extends Error {}
