// The microphone: whether there may be one, how loud it hears just now, and one take after the other.

import { SECOND } from '../../shared/id.ts';

export const MIC_FAULTS = ['insecure', 'unsupported', 'denied', 'absent', 'busy'] as const;
export type MicFault = (typeof MIC_FAULTS)[number];

/** No recording may be longer than 15 s; its silence is cut off anyway. */
export const LONGEST_TAKE = 14.5 * SECOND;

export interface Microphone {
	/** The peak of the last moments, 0 to 1. */
	readonly level: () => number;
	readonly begin: () => void;
	/** What was heard since it began, as the browser writes it. */
	readonly end: () => Promise<Blob>;
	/** Lets go of the microphone: the browser's red sign goes out. */
	readonly close: () => void;
}

/** Why there can be no microphone on this page, before anybody is asked. Over plain HTTP browsers give it to localhost only. */
export function whyNoMicrophone(): MicFault | null {
	if (!window.isSecureContext) return 'insecure';
	return 'mediaDevices' in navigator && 'MediaRecorder' in window ? null : 'unsupported';
}

const FAULTS: Readonly<Record<string, MicFault>> = {
	...{ NotAllowedError: 'denied', SecurityError: 'denied', NotFoundError: 'absent', OverconstrainedError: 'absent' },
	...{ NotReadableError: 'busy', AbortError: 'busy' },
};

/** A steady hand on the level spoils a word's own; a fan in the office is taken out. */
const WANTED: MediaTrackConstraints = {
	channelCount: 1,
	echoCancellation: false,
	autoGainControl: false,
	noiseSuppression: true,
};
/** Far beyond what a voice needs: what the file loses is lost at the rate of the hall's voice anyway. */
const BITS_PER_SECOND = 128_000;

export async function openMicrophone(): Promise<Microphone | MicFault> {
	let stream: MediaStream;
	try {
		stream = await navigator.mediaDevices.getUserMedia({ audio: WANTED });
	} catch (error) {
		const fault = error instanceof DOMException ? FAULTS[error.name] : undefined;
		if (fault) return fault;
		throw error;
	}
	const context = new AudioContext();
	const ear = context.createAnalyser();
	ear.fftSize = 2048;
	context.createMediaStreamSource(stream).connect(ear);
	const heard = new Float32Array(ear.fftSize);
	let recorder: MediaRecorder | null = null;
	let chunks: Blob[] = [];
	return {
		level: () => {
			ear.getFloatTimeDomainData(heard);
			return heard.reduce((most, it) => Math.max(most, Math.abs(it)), 0);
		},
		begin: () => {
			chunks = [];
			recorder = new MediaRecorder(stream, { audioBitsPerSecond: BITS_PER_SECOND });
			recorder.ondataavailable = ({ data }) => chunks.push(data);
			recorder.start();
		},
		end: () =>
			new Promise((resolve) => {
				const ending = recorder;
				if (!ending || ending.state === 'inactive') return resolve(new Blob(chunks));
				ending.onstop = () => resolve(new Blob(chunks, { type: ending.mimeType }));
				ending.stop();
			}),
		close: () => {
			for (const track of stream.getTracks()) track.stop();
			void context.close();
		},
	};
}
