// A file on its way to the hall: judged here first, so that nobody waits minutes for a "no"; a picture that is too large for
// any board is drawn smaller; then sent with its progress.

import type { Reply } from '../../shared/contract.ts';
import type { MediaId } from '../../shared/id.ts';
import { endingOf, HEAD_BYTES, type MediaFault, MOST_BYTES, strangeFile, TYPES } from '../../shared/media.ts';

export type Prepared =
	| { readonly ok: true; readonly content: Blob; readonly type: string }
	| { readonly ok: false; readonly fault: MediaFault };

/** Dots of the longer side: as many as a large TV has across the place beside its calls. */
const LONGEST_SIDE = 2_560;
const JPEG_QUALITY = 0.85;

export async function prepare(file: File): Promise<Prepared> {
	const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
	const ending = endingOf(head);
	if (ending === null) return { ok: false, fault: strangeFile(file.name) };
	const { kind, type } = TYPES[ending];
	if (file.size <= MOST_BYTES[kind]) return { ok: true, content: file, type };
	if (kind === 'video') return { ok: false, fault: 'large' };
	const smaller = await shrink(file);
	if (smaller === null) return { ok: false, fault: strangeFile(file.name) };
	return smaller.size > MOST_BYTES.picture
		? { ok: false, fault: 'large' }
		: { ok: true, content: smaller, type: 'image/jpeg' };
}

/** null: this browser cannot read it. */
async function shrink(file: Blob): Promise<Blob | null> {
	const picture = await createImageBitmap(file).catch(() => null);
	if (!picture) return null;
	const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
	const canvas = document.createElement('canvas');
	canvas.width = Math.round(picture.width * scale);
	canvas.height = Math.round(picture.height * scale);
	const pen = canvas.getContext('2d');
	if (!pen) return null;
	// JPEG knows no transparency; on black every logo with dark letters would be lost.
	pen.fillStyle = '#fff';
	pen.fillRect(0, 0, canvas.width, canvas.height);
	pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
	picture.close();
	return new Promise((done) => canvas.toBlob(done, 'image/jpeg', JPEG_QUALITY));
}

/** `progress`: the part that is sent, 0 to 1. Not fetch(): it tells nobody how far it is. */
export function send(
	{ content, type }: Extract<Prepared, { ok: true }>,
	name: string,
	progress: (part: number) => void,
	stop: AbortSignal,
): Promise<Reply<{ readonly id: MediaId }>> {
	return new Promise((done) => {
		const request = new XMLHttpRequest();
		request.open('POST', `/api/v1/media?name=${encodeURIComponent(name)}`);
		request.setRequestHeader('x-giliran', '1');
		request.setRequestHeader('content-type', type);
		request.responseType = 'json';
		request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
		request.onload = () => {
			const reply = request.response as Reply<{ readonly id: MediaId }> | null;
			done(reply ?? { ok: false, refusal: { code: 'internal', reference: `HTTP ${request.status}` } });
		};
		request.onerror = () => done({ ok: false, refusal: { code: 'offline' } });
		request.onabort = () => done({ ok: false, refusal: { code: 'offline' } });
		stop.addEventListener('abort', () => request.abort());
		request.send(content);
	});
}
