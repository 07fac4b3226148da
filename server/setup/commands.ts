// What can be asked on the command line, one function each; what they read, say and write goes through the terminal that
// they are handed.

import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Instant } from '../../shared/id.ts';
import { hashPin, newPin } from '../hall/pin.ts';
import { newPairingCode } from '../hall/secret.ts';
import { closeStore, openInMemory, openStore, type Store } from '../store/open.ts';
import {
	addDevice,
	CODE_MINUTES,
	DEVICE_ROLES,
	deviceState,
	listDevices,
	measureDevice,
	revokeDevice,
} from './devices.ts';
import { exportText } from './export.ts';
import { type Changes, changesNothing, importHall, type Outcome, planImport } from './import.ts';
import { addOfficer, changePin, listOfficers, retireOfficer } from './officers.ts';
import type { Remark } from './parts.ts';
import { refuse, refuseUsage } from './refused.ts';
import { command } from './sentences.ts';

export interface Terminal {
	readonly dataFolder: string;
	/** The text of a file that was named on the command line; null where there is none to read. */
	readonly read: (file: string) => string | null;
	/** False where it could not be written. */
	readonly write: (file: string, text: string) => boolean;
	/** Results: exactly this text. */
	readonly print: (text: string) => void;
	/** Faults, warnings and what was done: a line that does not belong to the result. */
	readonly tell: (line: string) => void;
}

export const OPTIONS = {
	username: { type: 'string' },
	name: { type: 'string' },
	agency: { type: 'string' },
	counter: { type: 'string' },
	zone: { type: 'string' },
	role: { type: 'string' },
	id: { type: 'string' },
	manager: { type: 'boolean' },
	way: { type: 'string' },
	profile: { type: 'string' },
	roll: { type: 'string' },
	device: { type: 'string' },
	inci: { type: 'string' },
	kiosk: { type: 'string' },
	printers: { type: 'string' },
	help: { type: 'boolean' },
} as const;
export type Typed = {
	readonly [Option in keyof typeof OPTIONS]?: (typeof OPTIONS)[Option]['type'] extends 'string' ? string : boolean;
};

export type TextOption = Exclude<keyof Typed, 'manager' | 'help'>;

export const DONE = 0;
export const REFUSED = 1;
export const MISUSED = 2;
export type ExitCode = typeof DONE | typeof REFUSED | typeof MISUSED;

export interface Asked {
	readonly typed: Typed;
	/** What stands after import, check or export. */
	readonly file: string | undefined;
	readonly at: Instant;
	readonly terminal: Terminal;
}
export type Command = (asked: Asked) => ExitCode | Promise<ExitCode>;

function withStore<Result>(store: Store, use: (store: Store) => Result): Result {
	try {
		return use(store);
	} finally {
		closeStore(store);
	}
}
const isSetUp = ({ terminal }: Asked): boolean => existsSync(path.join(terminal.dataFolder, 'giliran.db'));
const open = ({ terminal, at }: Asked): Store =>
	openStore(terminal.dataFolder, `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z`);
/** For everything that needs a hall: asking must not make an empty one. */
export const inHall = <Result>(asked: Asked, use: (store: Store) => Result): Result =>
	withStore(isSetUp(asked) ? open(asked) : refuse(command.noHall), use);

export const required = ({ typed }: Asked, option: TextOption): string =>
	typed[option] ?? refuseUsage(command.needs(option));
export const wholeNumber = (option: string, written: string): number =>
	/^[1-9]\d{0,8}$/.test(written) ? Number(written) : refuseUsage(command.number(option));
export const optionalNumber = ({ typed }: Asked, option: TextOption): number | null => {
	const written = typed[option];
	return written === undefined ? null : wholeNumber(option, written);
};
/** As people write it, "21,5" or "21.5". */
const inchesOf = (written: string): number => Number(written.replace(',', '.'));

function fileText({ file, terminal }: Asked): string {
	if (file === undefined) refuseUsage(command.usage);
	return terminal.read(file) ?? refuse(command.unreadable(file));
}

function tellRemarks({ tell }: Terminal, remarks: readonly Remark[]): void {
	for (const { path: place, text } of remarks) tell(`  ${place}: ${text}`);
}
function tellOutcome(terminal: Terminal, { faults, warnings, changes }: Outcome, heading: string): ExitCode {
	if (warnings.length > 0) terminal.tell(command.warnings(warnings.length));
	tellRemarks(terminal, warnings);
	if (faults.length > 0) {
		terminal.tell(command.faults(faults.length));
		tellRemarks(terminal, faults);
		return REFUSED;
	}
	terminal.tell(changesNothing(changes) ? command.nothingChanged : heading);
	for (const kind of Object.keys(command.kinds) as (keyof Changes)[]) {
		const { added, changed, retired } = changes[kind];
		if (added.length + changed.length + retired.length > 0)
			terminal.tell(`  ${command.kinds[kind]}: ${command.change(added.length, changed.length, retired.length)}`);
	}
	return DONE;
}
export function printTable({ print }: Terminal, heads: readonly string[], rows: readonly (readonly string[])[]): void {
	const all = [heads, ...rows];
	const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
	for (const row of all)
		print(
			`${row
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join('  ')
				.trimEnd()}\n`,
		);
}

