// The slip of the number on the glass: how it fares, and when this kiosk's own browser puts it, or what to bring for a service,
// on paper.

import { useComputed, useSignalEffect } from '@preact/signals';
import type { Reply, RequirementsSent } from '../shared/contract.ts';
import type { ServiceId, VisitId } from '../shared/id.ts';
import type { KioskView, SlipNow } from '../shared/views.ts';
import { pageOf } from './flow.ts';
import type { Hall } from './hall.ts';
import { paperOf } from './paper.ts';
import { requestId } from './request-id.ts';
import type { Visitor } from './visitor.ts';

/** Until the first view after the take names this visit's slip. */
export const slipOf = (view: KioskView, visitId: VisitId): SlipNow =>
	view.slips.find((it) => it.visitId === visitId) ?? {
		visitId,
		state: 'queued',
		fault: null,
		printer: null,
		elsewhere: null,
		here: false,
	};

export function useSlip(hall: Hall, { flow, onMissing }: Pick<Visitor, 'flow' | 'onMissing'>): void {
	/** null on every other page. */
	const slip = useComputed((): SlipNow | null => {
		const page = pageOf(flow.value);
		const view = hall.shown.value?.view;
		return page.at === 'result' && view ? slipOf(view, page.taken.visitId) : null;
	});
	const missing = useComputed(() => slip.value !== null && paperOf(slip.value) === 'missing');
	/** This browser's to print, by its visit. */
	const here = useComputed(() =>
		slip.value?.here && slip.value.state === 'queued' && hall.link.value === 'live' ? slip.value.visitId : null,
	);
	useSignalEffect(() => {
		if (missing.value) onMissing();
	});
	useSignalEffect(() => {
		if (here.value === null) return;
		printAtHome(hall, here.value).catch((fault: unknown) => console.warn('The slip could not be printed here.', fault));
	});
}

async function printAtHome(hall: Hall, visitId: VisitId): Promise<void> {
	// Fetched before the hall is asked: its yes is given once, and must not be wasted.
	const { printHere } = await import('./print-here.ts');
	const reply = await hall.printHere({ visitId });
	// A no prints nothing: it has been printed before, perhaps, and what became of it is the hall's to say.
	if (reply.ok) printHere(document, reply.value.address);
}

/** What to bring for a service, on paper. */
export async function printSheet(hall: Hall, service: ServiceId): Promise<Reply<RequirementsSent>> {
	const reply = await hall.printRequirements({ requestId: requestId(crypto), service });
	if (reply.ok && reply.value.here !== null) {
		const { printHere } = await import('./print-here.ts');
		printHere(document, reply.value.here);
	}
	return reply;
}
