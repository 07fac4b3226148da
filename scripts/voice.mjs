// `npm run voice`: makes the bundled voice pack (voice/id, voice/en) anew with espeak-ng, and says what it is like.
// `npm run voice -- --compare` makes nothing, and shows the figures by which the voices were chosen.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openAloud } from '../dist/server/voice/aloud.js';
import { ENGLISH, INDONESIAN, speak } from '../dist/server/voice/espeak.js';
import { decibels, loudness, peak, tidied } from '../dist/server/voice/loudness.js';
import { readLexicon } from '../dist/server/voice/names.js';
import { RATE, seconds, writeWav } from '../dist/server/voice/wav.js';
import { sentenceTexts } from '../dist/shared/aloud.js';
import { KIOSK_SECTIONS } from '../dist/shared/words/regional-check.js';
import { root } from './run.mjs';
import { figures, heading } from './voice-figures.mjs';
import { WORDS } from './voice-words.mjs';

const SPEAKERS = { id: INDONESIAN, en: ENGLISH };
/** Between the two words of a pair, ms: longer than any silence inside a word. */
const APART = 400;

const voices = {
	id: [
		'id',
		'id+f1',
		'id+f2',
		'id+f3',
		'id+f4',
		'id+f5',
		'id+m1',
		'id+m3',
		'id+m7',
		'id+Andrea',
		'id+linda',
		'id+steph',
	],
	en: ['en-us', 'en-us+f1', 'en-us+f2', 'en-us+f3', 'en-us+f4', 'en-us+f5', 'en-us+m3', 'en-us+Andrea', 'en-us+linda'],
};

async function said(text, speaker, pauseMs) {
	const samples = await speak(text, speaker, pauseMs);
	if (!samples) throw new Error('espeak-ng is not installed (Debian: apt-get install espeak-ng).');
	return samples;
}

/** Two words with a long silence between: the first sounds as inside a sentence, the second falls as at its end. */
async function pair(first, second, speaker) {
	const both = await said(`[[${first}]] [[${second}]]`, speaker, APART);
	const quiet = peak(both) * 0.003;
	let longest = { from: 0, to: 0 };
	for (let from = both.findIndex((it) => Math.abs(it) > quiet), at = from; at < both.length; at++) {
		if (Math.abs(both[at]) <= quiet) continue;
		if (at - from > longest.to - longest.from) longest = { from, to: at };
		from = at;
	}
	if ((longest.to - longest.from) / RATE < (APART / 1000) * 0.8) throw new Error(`no silence after ${first}`);
	const middle = (longest.from + longest.to) >> 1;
	return [both.slice(0, middle), both.slice(middle)].map((it) => tidied(it));
}

/** A sentence with those of its words in phonemes that are read wrongly otherwise. */
const readAloud = (text, sounds) => text.replace(/\p{L}+/gu, (word) => (word in sounds ? `[[${sounds[word]}]]` : word));

/** Every clip of a language by its name: what it says, and its samples. */
async function clipsOf(language, speaker) {
	const { numbers, letters, phrases, sentences, after } = WORDS[language];
	// Letters are short and half of them rhyme: they are given more time.
	const slowly = { ...speaker, speed: Math.round(speaker.speed * 0.7) };
	const clips = {};
	for (const [word, sounds] of Object.entries(numbers)) {
		const [inside, last] = await pair(sounds, sounds, speaker);
		clips[word] = { text: word, samples: inside };
		clips[`${word}-end`] = { text: `${word}.`, samples: last };
	}
	for (const [letter, sounds] of Object.entries(letters))
		clips[`letter-${letter}`] = { text: letter, samples: (await pair(sounds, after, slowly))[0] };
	for (const [name, [text, sounds]] of Object.entries(phrases)) {
		const falls = text.endsWith('.');
		const samples = falls
			? tidied(await said(`[[${sounds}]]`, speaker, APART))
			: (await pair(sounds, after, speaker))[0];
		clips[`phrase-${name}`] = { text, samples };
	}
	for (const [name, [text, sounds]] of Object.entries(sentences))
		clips[`notice-${name}`] = { text, samples: tidied(await said(readAloud(text, sounds), speaker, 0)) };
	return clips;
}

const round = (value) => Math.round(value * 10) / 10;

