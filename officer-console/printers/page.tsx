// The printers' page: what the buttons of the wall ask of the hall, and what came of it.

import type { Reply } from '../../shared/contract.ts';
import { cancelWaiting, newRoll, reprint, testSlip } from '../manager/api.ts';
import { usePageTitle } from '../manager/title.ts';
import { words } from '../manager/words.ts';
import type { Deeds } from './deeds.ts';
import { Wall } from './view.tsx';
import type { Watch } from './watch.ts';

export function PrintersPage({ watch }: { readonly watch: Watch }) {
	usePageTitle(words.printing.titles.printers);
	/** What was done is seen at once, not two seconds later. */
	const done = async <Value,>(asked: Promise<Reply<Value>>): Promise<Reply<Value>> => {
		const reply = await asked;
		void watch.look();
		return reply;
	};
	const deeds: Deeds = {
		test: (id) => done(testSlip(id)),
		roll: (id, rollMm) => done(newRoll(id, rollMm)),
		cancel: (id) => done(cancelWaiting(id)),
		reprint: (ask) => done(reprint(ask)),
	};
	return <Wall watched={watch.watched.value} deeds={deeds} />;
}
