// What the manager asks of the hall's voice over HTTP. Sounds come as bytes: they are played by the page itself, not by a media
// element, so that a take that is not saved yet sounds the same way.

import type { Nothing, Reply } from '../../shared/contract.ts';
import { type CounterNumber, SECOND } from '../../shared/id.ts';
import type { PackPlan, Recordings, Taken } from '../../shared/recording.ts';
import type { VoiceSettings } from '../../shared/voice.ts';
import type { Language } from '../../shared/words/words.ts';
import { ANSWER_WITHIN, call } from '../api.ts';

/** A whole voice over the hall's Wi-Fi, and a hundred recordings looked at. */
const FILE_WITHIN = 60 * SECOND;
/** espeak-ng takes its time for forty names. */
const NAMES_WITHIN = 30 * SECOND;

const bytesOf = (response: Response): Promise<ArrayBuffer> => response.arrayBuffer();

export const voiceSettings = (): Promise<Reply<{ readonly voice: VoiceSettings }>> =>
	call('GET', 'voice-settings', null, ANSWER_WITHIN);
export const saveVoice = (voice: VoiceSettings): Promise<Reply<Nothing>> =>
	call('PUT', 'voice-settings', voice, ANSWER_WITHIN);

export const recordingsOf = (language: Language): Promise<Reply<Recordings>> =>
	call('GET', `voice/${language}`, null, ANSWER_WITHIN);
export const keepTake = (language: Language, clip: string, wav: Blob): Promise<Reply<Taken>> =>
	call('PUT', `voice/${language}/${clip}`, wav, FILE_WITHIN);
export const restoreTake = (language: Language, clip: string): Promise<Reply<Nothing>> =>
	call('POST', `voice/${language}/${clip}/restore`, null, ANSWER_WITHIN);
export const removeTake = (language: Language, clip: string): Promise<Reply<Nothing>> =>
	call('DELETE', `voice/${language}/${clip}`, null, ANSWER_WITHIN);

export type Which = 'now' | 'before' | 'bundled';
export const soundOf = (language: Language, clip: string, from: Which): Promise<Reply<ArrayBuffer>> =>
	call('GET', `voice/${language}/${clip}/clip.wav?from=${from}`, null, ANSWER_WITHIN, bytesOf);

export interface SampleCall {
	readonly number: string;
	readonly counter: CounterNumber;
	/** Named after the counter, with its zone; null: nobody is. */
	readonly agency: Recordings['agencies'][number] | null;
	readonly recall: boolean;
}
export type SampleVoice = Pick<VoiceSettings, 'school' | 'desk' | 'english' | 'names'>;

/** As it would sound with settings that nobody has saved. */
export function trySample(sample: SampleCall, settings: SampleVoice): Promise<Reply<ArrayBuffer>> {
	const { school, desk, english, names } = settings;
	const body = { ...sample, agency: sample.agency?.id ?? null, voice: { school, desk, english, names } };
	return call('POST', 'voice-sample', body, ANSWER_WITHIN, bytesOf);
}
/** The very file that boards play. */
export const realSample = ({ number, counter, agency, recall }: SampleCall): Promise<Reply<ArrayBuffer>> => {
	const asked = new URLSearchParams({ number, counter: String(counter), recall: recall ? '1' : '0' });
	if (agency !== null) {
		asked.set('agency', agency.id);
		asked.set('zone', String(agency.zone));
	}
	return call('GET', `/voice/call.wav?${asked}`, null, ANSWER_WITHIN, bytesOf);
};

export interface NamesMade {
	readonly made: number;
	/** Names in which there is nothing to say. */
	readonly unsayable: readonly string[];
}
/** null: all that nobody recorded. */
export const makeNames = (clip: string | null): Promise<Reply<NamesMade>> =>
	call('POST', 'voice-names', { clip }, NAMES_WITHIN);
/** null: as it is written. */
export const readName = (clip: string, said: string | null): Promise<Reply<Nothing>> =>
	call('PUT', 'voice-names', { clip, said }, ANSWER_WITHIN);

export const FILE_ADDRESS = '/api/v1/voice-pack';
export const lookAtFile = (file: Blob): Promise<Reply<PackPlan>> =>
	call('POST', 'voice-pack?dry=1', asZip(file), FILE_WITHIN);
export const installFile = (file: Blob): Promise<Reply<PackPlan>> =>
	call('POST', 'voice-pack', asZip(file), FILE_WITHIN);
/** What the file's own system calls its kind does not matter: the server looks inside. */
const asZip = (file: Blob): Blob => file.slice(0, file.size, 'application/zip');
