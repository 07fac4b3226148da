// What a board is called wherever somebody reads it: two of one name are told apart by their numbers, as the list of devices
// numbers them.

import { and, eq, isNull } from 'drizzle-orm';
import type { DeviceId } from '../../shared/id.ts';
import type { Hall } from '../store/hall.ts';
import { devices } from '../store/schema.ts';

interface Named {
	readonly id: DeviceId;
	readonly board: string;
}

/** These boards, each by a name that no other board of the hall has. Mostly there are none to name: then nothing is read. */
export function toldApart<Row extends Named>(hall: Hall, rows: readonly Row[]): readonly Row[] {
	if (rows.length === 0) return rows;
	const all = hall.store.tables
		.select({ id: devices.id, name: devices.name })
		.from(devices)
		.where(and(eq(devices.role, 'board'), isNull(devices.revokedAt)))
		.all();
	return rows.map((row) =>
		all.some(({ id, name }) => id !== row.id && name === row.board)
			? { ...row, board: `${row.board} · ${row.id}` }
			: row,
	);
}

/** Boards that said last that they cannot be heard. */
export const muteBoards = (hall: Hall) =>
	toldApart(hall, hall.rows.muteBoards()).map(({ board, sound }) => ({ board, sound }));
