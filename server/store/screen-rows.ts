// The statements about screens, prepared once: whose token it is, how a board is laid out, and what became of the calls that
// it was to speak.

import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { BoardLayout } from '../../shared/board.ts';
import type { Sound } from '../../shared/hearing.ts';
import type { DeviceId, Rev } from '../../shared/id.ts';
import type { Tables } from './open.ts';
import { devices, hearings } from './schema.ts';
import { prepareWith } from './statement.ts';

export type Device = typeof devices.$inferSelect;
/** A board's word on a call, with its name. */
export type HearingRow = Pick<typeof hearings.$inferSelect, 'spokenAt' | 'silence'> & {
	readonly id: DeviceId;
	readonly board: string;
};

export function prepareScreenRows(tables: Tables) {
	const p = sql.placeholder;
	const prepare = prepareWith(tables.$client);
	const st = {
		deviceByToken: prepare(
			tables
				.select()
				.from(devices)
				.where(and(eq(devices.tokenHash, p('tokenHash')), isNull(devices.revokedAt))),
		),
		layoutOf: prepare(
			tables
				.select({ layout: devices.layout })
				.from(devices)
				.where(eq(devices.id, p('device'))),
		),
		hearingsOf: prepare(
			tables
				.select({
					id: devices.id,
					spokenAt: hearings.spokenAt,
					silence: hearings.silence,
					board: sql<string>`${devices.name}`.as('board'),
				})
				.from(hearings)
				.innerJoin(devices, eq(devices.id, hearings.deviceId))
				.where(eq(hearings.rev, p('rev'))),
		),
		muteBoards: prepare(
			tables
				.select({ id: devices.id, board: sql<string>`${devices.name}`.as('board'), sound: devices.sound })
				.from(devices)
				.where(
					and(
						eq(devices.role, 'board'),
						isNull(devices.revokedAt),
						isNotNull(devices.tokenHash),
						// Written as the partial index has it, or SQLite reads every device.
						sql`${devices.sound} in ('locked', 'none', 'muted')`,
					),
				),
		),
	};
	return {
		/** The screen that holds this token, unless it was revoked. Asked with every request of a program. */
		deviceByToken: (tokenHash: string): Device | undefined => st.deviceByToken.get({ tokenHash }),
		/** How a board is laid out; null: plainly. */
		layoutOf: (device: DeviceId): BoardLayout | null => st.layoutOf.get({ device })?.layout ?? null,
		/** What the boards made of this call. */
		hearingsOf: (rev: Rev): readonly HearingRow[] => st.hearingsOf.all({ rev }),
		/** Boards that said last that they cannot be heard. */
		muteBoards: (): readonly { readonly id: DeviceId; readonly board: string; readonly sound: Sound }[] =>
			st.muteBoards.all({}),
	};
}
