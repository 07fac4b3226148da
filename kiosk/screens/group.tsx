// The agencies of one zone.

import type { Group as Agencies } from '../divide.ts';
import { AgencyCard } from '../parts/agency-card.tsx';
import { Paged } from '../parts/paged.tsx';
import { Question } from '../parts/question.tsx';
import type { Scene } from '../scene.ts';

export function Group({ scene, group }: { readonly scene: Scene; readonly group: Agencies }) {
	return (
		<main class="screen">
			<div>
				<p class="above">{group.name}</p>
				<Question>{scene.say.kiosk.home.question}</Question>
			</div>
			<Paged
				scene={scene}
				height={2.5}
				choices={group.tenants.map((tenant) => ({
					key: tenant.agency.id,
					card: <AgencyCard scene={scene} tenant={tenant} />,
				}))}
			/>
		</main>
	);
}
