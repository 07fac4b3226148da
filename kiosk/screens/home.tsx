// The first question, and the idle screen: where to go, how every line stands now, and what the hall promises. In the hall's own
// order: people find things where they were yesterday.

import { HeartHandshake, type LucideIcon, MapPin, RefreshCw, Signpost } from 'lucide-preact';
import type { Page } from '../flow.ts';
import { AgencyCard } from '../parts/agency-card.tsx';
import { ClosedNotice } from '../parts/closed-notice.tsx';
import { GroupTile } from '../parts/group-tile.tsx';
import { Paged } from '../parts/paged.tsx';
import { Question } from '../parts/question.tsx';
import type { Scene } from '../scene.ts';
import './home.css';

export interface HomeProps {
	readonly scene: Scene;
	readonly pledge: string;
	readonly facilities: readonly string[];
}

export function Home({ scene, pledge, facilities }: HomeProps) {
	const { say, catalogue } = scene;
	const { groups } = catalogue;
	const choices = groups
		? groups.map((group) => ({ key: group.id, card: <GroupTile scene={scene} group={group} /> }))
		: [...catalogue.tenants.values()].map((tenant) => ({
				key: tenant.agency.id,
				card: <AgencyCard scene={scene} tenant={tenant} />,
			}));
	const { guides, regret } = say.kiosk;
	const occasions = scene.guides.map((it) => it.name);
	const ways = [
		...(occasions.length > 0
			? [
					{
						key: 'guides',
						half: true,
						card: <WayTile scene={scene} Icon={Signpost} words={guides} examples={occasions} page={{ at: 'guides' }} />,
					},
				]
			: []),
		{
			key: 'regret',
			half: true,
			card: <WayTile scene={scene} Icon={RefreshCw} words={regret} examples={[]} page={{ at: 'regret', held: null }} />,
		},
	];
	return (
		<main class="screen home">
			<div>
				<Question>{say.kiosk.home.question}</Question>
				{catalogue.closed && <ClosedNotice scene={scene} closed={catalogue.closed} />}
			</div>
			<Paged scene={scene} choices={[...choices, ...ways]} height={2.5} />
			{(pledge !== '' || facilities.length > 0) && (
				<aside class="promise">
					{pledge !== '' && (
						<p>
							<HeartHandshake />
							<span>{pledge}</span>
						</p>
					)}
					{facilities.length > 0 && (
						<p>
							<MapPin />
							<span>
								<strong>{say.kiosk.home.facilities}:</strong> {facilities.join(' · ')}
							</span>
						</p>
					)}
				</aside>
			)}
		</main>
	);
}

interface WayTileProps {
	readonly scene: Scene;
	readonly Icon: LucideIcon;
	readonly examples: readonly string[];
	readonly words: { readonly open: string; readonly about: string };
	readonly page: Page & { readonly at: 'guides' | 'regret' };
}

/** Not an agency, but a way for who does not know which, or comes back. */
function WayTile({ scene, Icon, words, examples, page }: WayTileProps) {
	return (
		<button type="button" class="card category way" onClick={() => scene.go({ kind: 'opened', page })}>
			<Icon />
			<span class="card-text">
				<span class="card-name">{words.open}</span>
				<span class="small">{words.about}</span>
				{examples.length > 0 && (
					<span class="small examples" aria-hidden="true">
						{examples.join(' · ')}
					</span>
				)}
			</span>
		</button>
	);
}
