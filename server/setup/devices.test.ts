import { expect, test } from 'vitest';
import { KIOSK } from '../testing/small-hall.ts';
import { openTestHall, yes } from '../testing/test-hall.ts';
import { revokeDevice } from './devices.ts';

test('what a revoked kiosk was lent is lost, and what others were lent is theirs', async () => {
	const hall = openTestHall();
	yes(await hall.asking.kiosk.lease(KIOSK.id, { known: [] }));
	const ends = (): unknown =>
		hall.store.sqlite.prepare('select distinct device_id = ? as mine, end from leases order by 1').all(KIOSK.id);
	expect(ends()).toEqual([{ mine: 1, end: null }]);
	hall.store.sqlite.exec(`insert into devices (id, role, name, created_at) values (77, 'kiosk', 'Kios 2', 1)`);
	yes(await hall.asking.kiosk.lease(77 as typeof KIOSK.id, { known: [] }));
	revokeDevice(hall.store, KIOSK.id, hall.clock.now());
	expect(ends()).toEqual([
		{ mine: 0, end: null },
		{ mine: 1, end: 'lost' },
	]);
});
