// From a way to its printer. What carries the bytes is loaded with the first slip that needs it: a hall with network
// printers only never loads a serial port.

import { type Way, writeWay } from './address.ts';
import { type Known, talkingPrinter } from './conversation.ts';
import { cupsPrinter } from './cups.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { Printer } from './printer.ts';
import type { OpenWire } from './wire.ts';

/** The ways on which this program moves the bytes itself. */
export type OwnWay = Exclude<Way, { readonly kind: 'agent' | 'browser' }>;
export const isOwnWay = (way: Way): way is OwnWay => way.kind !== 'agent' && way.kind !== 'browser';

/** Nothing is opened before the first slip or look. */
export function openPrinter(way: OwnWay, known: Known, limits: Limits = LIMITS): Printer {
	if (way.kind === 'cups') return cupsPrinter(way.queue, process.env, limits);
	const open: OpenWire = async (connectMs, signal) => (await wireOf(way))(connectMs, signal);
	return talkingPrinter(writeWay(way), open, known, limits);
}

async function wireOf(way: Exclude<OwnWay, { readonly kind: 'cups' }>): Promise<OpenWire> {
	switch (way.kind) {
		case 'tcp':
			return (await import('./network.ts')).tcpWire(way);
		case 'usb':
			return (await import('./file.ts')).fileWire(way.path);
		case 'serial':
			return (await import('./serial.ts')).serialWire(way);
	}
}
