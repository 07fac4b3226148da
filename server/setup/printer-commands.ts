// What can be asked of the hall's printers on the command line.

import { words } from '../../shared/words/words.ts';
import { PROFILES } from '../print/compose/profile.ts';
import {
	type Asked,
	type Command,
	DONE,
	inHall,
	optionalNumber,
	printTable,
	required,
	wholeNumber,
} from './commands.ts';
import { addPrinter, changePrinter, listPrinters, type PrinterWish, retirePrinter, routeKiosk } from './printers.ts';
import { refuseUsage } from './refused.ts';
import { command } from './sentences.ts';

const METRE = 1_000;

const rollOf = (asked: Asked): number | null => {
	const metres = optionalNumber(asked, 'roll');
	return metres === null ? null : metres * METRE;
};

/** What was typed of it, and nothing else. */
const wished = (asked: Asked): Partial<PrinterWish> => {
	const { name, way, profile } = asked.typed;
	const [device, rollMm] = [optionalNumber(asked, 'device'), rollOf(asked)];
	return {
		...(name !== undefined && { name }),
		...(way !== undefined && { way }),
		...(profile !== undefined && { profile }),
		...(device !== null && { device }),
		...(rollMm !== null && { rollMm }),
	};
};

export const PRINTER_COMMANDS: Readonly<Record<string, Command>> = {
	'printer add': (asked) => {
		const wish = {
			name: required(asked, 'name'),
			way: required(asked, 'way'),
			profile: required(asked, 'profile'),
			device: optionalNumber(asked, 'device'),
			rollMm: rollOf(asked),
		};
		const id = inHall(asked, (store) => addPrinter(store, wish, asked.at));
		asked.terminal.tell(wish.way === 'browser' ? command.browserAdded(id) : command.printerAdded(id));
		return DONE;
	},
	'printer list': (asked) => {
		const all = inHall(asked, listPrinters);
		if (all.length === 0) asked.terminal.tell(command.noPrinters);
		else
			printTable(
				asked.terminal,
				command.printerColumns,
				all.map((it) => [
					String(it.id),
					it.name,
					it.way,
					it.profile,
					words.id.printing.states[it.state],
					`${Math.round(it.usedMm / METRE)}/${Math.round(it.rollMm / METRE)} m`,
					String(it.deviceId ?? '-'),
				]),
			);
		return DONE;
	},
	'printer profiles': (asked) => {
		printTable(
			asked.terminal,
			command.profileColumns,
			Object.entries(PROFILES).map(([id, it]) => [id, it.label, `${it.paper} mm`]),
		);
		return DONE;
	},
	'printer change': (asked) => {
		const id = wholeNumber('id', required(asked, 'id'));
		const wish = wished(asked);
		if (Object.keys(wish).length === 0) refuseUsage(command.nothingNamed);
		inHall(asked, (store) => changePrinter(store, id, wish, asked.at));
		asked.terminal.tell(command.printerChanged(id));
		return DONE;
	},
	'printer route': (asked) => {
		const kiosk = wholeNumber('kiosk', required(asked, 'kiosk'));
		const written = asked.typed.printers ?? '';
		if (!/^(\d{1,9}(,\d{1,9})*)?$/.test(written)) refuseUsage(command.printersForm);
		const ids = written === '' ? [] : written.split(',').map(Number);
		inHall(asked, (store) => routeKiosk(store, kiosk, ids, asked.at));
		asked.terminal.tell(command.routed(kiosk, ids.length));
		return DONE;
	},
	'printer retire': (asked) => {
		const id = wholeNumber('id', required(asked, 'id'));
		inHall(asked, (store) => retirePrinter(store, id, asked.at));
		asked.terminal.tell(command.printerRetired(id));
		return DONE;
	},
};
