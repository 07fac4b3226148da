// What the kiosk needs of the hall: what is shown, how the line stands, and what may be asked. The gallery hands it a hall of
// its own.

import type { ReadonlySignal } from '@preact/signals';
import type {
	CancelAsk,
	Held,
	HeldAsk,
	PrintAgainAsk,
	PrintHereAsk,
	Reply,
	RequirementsAsk,
	RequirementsSent,
	TakeAsk,
	Taken,
	WaitInAsk,
} from '../shared/contract.ts';
import type { Link } from '../shared/screen/connect.ts';
import type { KioskView, Shown } from '../shared/views.ts';
import type { LentDesk } from './lent/desk.ts';

export interface Hall {
	readonly shown: ReadonlySignal<Shown<KioskView> | null>;
	readonly link: ReadonlySignal<Link>;
	readonly take: (order: TakeAsk) => Promise<Reply<Taken>>;
	readonly printAgain: (input: PrintAgainAsk) => Promise<Reply<unknown>>;
	readonly printHere: (input: PrintHereAsk) => Promise<Reply<{ readonly address: string }>>;
	readonly waitIn: (input: WaitInAsk) => Promise<Reply<unknown>>;
	readonly findHeld: (input: HeldAsk) => Promise<Reply<Held>>;
	readonly cancelTaken: (input: CancelAsk) => Promise<Reply<unknown>>;
	readonly printRequirements: (input: RequirementsAsk) => Promise<Reply<RequirementsSent>>;
	/** Gives numbers while the server is away; null until it is fetched, and where the browser keeps nothing. */
	readonly lent: ReadonlySignal<LentDesk | null>;
}
