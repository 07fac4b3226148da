// What is said aloud: a call or a notice, and the addresses of its sound.

import type { Rev } from '../shared/id.ts';
import type { BoardCall, BoardNotice } from '../shared/views.ts';
import { query } from './query.ts';

/** Where a sound is, in order of preference: the next is tried only where the one before it is refused. */
export interface Utterance {
	readonly addresses: readonly string[];
}

/** What a board is saying just now. */
export type Speaking =
	| { readonly kind: 'call'; readonly rev: Rev; readonly number: string }
	| { readonly kind: 'notice'; readonly key: string; readonly notice: BoardNotice };

/** `brief`: without the chime, for those in a row of whom more wait. */
export type Manner = 'whole' | 'brief';

/** With the names of its agency and zone; then without them, which is right whatever was renamed. */
export function callAloud({ number, counter, recall, agency }: BoardCall, manner: Manner): Utterance {
	const asked = {
		...{ number, counter: String(counter), recall: recall ? '1' : '0' },
		...(manner === 'brief' && { chime: '0' }),
	};
	const bare = query(asked);
	const named = query({ ...asked, agency: agency.id, zone: String(agency.zone) });
	return { addresses: [`/voice/call.wav?${named}`, `/voice/call.wav?${bare}`] };
}
