// The kiosk as a whole: what the hall shows and where the visitor is, drawn; and who may forget whom when.

import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { PrintAgainAsk, PrintHereAsk, Reply, TakeAsk, Taken, WaitInAsk } from '../shared/contract.ts';
import type { Instant, VisitId } from '../shared/id.ts';
import type { Link } from '../shared/screen/connect.ts';
import type { KioskView, Shown, SlipNow } from '../shared/views.ts';
import { type Again, printingAgain } from './again.ts';
import { catalogue } from './catalogue.ts';
import { type Flow, type FlowEvent, type Go, pageKey, pageOf, step } from './flow.ts';
import { type Presence, presence as presenceOf } from './idle.ts';
import { paperOf } from './paper.ts';
import { BasketBar } from './parts/basket-bar.tsx';
import { Foot } from './parts/foot.tsx';
import { Head } from './parts/head.tsx';
import { StillThere } from './parts/still-there.tsx';
import { TakeDialog } from './parts/take-dialog.tsx';
import { requestId } from './request-id.ts';
import type { Scene } from './scene.ts';
import { Agency } from './screens/agency.tsx';
import { Basket } from './screens/basket.tsx';
import { Home } from './screens/home.tsx';
import { Preparing, Unpaired } from './screens/notice.tsx';
import { Priority } from './screens/priority.tsx';
import { Result } from './screens/result.tsx';
import { Search } from './screens/search.tsx';
import { Service } from './screens/service.tsx';
import { type Taking, taking as takingWith } from './take.ts';
import { fetchEnglish, indonesian, type Say } from './words.ts';

/** What the kiosk needs of the connection; the gallery hands it a hall of its own. */
export interface Hall {
	readonly shown: ReadonlySignal<Shown<KioskView> | null>;
	readonly link: ReadonlySignal<Link>;
	readonly take: (order: TakeAsk) => Promise<Reply<Taken>>;
	readonly printAgain: (input: PrintAgainAsk) => Promise<Reply<unknown>>;
	readonly printHere: (input: PrintHereAsk) => Promise<Reply<{ readonly address: string }>>;
	readonly waitIn: (input: WaitInAsk) => Promise<Reply<unknown>>;
}

export interface AppProps {
	readonly hall: Hall;
	/** The hall's time. */
	readonly now: ReadonlySignal<Instant>;
	readonly from: Flow;
}

const TICK = 250;
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
	const english = useSignal<Say | null>(null);
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
		if (wish.value === 'id' || english.peek()) return;
		fetchEnglish().then(
			(words) => {
				english.value = words;
			},
			(fault: unknown) => {
				console.warn('English could not be fetched.', fault);
				go({ kind: 'no_english' });
			},
		);
	});
	useSignalEffect(() => {
		document.documentElement.lang = english.value ? wish.value : 'id';
	});
	useEffect(() => {
		// While the question is asked only its own answer counts, or the finger would press what lies behind it.
		const onTouch = (): void => {
			if (presence.value.kind !== 'asked') touched();
		};
		const timer = setInterval(() => {
			tick.value = performance.now();
		}, TICK);
		for (const kind of TOUCHES) addEventListener(kind, onTouch, { capture: true, passive: true });
		return () => {
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

	const say = (wish.value === 'en' && english.value) || indonesian;
	const link = hall.link.value;
	const shown = hall.shown.value;
	if (link === 'unknown_device' || link === 'not_signed_in') return <Unpaired say={say} />;
	if (link === 'wrong_protocol') return <Preparing text={say.kiosk.updating} />;
	if (shown === null) return <Preparing text={link === 'busy' ? say.kiosk.full : say.kiosk.preparing} />;
	return (
		<div class={flow.value.low ? 'kiosk low' : 'kiosk'}>
			<Pages
				say={say}
				hall={hall}
				now={now}
				shown={shown}
				flow={flow.value}
				go={go}
				taking={taking}
				again={again}
				presence={presence}
			/>
			<TakeDialog say={say} taking={taking} />
			<StillThere say={say} presence={presence} onStay={touched} />
		</div>
	);
}

const TOUCHES = ['pointerdown', 'keydown', 'wheel'] as const;

interface PagesProps {
	readonly say: Say;
	readonly hall: Hall;
	readonly now: ReadonlySignal<Instant>;
	readonly shown: Shown<KioskView>;
	readonly flow: Flow;
	readonly go: Go;
	readonly taking: Taking;
	readonly again: Again;
	readonly presence: ReadonlySignal<Presence>;
}

function Pages({ say, hall, now, shown, flow, go, taking, again, presence }: PagesProps) {
	const { view } = shown;
	const connected = hall.link.value === 'live';
	const scene: Scene = {
		say,
		hall: view.hall,
		at: shown.at,
		catalogue: useMemo(() => catalogue(view), [view]),
		connected,
		flow,
		go,
		take: (offers, priority) => taking.press({ services: offers.map((it) => it.service.id), priority }),
		taking: taking.state.value.at === 'asking' || taking.state.value.at === 'retrying',
		again,
		waitIn: hall.waitIn,
	};
	return (
		<>
			<Head
				hall={view.hall}
				now={now}
				say={say}
				language={flow.language}
				noEnglish={flow.noEnglish}
				lost={!connected}
				onLanguage={(language) => go({ kind: 'spoke', language })}
			/>
			<CurrentPage key={pageKey(flow)} scene={scene} view={view} presence={presence} />
			<BasketBar {...scene} />
			<Foot {...scene} />
		</>
	);
}

interface CurrentPageProps extends Pick<PagesProps, 'presence'> {
	readonly scene: Scene;
	readonly view: KioskView;
}

/** A page about something that has left the hall since is home. */
function CurrentPage({ scene, view, presence }: CurrentPageProps) {
	const page = pageOf(scene.flow);
	switch (page.at) {
		case 'home':
			return <Home scene={scene} />;
		case 'agency': {
			const tenant = scene.catalogue.tenants.get(page.agencyId);
			return tenant ? <Agency scene={scene} tenant={tenant} /> : <Home scene={scene} />;
		}
		case 'service': {
			const offer = scene.catalogue.offers.get(page.serviceId);
			return offer ? <Service scene={scene} offer={offer} /> : <Home scene={scene} />;
		}
		case 'search':
			return <Search scene={scene} typed={page.typed} />;
		case 'priority':
			return <Priority scene={scene} />;
		case 'basket':
			return <Basket scene={scene} />;
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
