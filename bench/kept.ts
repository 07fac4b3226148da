// After the rush: every number that a kiosk was answered stands in the hall's database, exactly once.

import path from 'node:path';
import Database from 'better-sqlite3';

/** `answered`: "day number" of each. `wrong`: how many were given twice or are not there. */
export function lostOrDoubled(
	folder: string,
	answered: readonly string[],
): { readonly counted: number; readonly wrong: number } {
	const database = new Database(path.join(folder, 'giliran.db'), { readonly: true });
	const kept = new Set(database.prepare<[], string>("select day || ' ' || number from visits").pluck().all());
	database.close();
	const once = new Set(answered);
	const lost = [...once].filter((it) => !kept.has(it));
	return { counted: answered.length, wrong: answered.length - once.size + lost.length };
}
