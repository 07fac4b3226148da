// Beginnings of files for tests: of each kind that boards can show, and of what must be refused.

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const padded = (head: string): Buffer => Buffer.concat([bytes(head), Buffer.alloc(80, 7)]);
const box = (brand: string): string => `\0\0\0\x20ftyp${brand}\0\0\x02\0isomiso2avc1mp41`;

/** One pixel, whole. */
export const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);
export const JPEG = padded('\xff\xd8\xff\xe0\0\x10JFIF\0');
export const WEBP = padded('RIFF\x24\0\0\0WEBPVP8 ');
export const MP4 = padded(box('isom'));
export const WEBM = padded(
	'\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm',
);

/** A picture for whoever asks for a picture, a program for whoever asks for a page. */
export const POLYGLOT = Buffer.concat([JPEG, bytes('<html><script>alert(document.domain)</script></html>')]);

export const REFUSED: Readonly<Record<string, Buffer>> = {
	nothing: Buffer.alloc(0),
	'one byte': bytes('\x89'),
	'an SVG, which can hold a program': bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'.padEnd(90)),
	'an SVG behind an XML head': padded('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">'),
	'a page': padded('<!doctype html><script>alert(1)</script>'),
	'a GIF': padded('GIF89a'),
	'a PDF': padded('%PDF-1.7'),
	'a program': padded('MZ\x90\0'),
	'a HEIC picture, which begins as an MP4 does': padded(box('heic')),
	'an AVIF picture': padded(box('avif')),
	'a QuickTime video': padded(box('qt  ')),
	'a Matroska video': padded('\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska'),
	'a WAV, which begins as a WebP does': padded('RIFF\x24\0\0\0WAVEfmt '),
	'a picture behind a page': Buffer.concat([bytes('<html>'.padEnd(70)), PNG]),
};
