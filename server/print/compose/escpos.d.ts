// The small part of escpos 3.0.0-alpha.6 that is used here; the package has no types, and those of others describe version 2.

declare module 'escpos/image.js' {
	export default class Image {
		constructor(pixels: {
			readonly shape: readonly [width: number, height: number, channels: 4];
			readonly data: ArrayLike<number>;
		});
		/** Eight dots to a byte, rows padded to whole bytes; `width` in bytes. */
		toRaster(): { readonly data: readonly number[]; readonly width: number; readonly height: number };
	}
}

declare module 'escpos-network' {
	import type { Socket } from 'node:net';

	export default class Network {
		/** Not connected before `open`; null after `close`. */
		readonly device: Socket | null;
		constructor(address: string, port: number);
		/** The callback is called again for every later error. */
		open(callback: (error: Error | null | undefined) => void): this;
		write(data: Uint8Array, callback: (error: Error | null | undefined) => void): this;
		/** Destroys the socket at once, whatever is still in it. */
		close(): this;
	}
}
