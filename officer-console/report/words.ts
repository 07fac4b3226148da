// The sentences of the report, in the language of the hall; fetched only with the manager's page.

import { common } from '../../shared/words/id/common.ts';
import { report } from '../../shared/words/id/report.ts';

export const words = { common, report };
