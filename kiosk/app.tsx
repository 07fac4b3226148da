// The kiosk as a whole: what the hall shows and where the visitor is, drawn; and who may forget whom when.

import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type {
	CancelAsk,
	Held,
	HeldAsk,
	PrintAgainAsk,
	PrintHereAsk,
	Reply,
	RequirementsAsk,
	RequirementsSent,
	TakeAsk,
	Taken,
	WaitInAsk,
} from '../shared/contract.ts';
import { type Instant, SECOND, type VisitId } from '../shared/id.ts';
import type { Link } from '../shared/screen/connect.ts';
import type { KioskView, Shown, SlipNow } from '../shared/views.ts';
import type { LanguageFacts } from '../shared/words/regional.ts';
import './aloud/aloud.css';
import { type Again, printingAgain } from './again.ts';
import { catalogue } from './catalogue.ts';
import { type Flow, type FlowEvent, type Go, pageKey, pageOf, step } from './flow.ts';
import { type Presence, presence as presenceOf } from './idle.ts';
import type { Doing } from './keypad.ts';
import { fetchRegionalFacts } from './languages.ts';
import { later, laterPart } from './later.tsx';
import type { LentDesk } from './lent/desk.ts';
import { paperOf } from './paper.ts';
import { BasketBar } from './parts/basket-bar.tsx';
import { ChangeBar } from './parts/change-bar.tsx';
import { Foot } from './parts/foot.tsx';
import { Head } from './parts/head.tsx';
import { StillThere } from './parts/still-there.tsx';
import { TakeDialog } from './parts/take-dialog.tsx';
import { requestId } from './request-id.ts';
import type { Scene } from './scene.ts';
import { Access } from './screens/access.tsx';
import { Agency } from './screens/agency.tsx';
import { Basket } from './screens/basket.tsx';
import { Group } from './screens/group.tsx';
import { Home } from './screens/home.tsx';
import { Away, Preparing, Unpaired } from './screens/notice.tsx';
import { Priority } from './screens/priority.tsx';
import { Result } from './screens/result.tsx';
import { Search } from './screens/search.tsx';
import { Service } from './screens/service.tsx';
import { type Taking, taking as takingWith } from './take.ts';
import { fetchLanguage, indonesian, type Say } from './words.ts';

/** What the kiosk needs of the connection; the gallery hands it a hall of its own. */
export interface Hall {
	readonly shown: ReadonlySignal<Shown<KioskView> | null>;
	readonly link: ReadonlySignal<Link>;
	readonly take: (order: TakeAsk) => Promise<Reply<Taken>>;
	readonly printAgain: (input: PrintAgainAsk) => Promise<Reply<unknown>>;
	readonly printHere: (input: PrintHereAsk) => Promise<Reply<{ readonly address: string }>>;
	readonly waitIn: (input: WaitInAsk) => Promise<Reply<unknown>>;
	readonly findHeld: (input: HeldAsk) => Promise<Reply<Held>>;
	readonly cancelTaken: (input: CancelAsk) => Promise<Reply<unknown>>;
	readonly printRequirements: (input: RequirementsAsk) => Promise<Reply<RequirementsSent>>;
	/** Gives numbers while the server is away; null until it is fetched, and where the browser keeps nothing. */
	readonly lent: ReadonlySignal<LentDesk | null>;
}

export interface AppProps {
	readonly hall: Hall;
	/** The hall's time. */
	readonly now: ReadonlySignal<Instant>;
	readonly from: Flow;
}

const Aloud = laterPart(async () => (await import('./aloud/aloud.tsx')).Aloud);
const Guides = later(async () => (await import('./screens/guides.tsx')).Guides);
const Guide = later(async () => (await import('./screens/guides.tsx')).Guide);
const Regret = later(async () => (await import('./screens/regret.tsx')).Regret);
const Cancelled = later(async () => (await import('./screens/regret.tsx')).Cancelled);

