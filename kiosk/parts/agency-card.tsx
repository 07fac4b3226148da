// An agency as one large button: its name, and how its lines stand now; or why all of them are closed.

import { Lock, Users } from 'lucide-preact';
import { sameClosing, type Tenant } from '../catalogue.ts';
import { closedSentences, type Scene } from '../scene.ts';

export interface AgencyCardProps {
	readonly scene: Scene;
	readonly tenant: Tenant;
}

export function AgencyCard({ scene, tenant }: AgencyCardProps) {
	const { say, go, catalogue } = scene;
	const { agency, offers, closed, waiting, wait } = tenant;
	// What is said of the whole hall at the top is not said twenty times again.
	const why = closed && !sameClosing(closed, catalogue.closed) ? closedSentences(scene, closed).join('. ') : null;
	return (
		<button
			type="button"
			class={closed ? 'card closed' : 'card'}
			onClick={() => go({ kind: 'opened', page: { at: 'agency', agencyId: agency.id } })}
		>
			<span class="card-text">
				<span class="card-name">{agency.shortName}</span>
				{agency.name !== agency.shortName && <span class="small">{agency.name}</span>}
				{why && <span class="why">{why}</span>}
				{!closed && (
					<span class="small examples" aria-hidden="true">
						{offers.map(({ service }) => service.name).join(' · ')}
					</span>
				)}
			</span>
			{closed ? (
				<span class="card-side shut with-icon">
					<Lock />
					{say.kiosk.closed}
				</span>
			) : (
				<span class="card-side">
					<span class="with-icon">
						<Users />
						{say.kiosk.waiting(waiting)}
					</span>
					{wait && waiting > 0 && <span class="small">{say.common.wait(wait)}</span>}
				</span>
			)}
		</button>
	);
}
