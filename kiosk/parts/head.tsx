// The head of every page: which hall, what time, which language, and whether what is shown is still true.

import type { ReadonlySignal } from '@preact/signals';
import { CircleAlert, WifiOff } from 'lucide-preact';
import { dayOf } from '../../shared/day.ts';
import type { Instant } from '../../shared/id.ts';
import type { HallFacts } from '../../shared/views.ts';
import type { Language } from '../../shared/words/words.ts';
import { LANGUAGE_NAMES, type Say } from '../words.ts';

export interface HeadProps {
	readonly hall: HallFacts;
	readonly now: ReadonlySignal<Instant>;
	readonly say: Say;
	readonly language: Language;
	readonly noEnglish: boolean;
	readonly lost: boolean;
	readonly onLanguage: (language: Language) => void;
}

const LANGUAGES: readonly Language[] = ['id', 'en'];

export function Head({ hall, now, say, language, noEnglish, lost, onLanguage }: HeadProps) {
	const { time, example } = say.common;
	return (
		<header class="head">
			<div class="head-hall">
				<p class="hall-name">
					{hall.name} {hall.demo && <span class="demo">{example}</span>}
				</p>
				<p class="date">{time.date(dayOf(now.value, hall.timeZone))}</p>
			</div>
			<p class="clock number">{time.clock(now.value, hall.timeZone)}</p>
			<fieldset class="languages" aria-label={say.kiosk.languages}>
				{LANGUAGES.map((it) => (
					<button key={it} type="button" lang={it} aria-pressed={it === language} onClick={() => onLanguage(it)}>
						{LANGUAGE_NAMES[it]}
					</button>
				))}
			</fieldset>
			<p class="link" role="status">
				{lost && (
					<span class="lost">
						<WifiOff />
						{say.kiosk.lost}
					</span>
				)}
				{noEnglish && (
					<span class="lost">
						<CircleAlert />
						{say.kiosk.noEnglish}
					</span>
				)}
			</p>
		</header>
	);
}
