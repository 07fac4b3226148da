// The sentences about the voice, in the language of the hall; fetched only with the page that says them.

import { common } from '../../shared/words/id/common.ts';
import { voice } from '../../shared/words/id/voice.ts';

export const words = { ...voice, common };
