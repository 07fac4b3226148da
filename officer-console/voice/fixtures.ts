// Recordings of a hall, for the gallery and the tests: some of its own, the rest bundled, one name that nobody has said yet.

import type { AgencyId, ZoneNumber } from '../../shared/id.ts';
import type { Recording, Recordings } from '../../shared/recording.ts';

export const recording = (clip: string, text: string, from: Recording['from'] = 'bundled'): Recording => ({
	...{ clip, text, from, ms: from === 'nobody' ? null : 480 },
	bundled: !/^(agency|zone)-/.test(clip) && from !== 'nobody',
	...{ before: false, broken: false },
});

export const RECORDINGS: Recordings = {
	recordings: [
		recording('phrase-recall', 'Panggilan ulang.', 'own'),
		recording('phrase-number', 'Nomor antrean', 'own'),
		{ ...recording('phrase-loket', 'silakan menuju loket', 'own'), before: true },
		recording('nol', 'nol', 'own'),
		recording('satu', 'satu'),
		recording('nol-end', 'nol.'),
		recording('satu-end', 'satu.'),
		recording('letter-a', 'A'),
		{ ...recording('letter-be', 'B'), broken: true },
		recording('agency-disdukcapil', 'Disdukcapil', 'own'),
		recording('agency-dpmptsp', 'DPMPTSP', 'nobody'),
		recording('zone-2', 'Lantai dua', 'nobody'),
	],
	speaks: true,
	said: { DPMPTSP: 'D P M P T S P' },
	agencies: [
		{ id: 'disdukcapil' as AgencyId, shortName: 'Disdukcapil', zone: 1 as ZoneNumber },
		{ id: 'dpmptsp' as AgencyId, shortName: 'DPMPTSP', zone: 2 as ZoneNumber },
	],
};
