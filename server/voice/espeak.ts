// Speaking with espeak-ng where it is installed: for the bundled pack (scripts/voice.mjs), and once at set-up for the names
// of a hall's agencies. A call itself never needs it.

import { spawn } from 'node:child_process';
import { readWav, type Samples } from './wav.ts';

export interface Speaker {
	/** A voice and its variant: "id+f2". */
	readonly voice: string;
	/** Words per minute. */
	readonly speed: number;
	/** 0 to 99. */
	readonly pitch: number;
}

/** The one that speaks Indonesian in the bundled pack; voice/README.md says why. */
export const INDONESIAN: Speaker = { voice: 'id+linda', speed: 150, pitch: 40 };
export const ENGLISH: Speaker = { voice: 'en-us+linda', speed: 150, pitch: 40 };

/** espeak-ng takes 15 ms for a sentence. */
const PATIENCE_MS = 10_000;

/** `pauseMs` between words. Null where espeak-ng is not installed; throws where it fails. */
export async function speak(text: string, { voice, speed, pitch }: Speaker, pauseMs: number): Promise<Samples | null> {
	const wav = await run(
		['-v', voice, '-s', String(speed), '-p', String(pitch), '-g', String(pauseMs / 10), '--stdout'],
		text,
	);
	if (!wav) return null;
	const read = readWav(wav);
	if (!read.ok) throw new Error(`espeak-ng said nothing usable for "${text}": ${read.fault}`);
	return read.samples;
}

/** Whether it is installed here. */
export const canSpeak = async (): Promise<boolean> => (await speak('a', INDONESIAN, 0)) !== null;

/** The text goes in by the door, not as an argument: a name that begins with "-" is no option. */
function run(options: readonly string[], text: string): Promise<Buffer | null> {
	return new Promise((resolve, reject) => {
		const speaking = spawn('espeak-ng', ['-z', '--stdin', ...options], { timeout: PATIENCE_MS });
		const chunks: Buffer[] = [];
		let fault = '';
		speaking.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? resolve(null) : reject(error)));
		speaking.stdin.on('error', () => speaking.kill());
		speaking.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
		speaking.stderr.on('data', (chunk: Buffer) => {
			fault += chunk.toString();
		});
		speaking.on('close', (code) =>
			code === 0 ? resolve(Buffer.concat(chunks)) : reject(new Error(`espeak-ng ended with ${code}: ${fault.trim()}`)),
		);
		speaking.stdin.end(text);
	});
}
