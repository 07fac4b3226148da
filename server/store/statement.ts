// Runs the statements that Drizzle has written. Their typed text is kept; running them is left to the driver, because
// Drizzle finds out anew for each column of each row how to decode it: that was a third of the work of giving a number.

import type { ColumnDefinition, Database } from 'better-sqlite3';
import { getTableColumns, getTableName, is, Param, Placeholder, type Query, type SQL, sql, Table } from 'drizzle-orm';
import * as schema from './schema.ts';

interface Written {
	readonly toSQL: () => Query;
}
type RowOf<Q> = Q extends { all: (...given: never[]) => (infer Row)[] } ? Row : never;
/** Values by the names of the statement's placeholders. */
type Given = Readonly<Record<string, unknown>>;
const NONE: Given = {};

export interface Statement<Row> {
	readonly get: (given?: Given) => Row | undefined;
	readonly all: (given?: Given) => Row[];
	readonly run: (given?: Given) => void;
}

/** Prepares what was written. A column that is an expression must be given a name (`.as('people')`). */
export const prepareWith =
	(sqlite: Database) =>
	<Q extends Written>(written: Q): Statement<RowOf<Q>> => {
		const { sql, params } = written.toSQL();
		const driven = sqlite.prepare<unknown[], unknown[]>(sql);
		const bind = binder(params);
		const run = (given: Given = NONE): void => void driven.run(...bind(given));
		if (!driven.reader) return { get: () => undefined, all: () => [], run };
		const read = reader<RowOf<Q>>(driven.columns());
		driven.raw();
		return {
			get: (given = NONE) => {
				const values = driven.get(...bind(given));
				return values && read(values);
			},
			all: (given = NONE) => driven.all(...bind(given)).map(read),
			run,
		};
	};

/** `{ state: placeholder('state'), … }` for every column of a table but its key. */
export function placeholders<Row extends Record<string, unknown>>(
	columns: Row,
	without: keyof Row & string,
): Record<string, SQL> {
	const names = Object.keys(columns).filter((name) => name !== without);
	return Object.fromEntries(names.map((name) => [name, sql`${sql.placeholder(name)}`]));
}

/** Values in the order of the statement, each as its column keeps it. */
function binder(params: readonly unknown[]): (given: Given) => unknown[] {
	const parts = params.map((param): ((given: Given) => unknown) => {
		if (is(param, Placeholder)) return (given) => given[param.name];
		if (!is(param, Param) || !is(param.value, Placeholder)) return () => param;
		const { encoder } = param;
		const { name } = param.value;
		return (given) => encoder.mapToDriverValue(given[name]);
	});
	return (given) => parts.map((part) => part(given));
}

type Decode = (value: unknown) => unknown;

/** Columns that are kept as something else than what they are (JSON, yes or no), by "table.column". */
const DECODERS: ReadonlyMap<string, Decode> = new Map(
	Object.values(schema).flatMap((it) => {
		if (!is(it, Table)) return [];
		return Object.entries(getTableColumns(it)).flatMap(([name, column]): [string, Decode][] =>
			column.dataType === 'json' || column.dataType === 'boolean'
				? [[`${getTableName(it)}.${inSql(name)}`, (value) => column.mapFromDriverValue(value)]]
				: [],
		);
	}),
);

/** Rows as they are named in the code, from the driver's bare values. */
function reader<Row>(columns: readonly ColumnDefinition[]): (values: unknown[]) => Row {
	const names = columns.map(({ name }) => inCode(name));
	const decoders = columns.map(({ table, column }) => DECODERS.get(`${table}.${column}`) ?? null);
	return (values) => {
		const row: Record<string, unknown> = {};
		for (let it = 0; it < names.length; it++) {
			const value = values[it];
			const decode = decoders[it];
			row[names[it] as string] = decode && value !== null ? decode(value) : value;
		}
		return row as Row;
	};
}

function inSql(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
function inCode(name: string): string {
	return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
