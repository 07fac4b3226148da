// A USB printer through the file of its class driver (/dev/usb/lp0). Never a read or a write that waits inside the system:
// those would hold one of the few threads that all files share, so what is not ready is asked for again a little later.

import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, whyClosed } from './device.ts';
import { type OpenWire, openHub } from './wire.ts';

const FLAGS = constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY;
/** Between two looks at a device that had nothing to say or no room. */
const POLL_MS = 10;
const READ = 256;

/** Any path: which are allowed is decided where they are read. */
export const fileWire =
	(path: string): OpenWire =>
	async (connectMs, signal) => {
		const hub = openHub(signal);
		let opened: FileHandle | 'refused' | 'unreachable' | undefined;
		let late = false;
		const opening = openDevice(path).then((it) => {
			opened = it;
			// Opened when nobody waited any more.
			if (late && typeof it === 'object') return it.close();
			return hub.wake();
		});
		const seen = await hub.until(() => opened ?? (hub.loss() ? 'unreachable' : undefined), connectMs);
		if (typeof seen !== 'object') {
			late = true;
			hub.over();
			// Its own failure is an answer and not an error; only closing can fail, and then there is nothing left to close.
			opening.catch(() => undefined);
			return seen ?? 'unreachable';
		}
		const file = seen;
		let done = false;

		async function listen(): Promise<void> {
			const room = Buffer.alloc(READ);
			while (!done) {
				let count = 0;
				try {
					count = (await file.read(room, 0, READ, null)).bytesRead;
				} catch (error) {
					// A printer that cannot speak at all; it still prints.
					if (codeOf(error) === 'EINVAL') return;
					if (codeOf(error) !== 'EAGAIN') return hub.lose('reset');
				}
				if (count > 0) hub.heard(Uint8Array.from(room.subarray(0, count)));
				else await sleep(POLL_MS);
			}
		}
		async function put(bytes: Uint8Array): Promise<number> {
			while (!done) {
				try {
					const { bytesWritten } = await file.write(bytes, 0, bytes.length, null);
					if (bytesWritten > 0) return bytesWritten;
				} catch (error) {
					if (codeOf(error) !== 'EAGAIN') throw error;
				}
				await sleep(POLL_MS);
			}
			throw new Error('the device is closed');
		}
		const listening = listen();
		async function close(): Promise<void> {
			done = true;
			await listening;
			await file.close();
		}
		return hub.wire({ msPerByte: 0, put, close, drop: close });
	};

async function openDevice(path: string): Promise<FileHandle | 'refused' | 'unreachable'> {
	try {
		const file = await open(path, FLAGS);
		if ((await file.stat()).isCharacterDevice()) return file;
		await file.close();
		return 'unreachable';
	} catch (error) {
		return whyClosed(error);
	}
}
