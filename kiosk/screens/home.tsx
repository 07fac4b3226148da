// All agencies of the hall by zone, in the hall's own order: people find things where they were yesterday.

import { Lock, Users } from 'lucide-preact';
import { sameClosing, type Tenant } from '../catalogue.ts';
import { ClosedNotice } from '../parts/closed-notice.tsx';
import { Question } from '../parts/question.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { closedSentences, type Scene } from '../scene.ts';

export function Home({ scene }: { readonly scene: Scene }) {
	const { say, catalogue } = scene;
	return (
		<main class="screen home">
			<div>
				<Question>{say.kiosk.home.question}</Question>
				{catalogue.closed && <ClosedNotice scene={scene} closed={catalogue.closed} />}
			</div>
			<Scroller say={say}>
				<div class="zones">
					{catalogue.zones.map(({ zone, tenants }) => (
						<section class="zone" key={zone.number}>
							<h2>{zone.name}</h2>
							<ul class="tenants">
								{tenants.map((tenant) => (
									<li key={tenant.agency.id}>
										<AgencyCard scene={scene} tenant={tenant} />
									</li>
								))}
							</ul>
						</section>
					))}
				</div>
			</Scroller>
		</main>
	);
}

function AgencyCard({ scene, tenant }: { readonly scene: Scene; readonly tenant: Tenant }) {
	const { say, go, catalogue } = scene;
	const { agency, closed, waiting } = tenant;
	// What is said of the whole hall at the top is not said twenty times again.
	const why = closed && !sameClosing(closed, catalogue.closed) ? closedSentences(scene, closed).join('. ') : null;
	return (
		<button
			type="button"
			class={closed ? 'card tenant closed' : 'card tenant'}
			onClick={() => go({ kind: 'opened', page: { at: 'agency', agencyId: agency.id } })}
		>
			<span class="tenant-top">
				<span class="card-name">{agency.shortName}</span>
				{closed ? (
					<span class="shut with-icon">
						<Lock />
						{say.kiosk.closed}
					</span>
				) : (
					<span class="waiting with-icon">
						<Users />
						{say.kiosk.waiting(waiting)}
					</span>
				)}
			</span>
			{agency.name !== agency.shortName && <span class="small">{agency.name}</span>}
			{why && <span class="why">{why}</span>}
		</button>
	);
}
