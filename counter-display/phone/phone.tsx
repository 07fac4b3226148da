// The phone's page as pixels: head, one's own number, captions, the last calls, every agency. It decides nothing.

import { WifiOff } from 'lucide-preact';
import type { Sound } from '../../shared/hearing.ts';
import type { Instant } from '../../shared/id.ts';
import type { Link } from '../../shared/screen/connect.ts';
import type { BoardView, Shown } from '../../shared/views.ts';
import { Agencies } from './agencies.tsx';
import { Captions, Latest, Notices } from './called.tsx';
import type { Following, LastCall } from './follow.ts';
import { Called, Mine } from './my-number.tsx';
import type { Say } from './words.ts';

export interface PhoneProps {
	readonly shown: Shown<BoardView> | null;
	readonly link: Link;
	/** The hall's clock. */
	readonly now: Instant;
	readonly say: Say;
	readonly noEnglish: boolean;
	readonly onLanguage: () => void;
	/** What has just been called, for screen readers. */
	readonly news: string;
	readonly following: Following | null;
	readonly calling: LastCall | null;
	/** Whether what was typed is a number. */
	readonly onFollow: (typed: string) => boolean;
	readonly onStop: () => void;
	readonly onUnderstood: () => void;
	readonly rings: boolean;
	readonly onRings: (wanted: boolean) => void;
	readonly aloud: boolean;
	readonly sound: Sound;
	readonly onAloud: (wanted: boolean) => void;
}

export function Phone(props: PhoneProps) {
	const { shown, link, say, news } = props;
	const words = say.phone;
	if (link === 'unknown_device' || link === 'not_signed_in')
		return <Instead title={words.notHere} hint={words.notHereHint} />;
	if (link === 'wrong_protocol') return <Instead title={words.wrongVersion} hint={words.wrongVersionHint} />;
	if (!shown) return <Instead title={link === 'busy' ? words.full : words.connecting} hint="" />;
	const { view } = shown;
	return (
		<div class={link === 'live' ? 'phone' : 'phone old'}>
			<Head {...props} view={view} />
			<p class="lost" role="status">
				{link !== 'live' && (
					<span>
						<WifiOff />
						{words.lost(say.common.time.clock(shown.at, view.hall.timeZone))}
					</span>
				)}
			</p>
			<p class="visually-hidden" aria-live="polite">
				{news}
			</p>
			<main>
				<Mine {...props} view={view} />
				<div class="now">
					<Captions {...props} view={view} />
					<Notices say={say} view={view} />
					<Latest say={say} view={view} />
				</div>
				<Agencies say={say} view={view} />
			</main>
			<Called {...props} view={view} />
		</div>
	);
}

/** What every part of the page draws from. */
export interface PartProps {
	readonly say: Say;
	readonly view: BoardView;
}

function Head({ say, view, now, shown, noEnglish, onLanguage }: PhoneProps & PartProps) {
	const { common, phone: words } = say;
	const { hall, place, night, opens } = view;
	const shut = night !== 'lit' && words.closed;
	return (
		<header class="head">
			<div>
				<h1>
					{hall.name} {hall.demo && <span class="tag">{common.example}</span>}
				</h1>
				<p class="quiet">{common.time.date(view.day)}</p>
			</div>
			<p class="clock number">{common.time.clock(now, hall.timeZone)}</p>
			<button type="button" class="plain small" lang={say.language === 'id' ? 'en' : 'id'} onClick={onLanguage}>
				{words.otherLanguage}
			</button>
			{noEnglish && <p class="wide fault">{words.noEnglish}</p>}
			{place && (
				<p class="wide">
					<strong>{words.only(place)}</strong> <a href="/papan">{words.whole}</a>
				</p>
			)}
			{shut && (
				<p class="wide">
					<strong>{shut}</strong>{' '}
					{opens !== null && shown && common.opens(common.time.when(opens, shown.at, hall.timeZone))}
				</p>
			)}
		</header>
	);
}

const Instead = ({ title, hint }: { readonly title: string; readonly hint: string }) => (
	<main class="instead">
		<h1 aria-live="polite">{title}</h1>
		<p>{hint}</p>
	</main>
);
