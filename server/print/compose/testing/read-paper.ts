// Reads a job back as a printer would: bytes -> what stands on paper. Written from the command reference and not from the
// encoder, and strict: a byte that is neither a glyph nor one of the few commands a slip needs is an error.

import { type CodePage, textOf } from '../glyphs.ts';

export type Mark =
	| {
			readonly kind: 'text';
			readonly text: string;
			readonly width: number;
			readonly height: number;
			readonly center: boolean;
			readonly bold: boolean;
	  }
	| { readonly kind: 'qr'; readonly content: string; readonly dots: number }
	| { readonly kind: 'raster'; readonly dots: readonly (readonly boolean[])[]; readonly center: boolean }
	| { readonly kind: 'feed'; readonly lines: number }
	| { readonly kind: 'cut'; readonly full: boolean };

export interface Paper {
	readonly marks: readonly Mark[];
	/** Every command, by name, in order. */
	readonly commands: readonly string[];
}

/** 576 dots, and what the buffer of a small printer holds of them. */
const MOST_BYTES = 72;
const MOST_ROWS = 128;

/** One job, slip after slip: each has to begin with its own code page. */
export function readPaper(bytes: Uint8Array, page: CodePage): Paper {
	const marks: Mark[] = [];
	const commands: string[] = [];
	let at = 0;
	let row: number[] = [];
	let width = 1;
	let height = 1;
	let center = false;
	let bold = false;
	let stored = '';
	let qrDots = 0;
	/** ESC @ takes every printer back to a code page of its own. */
	let paged = false;
	const next = (): number => {
		const byte = bytes[at++];
		if (byte === undefined) throw new Error('the job ends inside a command');
		return byte;
	};
	const take = (count: number): Uint8Array => Uint8Array.from({ length: count }, next);
	const bad = (what: string): never => {
		throw new Error(`${what} at byte ${at - 1} is no command of a slip`);
	};
	const reset = (): void => {
		[width, height, center, bold] = [1, 1, false, false];
	};
	/** Commands that are only understood at the beginning of a line would be lost inside one. */
	const lineIsEmpty = (): void => {
		if (row.length > 0) throw new Error(`a command inside a line of text at byte ${at}`);
	};

	const esc = (): string => {
		lineIsEmpty();
		const code = next();
		if (code === 0x40) {
			reset();
			paged = false;
			return 'ESC @';
		}
		const n = next();
		if (code === 0x74) {
			paged = true;
			return n === page.select ? `ESC t ${n}` : bad(`ESC t ${n}`);
		}
		if (code === 0x61) {
			center = n === 1;
			return n < 3 ? 'ESC a' : bad('ESC a');
		}
		if (code === 0x45) {
			bold = n === 1;
			return n < 2 ? 'ESC E' : bad('ESC E');
		}
		if (code === 0x64) {
			marks.push({ kind: 'feed', lines: n });
			return 'ESC d';
		}
		return bad(`ESC ${code.toString(16)}`);
	};
	const symbol = (): string => {
		const length = next() + next() * 256;
		const [cn, fn, ...rest] = take(length);
		if (cn !== 0x31) return bad('GS ( k');
		if (fn === 0x43) qrDots = rest[0] ?? 0;
		if (fn === 0x50) stored = String.fromCharCode(...rest.slice(1));
		if (fn === 0x51) marks.push({ kind: 'qr', content: stored, dots: qrDots });
		return [0x41, 0x43, 0x45, 0x50, 0x51].includes(fn ?? 0) ? 'GS ( k' : bad('GS ( k');
	};
	const gs = (): string => {
		lineIsEmpty();
		const code = next();
		if (code === 0x21) {
			const n = next();
			[width, height] = [(n >> 4) + 1, (n & 0x0f) + 1];
			return 'GS !';
		}
		if (code === 0x28) return next() === 0x6b ? symbol() : bad('GS (');
		if (code === 0x76) {
			if (next() !== 0x30 || next() !== 0) bad('GS v');
			const across = next() + next() * 256;
			const down = next() + next() * 256;
			if (across > MOST_BYTES || down > MOST_ROWS) bad('a picture so large');
			const dots = Array.from({ length: down }, () =>
				Array.from(take(across)).flatMap((byte) => [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => ((byte >> bit) & 1) === 1)),
			);
			// Bands of one width are one picture: the paper does not move on between them.
			const last = marks.at(-1);
			if (last?.kind === 'raster' && last.dots[0]?.length === across * 8 && last.center === center)
				marks[marks.length - 1] = { ...last, dots: [...last.dots, ...dots] };
			else marks.push({ kind: 'raster', dots, center });
			return 'GS v 0';
		}
		if (code === 0x56) {
			const n = next();
			marks.push({ kind: 'cut', full: n === 0 });
			return n < 2 ? `GS V ${n}` : bad('GS V');
		}
		return bad(`GS ${code.toString(16)}`);
	};

	while (at < bytes.length) {
		const byte = next();
		if (byte === 0x0a) {
			if (row.length === 0) marks.push({ kind: 'feed', lines: 1 });
			else marks.push({ kind: 'text', text: textOf(Uint8Array.from(row), page), width, height, center, bold });
			row = [];
		} else if (byte === 0x1b) commands.push(esc());
		else if (byte === 0x1d) commands.push(gs());
		else if (byte === 0x1c) commands.push(next() === 0x2e ? 'FS .' : bad('FS'));
		else if ((byte >= 0x20 && byte < 0x7f) || (byte >= 0x80 && (page.high[byte - 0x80] ?? ' ') !== ' ')) {
			if (!paged) bad('text without a code page');
			row.push(byte);
		} else bad(`0x${byte.toString(16)}`);
	}
	lineIsEmpty();
	return { marks, commands };
}

function line(mark: Mark): string {
	switch (mark.kind) {
		case 'text':
			return mark.width > 1 ? `${mark.text} (x${mark.width})` : mark.text;
		case 'qr':
			return `[QR ${mark.content}]`;
		case 'raster':
			return `[raster ${mark.dots[0]?.length ?? 0} x ${mark.dots.length}]`;
		case 'feed':
			return '.'.repeat(mark.lines);
		case 'cut':
			return '[cut]';
	}
}

/** The paper as people read it: one line for each mark. */
export const written = ({ marks }: Paper): readonly string[] => marks.map(line);