export const COMMANDS: Readonly<Record<string, Command>> = {
	import: (asked) => {
		const text = fileText(asked);
		// A file at fault makes no database either, or the next start would find an empty hall and fill it with the example.
		const { faults, ...plan } = withStore(openInMemory(), (store) => planImport(store, text));
		if (faults.length > 0 && !isSetUp(asked)) return tellOutcome(asked.terminal, { faults, ...plan }, command.imported);
		return withStore(open(asked), (store) =>
			tellOutcome(asked.terminal, importHall(store, text, asked.at), command.imported),
		);
	},
	check: (asked) => {
		const text = fileText(asked);
		return withStore(isSetUp(asked) ? open(asked) : openInMemory(), (store) =>
			tellOutcome(asked.terminal, planImport(store, text), command.wouldImport),
		);
	},
	export: (asked) => {
		const { terminal, file } = asked;
		const text = inHall(asked, exportText) ?? refuse(command.noHall);
		if (file === undefined) terminal.print(text);
		else if (terminal.write(file, text)) terminal.tell(command.exported(file));
		else refuse(command.unwritable(file));
		return DONE;
	},
	'officer add': async (asked): Promise<ExitCode> => {
		const username = required(asked, 'username');
		const name = required(asked, 'name');
		const counter = optionalNumber(asked, 'counter');
		const { manager, agency } = asked.typed;
		if (manager && agency !== undefined) refuseUsage(command.mayNot('agency', command.managerHasNone));
		if (manager && counter !== null) refuseUsage(command.mayNot('counter', command.managerHasNone));
		const place = manager ? null : { agencyId: required(asked, 'agency'), counter };
		const pin = newPin();
		const pinHash = await hashPin(pin);
		inHall(asked, (store) => addOfficer(store, { username, name, pinHash, place }));
		asked.terminal.print(`${command.officerAdded(username, pin)}\n`);
		return DONE;
	},
	'officer list': (asked) => {
		const all = inHall(asked, listOfficers);
		if (all.length === 0) asked.terminal.tell(command.noOfficers);
		else
			printTable(
				asked.terminal,
				command.officerColumns,
				all.map((it) => [
					it.username,
					it.name,
					command.roles[it.role],
					it.agencyId ?? '-',
					String(it.counter ?? '-'),
					it.retiredAt === null ? command.active : command.retired,
				]),
			);
		return DONE;
	},
	'officer pin': async (asked): Promise<ExitCode> => {
		const username = required(asked, 'username');
		const pin = newPin();
		const pinHash = await hashPin(pin);
		inHall(asked, (store) => changePin(store, username, pinHash, asked.at));
		asked.terminal.print(`${command.pinChanged(username, pin)}\n`);
		return DONE;
	},
	'officer retire': (asked) => {
		const username = required(asked, 'username');
		inHall(asked, (store) => retireOfficer(store, username, asked.at));
		asked.terminal.tell(command.officerRetiredNow(username));
		return DONE;
	},
	'device add': (asked) => {
		const wanted = required(asked, 'role');
		const role = DEVICE_ROLES.find((it) => it === wanted) ?? refuseUsage(command.roleForm);
		const name = required(asked, 'name');
		const place = { zone: optionalNumber(asked, 'zone'), counter: optionalNumber(asked, 'counter') };
		const inches = asked.typed.inci === undefined ? null : inchesOf(asked.typed.inci);
		const code = newPairingCode();
		const id = inHall(asked, (store) => addDevice(store, { role, name, ...place, inches, code }, asked.at));
		asked.terminal.print(`${command.deviceAdded(id, code, CODE_MINUTES)}\n`);
		return DONE;
	},
	'device list': (asked) => {
		const all = inHall(asked, listDevices);
		if (all.length === 0) asked.terminal.tell(command.noDevices);
		else
			printTable(
				asked.terminal,
				command.deviceColumns,
				all.map((it) => [
					String(it.id),
					it.role,
					it.name,
					String(it.zone ?? '-'),
					String(it.counter ?? '-'),
					String(it.inches ?? '-').replace('.', ','),
					command.states[deviceState(it, asked.at)],
				]),
			);
		return DONE;
	},
	'device size': (asked) => {
		const id = wholeNumber('id', required(asked, 'id'));
		const inches = inchesOf(required(asked, 'inci'));
		inHall(asked, (store) => measureDevice(store, id, inches));
		asked.terminal.tell(command.deviceMeasured(id, inches));
		return DONE;
	},
	'device revoke': (asked) => {
		const id = wholeNumber('id', required(asked, 'id'));
		inHall(asked, (store) => revokeDevice(store, id, asked.at));
		asked.terminal.tell(command.deviceRevokedNow(id));
		return DONE;
	},
};