const TICK = 250;
const RETRY_LANGUAGES = 15 * SECOND;
/** By then the visitor is told what to do. */
const AWAY_AFTER = 8 * SECOND;
/** Until the first view after the take names this visit's slip. */
const slipOf = (view: KioskView, visitId: VisitId): SlipNow =>
	view.slips.find((it) => it.visitId === visitId) ?? {
		visitId,
		state: 'queued',
		fault: null,
		printer: null,
		elsewhere: null,
		here: false,
	};

export function App({ hall, now, from }: AppProps) {
	const flow = useSignal(from);
	const touchedAt = useSignal(performance.now());
	const tick = useSignal(performance.now());
	const wish = useComputed(() => flow.value.language);
	/** The last language fetched besides Indonesian. */
	const other = useSignal<Say | null>(null);
	const regional = useSignal<readonly LanguageFacts[]>([]);
	const say = useComputed(() => (other.value?.language === wish.value ? other.value : indonesian));
	const touched = (): void => {
		touchedAt.value = tick.value = performance.now();
	};
	const troubled = useSignal(false);
	const taking = useMemo(
		() =>
			takingWith(
				hall.take,
				() => requestId(crypto),
				(taken) => {
					touched();
					flow.value = step(flow.value, { kind: 'taken', taken });
				},
				{
					give: async (order, press) =>
						(await hall.lent.peek()?.give(order, press)) ?? { ok: false, refusal: { code: 'offline' } },
					onGiven: (given) => {
						touched();
						flow.value = step(flow.value, { kind: 'lent', given });
					},
				},
			),
		[hall],
	);
	const again = useMemo(
		() =>
			printingAgain(hall.printAgain, (visitId, where) => {
				troubled.value = true;
				touched();
				go({ kind: 'sent', visitId, to: where?.name ?? null });
			}),
		[hall],
	);
	const go = (event: FlowEvent): void => {
		if (event.kind === 'left') {
			taking.forget();
			again.forget();
			troubled.value = false;
			// The browser's list of what it has fetched names the page of the last number.
			performance.clearResourceTimings();
		}
		flow.value = step(flow.value, event);
	};
	/** The slip of the number on the glass; null on every other page. */
	const slip = useComputed((): SlipNow | null => {
		const page = pageOf(flow.value);
		const view = hall.shown.value?.view;
		return page.at === 'result' && view ? slipOf(view, page.taken.visitId) : null;
	});
	const missing = useComputed(() => slip.value !== null && paperOf(slip.value) === 'missing');
	/** This browser's to print, by its visit. */
	const here = useComputed(() =>
		slip.value?.here && slip.value.state === 'queued' && hall.link.value === 'live' ? slip.value.visitId : null,
	);
	const presence = useComputed((): Presence => {
		const { at } = taking.state.value;
		return presenceOf(flow.value, {
			untouchedMs: tick.value - touchedAt.value,
			taking: at === 'asking' || at === 'retrying',
			slipFailed: troubled.value,
		});
	});

	const cutAt = useSignal<number | null>(null);
	/** The server has been away for so long that somebody stands there and wonders. */
	const away = useComputed(() => cutAt.value !== null && tick.value - cutAt.value >= AWAY_AFTER);
	useSignalEffect(() => {
		cutAt.value = hall.link.value === 'live' ? null : (cutAt.peek() ?? performance.now());
	});
	useSignalEffect(() => {
		if (presence.value.kind === 'gone') go({ kind: 'left' });
	});
	useSignalEffect(() => {
		if (!missing.value) return;
		troubled.value = true;
		// The time to read begins with the news.
		touched();
	});
	useSignalEffect(() => {
		if (here.value === null) return;
		printAtHome(here.value).catch((fault: unknown) => console.warn('The slip could not be printed here.', fault));
	});
	useSignalEffect(() => {
		const language = wish.value;
		if (language === 'id' || other.peek()?.language === language) return;
		fetchLanguage(language).then(
			(words) => {
				// Somebody may have chosen another one since.
				if (wish.peek() === language) other.value = words;
			},
			(fault: unknown) => {
				console.warn(`The language ${language} could not be fetched.`, fault);
				go({ kind: 'unfetched', language });
			},
		);
	});
	/** The hall's own languages; asked what they are called once for each list, and again when that failed. */
	const tries = useSignal(0);
	const wanted = useComputed(() =>
		hall.link.value === 'live' ? (hall.shown.value?.view.languages.join(' ') ?? '') : null,
	);
	useSignalEffect(() => {
		// Read, so that a failed try has it asked again.
		tries.value;
		if (wanted.value === null || (wanted.value === '' && regional.peek().length === 0)) return;
		fetchRegionalFacts().then(
			(facts) => {
				regional.value = facts;
			},
			(fault: unknown) => {
				console.warn('The languages of the hall could not be fetched.', fault);
				setTimeout(() => {
					tries.value += 1;
				}, RETRY_LANGUAGES);
			},
		);
	});
	useSignalEffect(() => {
		const { classList } = document.documentElement;
		classList.toggle('large', flow.value.large);
		classList.toggle('contrast', flow.value.contrast);
	});
	useSignalEffect(() => {
		document.documentElement.lang = say.value.language;
	});
	// While the question is asked only its own answer counts, or the finger would press what lies behind it.
	const onTouch = (): void => {
		if (presence.value.kind !== 'asked') touched();
	};
	useEffect(() => {
		const timer = setInterval(() => {
			tick.value = performance.now();
		}, TICK);
		for (const kind of TOUCHES) addEventListener(kind, onTouch, { capture: true, passive: true });
		const endKeys = keys({
			back: () => go({ kind: pageOf(flow.value).at === 'result' ? 'left' : 'back' }),
			// Once it is fetched the reader itself hears this key, and says everything once more.
			aloud: () => go({ kind: 'heard', aloud: !flow.value.aloud }),
		});
		return () => {
			endKeys();
			clearInterval(timer);
			for (const kind of TOUCHES) removeEventListener(kind, onTouch, { capture: true });
		};
	}, []);

	async function printAtHome(visitId: VisitId): Promise<void> {
		// Fetched before the hall is asked: its yes is given once, and must not be wasted.
		const { printHere } = await import('./print-here.ts');
		const reply = await hall.printHere({ visitId });
		// A no prints nothing: it has been printed before, perhaps, and what became of it is the hall's to say.
		if (reply.ok) printHere(document, reply.value.address);
	}

	const { value: words } = say;
	const link = hall.link.value;
	const shown = hall.shown.value;
	if (link === 'unknown_device' || link === 'not_signed_in') return <Unpaired say={words} />;
	if (link === 'wrong_protocol') return <Preparing text={words.kiosk.updating} />;
	if (shown === null && away.value)
		return (
			<div class="kiosk">
				<header class="head" />
				<Away say={words} />
			</div>
		);
	if (shown === null) return <Preparing text={link === 'busy' ? words.kiosk.full : words.kiosk.preparing} />;
	return (
		<div class={flow.value.low ? 'kiosk low' : 'kiosk'}>
			<Pages
				say={words}
				regional={regional.value}
				hall={hall}
				now={now}
				shown={shown}
				flow={flow.value}
				go={go}
				taking={taking}
				again={again}
				presence={presence}
				away={away}
				onSound={onTouch}
			/>
			<TakeDialog say={words} taking={taking} />
			<StillThere say={words} presence={presence} onStay={touched} />
		</div>
	);
}

