// What is said of something about boards that did not work: the cause and the cure, where the hall named them.

import type { Refusal } from '../../shared/refusal.ts';
import { words } from './words.ts';

export const sayRefusal = (no: Refusal): string =>
	no.code === 'board_layout' ? words.layout.faults[no.fault] : words.common.refusal(no);