async function make(language) {
	const folder = path.join(root, 'voice', language);
	const speaker = SPEAKERS[language];
	const clips = await clipsOf(language, speaker);
	mkdirSync(folder, { recursive: true });
	for (const old of readdirSync(folder).filter((it) => it.endsWith('.wav'))) rmSync(path.join(folder, old));
	let bytes = 0;
	const entries = Object.entries(clips).map(([name, { text, samples }]) => {
		const wav = writeWav(samples);
		bytes += wav.length;
		writeFileSync(path.join(folder, `${name}.wav`), wav);
		const ms = Math.round(seconds(samples) * 1000);
		return [name, { text, ms, lufs: round(loudness(samples)), peakDb: round(decibels(peak(samples))) }];
	});
	const version = execFileSync('espeak-ng', ['--version'], { encoding: 'utf8' });
	const pack = {
		name: `espeak-ng ${speaker.voice}`,
		language,
		origin: { program: /\d+\.\d+/.exec(version)?.[0], ...speaker },
		rate: RATE,
		clips: Object.fromEntries(entries),
	};
	writeFileSync(path.join(folder, 'pack.json'), `${JSON.stringify(pack, null, '\t')}\n`);
	process.stdout.write(`${language}: ${entries.length} clips, ${Math.round(bytes / 1000)} kB\n`);
}

async function compare(language) {
	process.stdout.write(`\n${heading}\n`);
	const of = SPEAKERS[language];
	const tries = [
		...voices[language].map((voice) => ({ ...of, voice })),
		...[120, 130, 150, 160].map((speed) => ({ ...of, speed })),
		...[35, 65].map((pitch) => ({ ...of, pitch })),
	];
	for (const speaker of tries) {
		const clips = await clipsOf(language, speaker);
		const samples = Object.fromEntries(Object.entries(clips).map(([name, it]) => [name, it.samples]));
		process.stdout.write(`${figures(speaker, samples, Object.keys(WORDS[language].numbers))}\n`);
	}
}

/** What an ordinary visit never says, and long hints; espeak-ng makes them where it is installed. */
const RARE = [
	/^s\.common\.(states|outcomes|parkReasons|slips|slipFaults|completionUnits|example|counter)/,
	// What a visitor is refused at a kiosk that works: too fast, no paper, too late. Of the rest one is told by a person.
	/^s\.common\.refusal~(?![0567](~|$))/,
	/^s\.kiosk\.(preparing|full|updating|noEnglish|noLanguage|unreviewed|unpaired|away|lost|languages|rooms)/,
	/^s\.kiosk\.(lent|regret\.(about|hint|called|unknown|void|cancelling|until|label))/,
	/^s\.kiosk\.(access|guides|home|priority|basket)\.(hint|about|inSearch|facilities|takes|keeps|companion|oneByOne|offer)/,
	/^s\.kiosk\.service\.(online|print|complaints|gives|costs|procedure|completion|product|counter|fee|noRequirements)/,
	/^s\.kiosk\.take\.(gaveUpHint|retrying|noConnection|tooMany|again|cancel|taking)/,
	/^s\.kiosk\.result\.(demoSlip|qr|hopes|again|sending|collect|follow|afterSlip\.(queued|printing|unconfirmed))/,
	/^s\.(kiosk\.search\.(keyboard|label|hint)|kiosk\.scroll|rooms|aloud\.bar)/,
	/^s\.(common\.ahead~2|kiosk\.(search\.found|take\.many|basket\.count|idle\.left)~1)$/,
	/^s\.common\.(wait~[34]|closed\.(before|after))|^s\.kiosk\.counters~(?!(0|1|2|8|9|10|16|17|18)~)/,
];

/** The kiosk's sentences in Indonesian, each in a file named after what it says and who says it. */
async function makeAloud() {
	const bundled = path.join(root, 'voice');
	rmSync(path.join(bundled, 'aloud'), { recursive: true, force: true });
	const lexicon = readLexicon(bundled);
	const none = () => {
		throw new Error('no number is composed here');
	};
	const aloud = openAloud({
		folders: { bundled: null, own: bundled },
		pack: none,
		lexicon: () => lexicon,
		warn: (it) => process.stderr.write(`${it}\n`),
	});
	const texts = [...sentenceTexts(KIOSK_SECTIONS)]
		.filter(([name]) => !RARE.some((it) => it.test(name)))
		.map(([, text]) => text);
	const done = await aloud.prepare('id', texts);
	if (!done) throw new Error('espeak-ng is not installed (Debian: apt-get install espeak-ng).');
	process.stdout.write(`aloud: ${done.made} sentences\n`);
}

for (const language of Object.keys(WORDS)) {
	if (process.argv.includes('--compare')) await compare(language);
	else await make(language);
}
if (!process.argv.includes('--compare')) await makeAloud();
