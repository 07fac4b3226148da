// Files on their way to the hall, one after another, with how each fares. They go on while the manager looks at other pages.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { MediaFault } from '../../shared/media.ts';
import type { Refusal } from '../../shared/refusal.ts';
import type { prepare as Prepare, Prepared, send as Send } from './send.ts';

export interface Upload {
	readonly key: number;
	readonly name: string;
	readonly state:
		| { readonly kind: 'waiting' }
		| { readonly kind: 'preparing' }
		/** Percent. */
		| { readonly kind: 'sending'; readonly percent: number }
		| { readonly kind: 'done' }
		| { readonly kind: 'cancelled' }
		| { readonly kind: 'refused'; readonly refusal: Refusal };
}

export interface Uploads {
	readonly list: ReadonlySignal<readonly Upload[]>;
	readonly add: (files: readonly File[]) => void;
	readonly cancel: (key: number) => void;
	/** Forgets what has ended. */
	readonly dismiss: () => void;
}

export interface UploadParts {
	readonly prepare: typeof Prepare;
	readonly send: typeof Send;
	/** One has arrived. */
	readonly arrived: () => void;
}

const refusedFor = (fault: MediaFault): Upload['state'] => ({ kind: 'refused', refusal: { code: 'media', fault } });
/** The hall takes names of so many letters. */
const LONGEST_NAME = 200;
/** What no name may hold (server/ask/shapes.ts). */
const nameOf = (file: File): string =>
	file.name
		.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
		.trim()
		.slice(0, LONGEST_NAME) || 'berkas';

export const isUnderWay = ({ state }: Upload): boolean =>
	state.kind === 'waiting' || state.kind === 'preparing' || state.kind === 'sending';

export function openUploads({ prepare, send, arrived }: UploadParts): Uploads {
	const list = signal<readonly Upload[]>([]);
	const files = new Map<number, File>();
	let keys = 0;
	let going: { readonly key: number; readonly stop: AbortController } | null = null;
	const tell = (key: number, state: Upload['state']): void => {
		list.value = list.value.map((it) => (it.key === key && isUnderWay(it) ? { ...it, state } : it));
	};

	async function carry(key: number, file: File, stop: AbortController): Promise<void> {
		tell(key, { kind: 'preparing' });
		const prepared: Prepared = await prepare(file);
		if (stop.signal.aborted) return;
		if (!prepared.ok) return tell(key, refusedFor(prepared.fault));
		tell(key, { kind: 'sending', percent: 0 });
		const sent = (part: number): void => tell(key, { kind: 'sending', percent: Math.floor(part * 100) });
		const reply = await send(prepared, nameOf(file), sent, stop.signal);
		tell(key, reply.ok ? { kind: 'done' } : { kind: 'refused', refusal: reply.refusal });
		if (reply.ok) arrived();
	}

	async function next(): Promise<void> {
		const upload = going ? undefined : list.value.find((it) => it.state.kind === 'waiting');
		const file = upload && files.get(upload.key);
		if (!upload || !file) return;
		const stop = new AbortController();
		going = { key: upload.key, stop };
		await carry(upload.key, file, stop).catch((error: unknown) => {
			tell(upload.key, refusedFor('broken'));
			reportError(error);
		});
		files.delete(upload.key);
		going = null;
		void next();
	}

	return {
		list,
		add: (added) => {
			const uploads = added.map((file): Upload => {
				const key = ++keys;
				files.set(key, file);
				return { key, name: nameOf(file), state: { kind: 'waiting' } };
			});
			list.value = [...list.value, ...uploads];
			void next();
		},
		cancel: (key) => {
			tell(key, { kind: 'cancelled' });
			files.delete(key);
			if (going?.key === key) going.stop.abort();
		},
		dismiss: () => {
			list.value = list.value.filter(isUnderWay);
		},
	};
}
