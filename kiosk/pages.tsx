// What stands on the glass: the head, the page where the visitor is, and the foot.

import type { ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Instant } from '../shared/id.ts';
import type { KioskView, Shown } from '../shared/views.ts';
import type { LanguageFacts } from '../shared/words/regional.ts';
import './aloud/aloud.css';
import './screens/search.css';
import { catalogue } from './catalogue.ts';
import { type Flow, pageKey, pageOf } from './flow.ts';
import type { Hall } from './hall.ts';
import { later, laterPiece, part } from './later.tsx';
import type { LentDesk } from './lent/desk.ts';
import { BasketBar } from './parts/basket-bar.tsx';
import { ChangeBar } from './parts/change-bar.tsx';
import { Foot } from './parts/foot.tsx';
import { Head } from './parts/head.tsx';
import type { Scene } from './scene.ts';
import { Agency } from './screens/agency.tsx';
import { Group } from './screens/group.tsx';
import { Home } from './screens/home.tsx';
import { Away } from './screens/notice.tsx';
import { Result } from './screens/result.tsx';
import { Service } from './screens/service.tsx';
import { printSheet, slipOf } from './slip.ts';
import type { Visitor } from './visitor.ts';
import type { Say } from './words.ts';

export const inner = part(() => import('./inner.ts'));
const aloud = part(() => import('./aloud/aloud.tsx'));
const Search = later(inner, (it) => it.Search);
const Basket = later(inner, (it) => it.Basket);
const Priority = later(inner, (it) => it.Priority);
const Access = later(inner, (it) => it.Access);
const Guides = later(inner, (it) => it.Guides);
const Guide = later(inner, (it) => it.Guide);
const Regret = later(inner, (it) => it.Regret);
const Cancelled = later(inner, (it) => it.Cancelled);
const Aloud = laterPiece(aloud, (it) => it.Aloud);

interface PagesProps {
	readonly say: Say;
	readonly regional: readonly LanguageFacts[];
	readonly hall: Hall;
	readonly now: ReadonlySignal<Instant>;
	readonly shown: Shown<KioskView>;
	readonly flow: Flow;
	readonly visitor: Visitor;
	readonly away: ReadonlySignal<boolean>;
}

export function Pages({ say, regional, hall, now, shown, flow, visitor, away }: PagesProps) {
	const { go, taking, busy, again, presence, onSpeaking } = visitor;
	const { view } = shown;
	const connected = hall.link.value === 'live';
	const lent = hall.lent.value;
	// Asked only while it matters: to find that nothing is left, every service is looked at.
	const lends = !connected && lent !== null && view.services.some((it) => lent.lends([it.id]));
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
		taking: busy.value,
		again,
		waitIn: hall.waitIn,
		findHeld: hall.findHeld,
		cancelTaken: hall.cancelTaken,
		printRequirements: (service) => printSheet(hall, service),
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
			{flow.aloud && <Aloud scene={scene} view={view} onSpeaking={onSpeaking} />}
		</>
	);
}

interface CurrentPageProps extends Pick<Visitor, 'presence'> {
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
					instead={page.instead}
					slip={slipOf(view, page.taken.visitId)}
					presence={presence}
					zones={view.zones}
					rooms={view.rooms}
				/>
			);
	}
}
