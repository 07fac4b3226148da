// Reading a .zip that may come from anywhere: how many files are in it, how large and what they are called is known and
// bounded before anything is unpacked, and nothing is unpacked beyond what it says of itself. Pure.

import { crc32, inflateRawSync } from 'node:zlib';
import type { PackFault } from '../../shared/recording.ts';

export interface ZipLimits {
	readonly entries: number;
	/** Of all files together, unpacked. */
	readonly bytes: number;
}

export interface ZipFile {
	readonly name: string;
	/** Unpacked and compared with its checksum; null where it is not what it was when it was packed. */
	readonly bytes: () => Buffer | null;
}

export type ZipRead =
	| { readonly ok: true; readonly files: readonly ZipFile[] }
	| { readonly ok: false; readonly fault: PackFault; readonly entry: string | null };

/** Signatures and lengths of the records, APPNOTE.TXT 4.3. */
const END = { sign: 0x06054b50, bytes: 22, mostComment: 65_535 };
const ENTRY = { sign: 0x02014b50, bytes: 46 };
const LOCAL = { sign: 0x04034b50, bytes: 30 };
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
	readonly name: string;
	readonly method: number;
	readonly crc: number;
	readonly packed: number;
	readonly unpacked: number;
	/** Where its local record begins. */
	readonly at: number;
}

/** Folders are no files, and are left out. Two files of one name are one too many: which of them was meant? */
export function readZip(zip: Buffer, limits: ZipLimits): ZipRead {
	const no = (fault: PackFault, entry: string | null): ZipRead => ({ ok: false, fault, entry });
	const end = findEnd(zip);
	// Half of one begins as the whole does.
	if (end === null) return no(beginsAsZip(zip) ? 'damaged' : 'not_zip', null);
	const count = zip.readUInt16LE(end + 10);
	if (count > limits.entries) return no('too_many', null);
	const entries: Entry[] = [];
	for (let at = zip.readUInt32LE(end + 16), left = count; left > 0; left--) {
		if (at + ENTRY.bytes > end || zip.readUInt32LE(at) !== ENTRY.sign) return no('damaged', null);
		const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
		const entry: Entry = {
			name: zip.toString('utf8', at + ENTRY.bytes, at + ENTRY.bytes + name),
			method: zip.readUInt16LE(at + 10),
			crc: zip.readUInt32LE(at + 16),
			packed: zip.readUInt32LE(at + 20),
			unpacked: zip.readUInt32LE(at + 24),
			at: zip.readUInt32LE(at + 42),
		};
		const locked = (zip.readUInt16LE(at + 8) & ENCRYPTED) !== 0;
		if (locked || (entry.method !== STORED && entry.method !== DEFLATED)) return no('damaged', entry.name);
		at += ENTRY.bytes + name + extra + comment;
		if (!entry.name.endsWith('/')) entries.push(entry);
	}
	const large = entries.find((it) => it.unpacked > limits.bytes);
	if (large) return no('too_large', large.name);
	if (entries.reduce((sum, it) => sum + it.unpacked, 0) > limits.bytes) return no('too_large', null);
	const twice = entries.find((it, index) => entries.findIndex(({ name }) => name === it.name) < index);
	if (twice) return no('twice', twice.name);
	return { ok: true, files: entries.map((it) => ({ name: it.name, bytes: () => unpack(zip, it) })) };
}

const beginsAsZip = (zip: Buffer): boolean => zip.length >= LOCAL.bytes && zip.readUInt32LE(0) === LOCAL.sign;

/** The last record of the file; a comment may follow it. */
function findEnd(zip: Buffer): number | null {
	for (let at = zip.length - END.bytes; at >= Math.max(0, zip.length - END.bytes - END.mostComment); at--)
		if (zip.readUInt32LE(at) === END.sign && at + END.bytes + zip.readUInt16LE(at + 20) === zip.length) return at;
	return null;
}

function unpack(zip: Buffer, { at, method, crc, packed, unpacked }: Entry): Buffer | null {
	if (at + LOCAL.bytes > zip.length || zip.readUInt32LE(at) !== LOCAL.sign) return null;
	const start = at + LOCAL.bytes + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
	const bytes =
		method === STORED ? zip.subarray(start, start + packed) : inflated(zip.subarray(start, start + packed), unpacked);
	return bytes && bytes.length === unpacked && crc32(bytes) === crc ? bytes : null;
}

/** Stops at the first byte beyond what it said it would be. */
function inflated(bytes: Buffer, most: number): Buffer | null {
	try {
		return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) });
	} catch (error) {
		if (error instanceof Error && 'code' in error) return null;
		throw error;
	}
}
