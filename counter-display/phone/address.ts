// Which board a phone looks at: ?zone=2, ?agency=disdukcapil, or the whole hall. Whatever else stands there is the whole hall
// too: a visitor who mistypes must still see who is called.

import { type BoardLayout, plainLayout } from '../../shared/board.ts';
import type { AgencyId, ZoneNumber } from '../../shared/id.ts';

export function lookOf(search: string): BoardLayout {
	const asked = new URLSearchParams(search);
	const [zone, agency] = [asked.get('zone') ?? '', asked.get('agency') ?? ''];
	if (/^[1-9]\d?$/.test(zone)) return plainLayout(Number(zone) as ZoneNumber);
	if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(agency)) return plainLayout(null);
	return { ...plainLayout(null), scope: { kind: 'agency', agency: agency as AgencyId } };
}
