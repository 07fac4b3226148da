// Why a device of this machine does not open, in the words of the hall: not there (unplugged), or there and not for us.

/** EACCES: this user may not (group lp or dialout); EBUSY: another program has it. */
const TURNED_AWAY: readonly unknown[] = ['EACCES', 'EPERM', 'EBUSY'];

export const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

export const whyClosed = (error: unknown): 'refused' | 'unreachable' =>
	TURNED_AWAY.includes(codeOf(error)) ? 'refused' : 'unreachable';
