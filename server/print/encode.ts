// Lines -> bytes (ESC/POS). Pure. node-thermal-printer composes: alignment, bold, QR command, cut; escpos packs the dots of
// a raster. Neither is ever handed text: it goes in as bytes that are glyphs already (both would pass an ESC on). Own
// bytes where both are wrong or silent: how a job begins, the code page, sizes.

import Image from 'escpos/image.js';
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { bytesOf } from './glyphs.ts';
import type { Line, Scale } from './lines.ts';
import type { Profile } from './profile.ts';
import { type Qr, QUIET, qrContent, qrOf } from './qr.ts';

const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;

/** GS ! n: width in the high half, height in the low. The library's setTextSize has them crossed, and escpos' needs its own buffer. */
const size = (scale: Scale): Uint8Array => Uint8Array.of(GS, 0x21, ((scale - 1) << 4) | (scale - 1));
const LINE_END = Uint8Array.of(0x0a);

/** The whole job, from ESC @ to the end of the paper. */
export function encode(lines: readonly Line[], profile: Profile): Uint8Array {
	// Without an interface it is a buffer and nothing else; its own ways to a printer report success when nothing printed.
	const job = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '', width: profile.columns });
	const raw = (bytes: Uint8Array): void => job.append(Buffer.from(bytes));
	raw(Uint8Array.of(ESC, 0x40));
	// Out of the Chinese mode that clones start in; others ignore it.
	raw(Uint8Array.of(FS, 0x2e));
	raw(Uint8Array.of(ESC, 0x74, profile.codePage.select));
	for (const line of lines) {
		switch (line.kind) {
			case 'text':
				if (line.align === 'center') job.alignCenter();
				else job.alignLeft();
				job.bold(line.bold);
				raw(size(line.scale));
				raw(bytesOf(line.text, profile.codePage));
				raw(LINE_END);
				break;
			case 'rule':
				job.alignLeft();
				job.bold(false);
				raw(size(1));
				raw(bytesOf('-'.repeat(profile.columns), profile.codePage));
				raw(LINE_END);
				break;
			case 'feed':
				raw(size(1));
				for (let fed = 0; fed < line.lines; fed++) job.newLine();
				break;
			case 'qr': {
				const content = qrContent(line.content);
				const qr = qrOf(content, profile.dots);
				if (!qr) break;
				job.alignCenter();
				raw(size(1));
				if (profile.qr === 'raster') {
					raw(raster(qr));
					break;
				}
				// The raster carries its quiet zone; the command draws none, so an empty line stands above and below.
				job.newLine();
				job.printQR(content, { cellSize: qr.dots, correction: 'M', model: 2 });
				job.newLine();
				break;
			}
			case 'cut':
				raw(size(1));
				// Both feed four lines, about 15 mm: the cutter and the tear bar stand some 10 mm after the head.
				if (profile.cutter === 'partial') job.partialCut({ verticalTabAmount: 1 });
				else job.printVerticalTab();
				break;
		}
	}
	return Uint8Array.from(job.getBuffer());
}

/**
 * GS v 0. The dots of one row of modules are packed once and repeated downwards: handing escpos every dot took 25 ms and
 * more, in which nobody else was answered. A module is at least three dots wide, so no byte is ever 0x10 (DLE): a
 * printer that listens for real-time commands finds none in the picture.
 */
function raster({ modules, dots }: Qr): Uint8Array {
	const across = (modules.length + 2 * QUIET) * dots;
	const pixels = new Uint8Array(across * modules.length * 4).fill(255);
	for (const [y, row] of modules.entries())
		for (const [x, dark] of row.entries())
			if (dark) pixels.fill(0, (y * across + (x + QUIET) * dots) * 4, (y * across + (x + QUIET + 1) * dots) * 4);
	for (let alpha = 3; alpha < pixels.length; alpha += 4) pixels[alpha] = 255;
	const packed = new Image({ shape: [across, modules.length, 4], data: pixels }).toRaster();
	const bytes = packed.width;
	const blank = new Array<number>(QUIET * dots * bytes).fill(0);
	const body = Array.from(modules, (_, y) => packed.data.slice(y * bytes, (y + 1) * bytes)).flatMap((row) =>
		new Array(dots).fill(row).flat(),
	);
	const height = across;
	return Uint8Array.from([
		...[GS, 0x76, 0x30, 0, bytes & 0xff, bytes >> 8, height & 0xff, height >> 8],
		...blank,
		...body,
		...blank,
	]);
}
