// An expected "no", thrown by a verb so that its savepoint is rolled back; caught in one place, where the asker is answered.

import type { Refusal } from '../../shared/refusal.ts';

export class Refused extends Error {
	readonly refusal: Refusal;
	constructor(refusal: Refusal) {
		super(refusal.code);
		this.refusal = refusal;
	}
}

export function refuse(refusal: Refusal): never {
	throw new Refused(refusal);
}

/** Throws the refusal if there is one: `refuseIf(can(ticket.state, event))`. */
export function refuseIf(refusal: Refusal | null): void {
	if (refusal) throw new Refused(refusal);
}