/** Few kiosks have a keypad: what its keys do is fetched with the first of them, which counts too. Ends with what it hands back. */
function keys(doing: Doing): () => void {
	let end = (): void => removeEventListener('keydown', first);
	const first = (event: KeyboardEvent): void => {
		end();
		import('./keypad.ts').then(({ keypad }) => {
			end = keypad(document, doing, event);
		}, console.warn);
	};
	addEventListener('keydown', first);
	return () => end();
}

const TOUCHES = ['pointerdown', 'keydown', 'wheel'] as const;

interface PagesProps {
	readonly say: Say;
	readonly regional: readonly LanguageFacts[];
	readonly hall: Hall;
	readonly now: ReadonlySignal<Instant>;
	readonly shown: Shown<KioskView>;
	readonly flow: Flow;
	readonly go: Go;
	readonly taking: Taking;
	readonly again: Again;
	readonly presence: ReadonlySignal<Presence>;
	readonly away: ReadonlySignal<boolean>;
	readonly onSound: () => void;
}

function Pages({ say, regional, hall, now, shown, flow, go, taking, again, presence, away, onSound }: PagesProps) {
	const { view } = shown;
	const connected = hall.link.value === 'live';
	const lent = hall.lent.value;
	const lends = lent !== null && view.services.some((it) => lent.lends([it.id]));
	const scene: Scene = {
		say,
		hall: view.hall,
		at: shown.at,
		catalogue: useMemo(() => catalogue(view), [view]),
		connected,
		// A number lent without the server cannot give up another.
		numbers: (offers) =>
			connected || (flow.replaces === null && (lent?.lends(offers.map((it) => it.service.id)) ?? false)),
		aside: lent?.kept.value.given.filter((it) => it.aside !== null).length ?? 0,
		flow,
		go,
		take: (offers, priority) =>
			taking.press({ services: offers.map((it) => it.service.id), priority, replaces: flow.replaces?.visitId }),
		taking: taking.state.value.at === 'asking' || taking.state.value.at === 'retrying',
		again,
		waitIn: hall.waitIn,
		findHeld: hall.findHeld,
		cancelTaken: hall.cancelTaken,
		printRequirements: (service) => hall.printRequirements({ requestId: requestId(crypto), service }),
		guides: view.guides,
	};
	return (
		<>
			<Head
				hall={view.hall}
				now={now}
				say={say}
				language={flow.language}
				regional={regional}
				unfetched={flow.unfetched}
				lost={!connected}
				lends={lends}
				onLanguage={(language) => go({ kind: 'spoke', language })}
			/>
			{away.value && !lends && pageOf(flow).at === 'home' ? (
				<Away say={say} />
			) : (
				<CurrentPage key={pageKey(flow)} scene={scene} view={view} presence={presence} lent={lent} />
			)}
			<ChangeBar {...scene} />
			<BasketBar {...scene} />
			<Foot {...scene} />
			{flow.aloud && <Aloud scene={scene} view={view} onSound={onSound} />}
		</>
	);
}

