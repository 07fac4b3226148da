// Lines -> bytes (ESC/POS). Pure. node-thermal-printer composes: alignment, bold, QR command, cut; escpos packs the modules
// of a QR code. Neither is ever handed text: it goes in as bytes that are glyphs already (both would pass an ESC on). Own
// bytes where both are wrong or silent: how a slip begins, the code page, sizes, feeds, and pictures in bands.

import Image from 'escpos/image.js';
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { type Bitmap, harmless, strideOf } from './bitmap.ts';
import { bytesOf } from './glyphs.ts';
import type { Align, Line, Scale } from './lines.ts';
import type { Profile } from './profile.ts';
import { isNative, type Qr, QUIET, qrOf } from './qr.ts';
import { ruleOf } from './rule.ts';

export { paperMm } from './measure.ts';

const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const LINE_END = Uint8Array.of(0x0a);

/**
 * ESC @, out of the Chinese mode that clones start in (others ignore it), code page. At the head of every slip and not
 * of every job: the library ends a cut with ESC @, which takes the printer back to a code page of its own.
 */
const beginning = ({ codePage }: Profile): Uint8Array => Uint8Array.of(ESC, 0x40, FS, 0x2e, ESC, 0x74, codePage.select);
/** GS ! n: width in the high half, height in the low. The library's setTextSize has them crossed, and escpos' needs its own buffer. */
const size = (scale: Scale): Uint8Array => Uint8Array.of(GS, 0x21, ((scale - 1) << 4) | (scale - 1));
/** ESC d n: so many lines of 30 dots. */
const feed = (lines: number): Uint8Array => Uint8Array.of(ESC, 0x64, lines);

interface Pen {
	readonly align: Align;
	readonly bold: boolean;
	readonly scale: Scale;
}
/** As ESC @ leaves it. */
const START: Pen = { align: 'left', bold: false, scale: 1 };

/** The whole job, from ESC @ to the end of the paper. */
export function encode(lines: readonly Line[], profile: Profile): Uint8Array {
	// Without an interface it is a buffer and nothing else; its own ways to a printer report success when nothing printed.
	const job = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '', width: profile.columns });
	const raw = (bytes: Uint8Array): void => job.append(Buffer.from(bytes));
	const print = (text: string): void => raw(Buffer.concat([bytesOf(text, profile.codePage), LINE_END]));
	/** null between slips. */
	let pen: Pen | null = null;
	/** Only what changes is sent. */
	const take = (wanted: Pen): void => {
		if (pen === null) raw(beginning(profile));
		const { align, bold, scale } = pen ?? START;
		if (wanted.align !== align) {
			if (wanted.align === 'center') job.alignCenter();
			else job.alignLeft();
		}
		if (wanted.bold !== bold) job.bold(wanted.bold);
		if (wanted.scale !== scale) raw(size(wanted.scale));
		pen = wanted;
	};
	for (const line of lines) {
		switch (line.kind) {
			case 'text':
				take(line);
				print(line.text);
				break;
			case 'rule':
				take({ ...START, align: 'center' });
				print(ruleOf(profile));
				break;
			case 'feed':
				take(START);
				raw(feed(line.lines));
				break;
			case 'raster':
				take({ ...START, align: line.align });
				raw(bands(line.picture));
				break;
			case 'qr': {
				const qr = qrOf(line.content, profile.dots, line.dots);
				if (!qr) break;
				take({ ...START, align: 'center' });
				if (!isNative(line.content, profile)) {
					raw(bands(packed(qr)));
					break;
				}
				// The raster carries its quiet zone; the command draws none, so an empty line stands above and below.
				raw(feed(1));
				job.printQR(line.content, { cellSize: qr.dots, correction: 'M', model: 2 });
				raw(feed(1));
				break;
			}
			case 'cut':
				take(START);
				raw(feed(profile.feedToTear));
				if (profile.cutter === 'partial') job.partialCut({ verticalTabAmount: 0 });
				if (profile.cutter === 'full') job.cut({ verticalTabAmount: 0 });
				pen = null;
				break;
		}
	}
	return Uint8Array.from(job.getBuffer() ?? []);
}

/** The small buffers of clones hold so many rows of the widest paper; the next band joins without a gap. */
const BAND = 128;

/** GS v 0, band after band. */
function bands({ width, height, bits }: Bitmap): Uint8Array {
	const across = strideOf(width);
	const safe = harmless(bits);
	const bytes = new Uint8Array(safe.length + Math.ceil(height / BAND) * 8);
	let at = 0;
	for (let top = 0; top < height; top += BAND) {
		const rows = Math.min(BAND, height - top);
		bytes.set([GS, 0x76, 0x30, 0, across & 0xff, across >> 8, rows, 0], at);
		bytes.set(safe.subarray(top * across, (top + rows) * across), at + 8);
		at += 8 + rows * across;
	}
	return bytes;
}

/**
 * The dots of one row of modules are packed once and repeated downwards: handing escpos every dot took 25 ms and more,
 * in which nobody else was answered.
 */
function packed({ modules, dots }: Qr): Bitmap {
	const width = (modules.length + 2 * QUIET) * dots;
	const pixels = new Uint8Array(width * modules.length * 4).fill(255);
	for (const [y, row] of modules.entries())
		for (const [x, dark] of row.entries())
			if (dark) {
				const from = y * width + (x + QUIET) * dots;
				for (let dot = from; dot < from + dots; dot++) pixels.fill(0, dot * 4, dot * 4 + 3);
			}
	const { data, width: across } = new Image({ shape: [width, modules.length, 4], data: pixels }).toRaster();
	const bits = new Uint8Array(across * width);
	for (let y = 0; y < modules.length * dots; y++) {
		const row = Math.floor(y / dots);
		bits.set(data.slice(row * across, (row + 1) * across), (QUIET * dots + y) * across);
	}
	return { width, height: width, bits };
}
