// The open hall: its rows, and how it is set up. Verbs and views are handed this and nothing else.

import { type Catalogue, readCatalogue } from './catalogue.ts';
import { type LeaseRows, openLeaseRows } from './lease-rows.ts';
import type { Store } from './open.ts';
import { openRoll, type Roll } from './roll.ts';
import { prepareRows, type Rows } from './rows.ts';
import { prepareSlipRows, type SlipRows } from './slip-rows.ts';

export interface Hall {
	readonly store: Store;
	readonly rows: Rows;
	/** What is printed, and on what. */
	readonly slips: SlipRows;
	/** Numbers that kiosks hold for bad times. */
	readonly leases: LeaseRows;
	/** Which kiosks are connected. */
	readonly roll: Roll;
	readonly catalogue: () => Catalogue;
	/** Read the set-up again: a hall file was imported, or the estimates were made anew. */
	readonly reload: () => void;
}

/** The hall must have been set up (imported, or the demo hall made) before it is opened. */
export function openHall(store: Store): Hall {
	const read = (): Catalogue => {
		const catalogue = readCatalogue(store.tables);
		if (!catalogue) throw new Error('the hall has not been set up');
		return catalogue;
	};
	let catalogue = read();
	return {
		store,
		rows: prepareRows(store.tables),
		slips: prepareSlipRows(store.tables),
		leases: openLeaseRows(store.tables),
		roll: openRoll(),
		catalogue: () => catalogue,
		reload: () => {
			catalogue = read();
		},
	};
}