interface CurrentPageProps extends Pick<PagesProps, 'presence'> {
	readonly scene: Scene;
	readonly lent: LentDesk | null;
	readonly view: KioskView;
}

/** A page about something that has left the hall since is home. */
function CurrentPage({ scene, view, presence, lent }: CurrentPageProps) {
	const page = pageOf(scene.flow);
	const home = <Home scene={scene} pledge={view.pledge} facilities={view.facilities} />;
	switch (page.at) {
		case 'home':
			return home;
		case 'group': {
			const group = scene.catalogue.groups?.find((it) => it.id === page.groupId);
			return group ? <Group scene={scene} group={group} /> : home;
		}
		case 'agency': {
			const tenant = scene.catalogue.tenants.get(page.agencyId);
			return tenant ? <Agency scene={scene} tenant={tenant} /> : home;
		}
		case 'service': {
			const offer = scene.catalogue.offers.get(page.serviceId);
			return offer ? <Service scene={scene} offer={offer} /> : home;
		}
		case 'search':
			return <Search scene={scene} typed={page.typed} />;
		case 'guides':
			return <Guides scene={scene} />;
		case 'guide':
			return <Guide scene={scene} name={page.name} />;
		case 'regret':
			return <Regret scene={scene} held={page.held} />;
		case 'cancelled':
			return <Cancelled scene={scene} number={page.number} />;
		case 'priority':
			return <Priority scene={scene} />;
		case 'access':
			return <Access scene={scene} />;
		case 'basket':
			return <Basket scene={scene} />;
		case 'lent':
			return lent && <lent.Page scene={scene} desk={lent} given={page.given} presence={presence} />;
		case 'result':
			return (
				<Result
					scene={scene}
					taken={page.taken}
					sentTo={page.sentTo}
					slip={slipOf(view, page.taken.visitId)}
					presence={presence}
					zones={view.zones}
					rooms={view.rooms}
				/>
			);
	}
}
