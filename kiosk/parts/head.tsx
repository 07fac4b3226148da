// The head of every page: which hall, what time, which language, and whether what is shown is still true.

import type { ReadonlySignal } from '@preact/signals';
import { CircleAlert, WifiOff } from 'lucide-preact';
import { dayOf } from '../../shared/day.ts';
import type { Instant } from '../../shared/id.ts';
import type { HallFacts } from '../../shared/views.ts';
import type { LanguageCode, LanguageFacts } from '../../shared/words/regional.ts';
import type { Say } from '../words.ts';

export interface HeadProps {
	readonly hall: HallFacts;
	readonly now: ReadonlySignal<Instant>;
	readonly say: Say;
	readonly language: LanguageCode;
	/** Of the hall, besides Indonesian and English. */
	readonly regional: readonly LanguageFacts[];
	readonly unfetched: LanguageCode | null;
	readonly lost: boolean;
	/** Numbers can be taken all the same. */
	readonly lends: boolean;
	readonly onLanguage: (language: LanguageCode) => void;
}

/** These every kiosk has; the name of each in itself, so that it is found by who reads no other. */
const LANGUAGES: readonly LanguageFacts[] = [
	{ code: 'id', name: 'Bahasa Indonesia', reviewed: true },
	{ code: 'en', name: 'English', reviewed: true },
];

export function Head({ hall, now, say, language, regional, unfetched, lost, lends, onLanguage }: HeadProps) {
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
				{[...LANGUAGES, ...regional].map(({ code, name, reviewed }) => (
					<button key={code} type="button" aria-pressed={code === language} onClick={() => onLanguage(code)}>
						<span lang={code}>{name}</span>
						{!reviewed && <span class="unreviewed">{say.kiosk.unreviewed}</span>}
					</button>
				))}
			</fieldset>
			<p class="link" role="status">
				{lost && (
					<span class="lost">
						<WifiOff />
						{lends ? say.kiosk.lent.works : say.kiosk.lost}
					</span>
				)}
				{unfetched !== null && (
					<span class="lost">
						<CircleAlert />
						{unfetched === 'en' ? say.kiosk.noEnglish : say.kiosk.noLanguage}
					</span>
				)}
			</p>
		</header>
	);
}
