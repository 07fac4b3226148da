// A zone as one large button, with its agencies and how their lines stand. Where not every line fits they stand in pairs, then the
// names alone; where not every name fits, how many more there are: nobody has to guess that theirs is behind it.

import type { Tenant } from '../catalogue.ts';
import type { Group } from '../divide.ts';
import type { Scene } from '../scene.ts';
import { isOverfull, useLess } from './less.ts';

export interface GroupTileProps {
	readonly scene: Scene;
	readonly group: Group;
}

/** One that has a single agency leads to it at once. */
export function GroupTile({ scene, group }: GroupTileProps) {
	const { go } = scene;
	const only = group.tenants.length === 1 ? group.tenants[0] : undefined;
	const names = group.tenants.map((it) => it.agency.shortName);
	return (
		<button
			type="button"
			class={group.tenants.every((it) => it.closed) ? 'card tile closed' : 'card tile'}
			aria-label={`${group.name}: ${names.join(', ')}`}
			onClick={() =>
				go({
					kind: 'opened',
					page: only ? { at: 'agency', agencyId: only.agency.id } : { at: 'group', groupId: group.id },
				})
			}
		>
			<span class="card-name">{group.name}</span>
			<Lines scene={scene} tenants={group.tenants} />
		</button>
	);
}

/** The names alone from here on. */
const NAMES = 2;
const isCut = (lines: HTMLElement): boolean =>
	isOverfull(lines) || [...lines.querySelectorAll('.line strong')].some(isOverfull);

function Lines({ scene, tenants }: { readonly scene: Scene; readonly tenants: readonly Tenant[] }) {
	const { say } = scene;
	const { frame, less } = useLess(tenants.length + NAMES, isCut);
	if (less >= NAMES) {
		const more = less - NAMES;
		const shown = tenants.slice(0, tenants.length - more).map((it) => it.agency.shortName);
		return (
			<span class="lines" ref={frame}>
				<span class="names">
					{shown.map((name, at) => (
						<span key={name}>
							{name}
							{at < tenants.length - 1 && ' ·'}{' '}
						</span>
					))}
					{more > 0 && <strong>{say.kiosk.home.more(more)}</strong>}
				</span>
			</span>
		);
	}
	return (
		<span
			class={less > 0 ? 'lines pairs' : tenants.length > 4 ? 'lines two' : 'lines'}
			style={{ '--rows': Math.ceil(tenants.length / 2) }}
			ref={frame}
		>
			{tenants.map((tenant) => (
				<span class="line" key={tenant.agency.id}>
					<strong>{tenant.agency.shortName}</strong>
					<span class="small">{people(scene, tenant)}</span>
					<span class="small wait">
						{!tenant.closed && tenant.waiting > 0 && tenant.wait && say.common.wait(tenant.wait)}
					</span>
				</span>
			))}
		</span>
	);
}

const people = ({ say }: Scene, { closed, waiting }: Tenant): string =>
	closed ? say.kiosk.closed : say.kiosk.waiting(waiting);
