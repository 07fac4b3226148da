// A printer on a serial port: raw, 8 bits, no parity, 1 stop bit. The line is slow and the system's buffer hides it, so
// how long the bytes are still on their way is counted, not asked.

import { access, constants } from 'node:fs/promises';
import { SerialPort } from 'serialport';
import type { SerialAddress } from './address.ts';
import { whyClosed } from './device.ts';
import { type OpenWire, openHub } from './wire.ts';

/** Start bit, eight of data, stop bit. */
const BITS_PER_BYTE = 10;
/** Windows has names for its ports, and no files. */
const isFile = (path: string): boolean => path.startsWith('/');

/** Any path: which are allowed is decided where they are read. */
export const serialWire =
	({ path, baud }: SerialAddress): OpenWire =>
	async (connectMs, signal) => {
		const hub = openHub(signal);
		if (isFile(path)) {
			try {
				await access(path, constants.R_OK | constants.W_OK);
			} catch (error) {
				hub.over();
				return whyClosed(error);
			}
		}
		// Dropping the line's "ready" signal at each end would restart some printers.
		const port = new SerialPort({ path, baudRate: baud, autoOpen: false, hupcl: false });
		let opened: 'open' | 'refused' | undefined;
		let late = false;
		port.on('data', (bytes: Buffer) => hub.heard(bytes));
		port.on('error', () => hub.lose('reset'));
		port.on('close', () => hub.lose('reset'));
		const close = (): Promise<void> =>
			new Promise((resolve) => {
				// Already gone, or unplugged meanwhile: there is nothing left to let go of.
				if (port.isOpen) port.close(() => resolve());
				else resolve();
			});
		port.open((error) => {
			// It is there and may be opened: another program has it.
			opened = error ? 'refused' : 'open';
			if (late && !error) void close();
			hub.wake();
		});
		const seen = await hub.until(() => opened ?? (hub.loss() === 'aborted' ? 'aborted' : undefined), connectMs);
		if (seen !== 'open') {
			late = true;
			hub.over();
			return seen === 'refused' ? 'refused' : 'unreachable';
		}
		return hub.wire({
			msPerByte: (BITS_PER_BYTE * 1_000) / baud,
			put: (bytes) =>
				new Promise((resolve, reject) => {
					port.write(bytes, (error) => (error ? reject(error) : resolve(bytes.length)));
				}),
			close,
			drop: async () => {
				if (port.isOpen) await new Promise<void>((resolve) => port.flush(() => resolve()));
				await close();
			},
		});
	};
