// The three parts of the boards page, as the buttons that lead to them.

import { words } from './words.ts';

export const TABS = ['layout', 'settings', 'media'] as const;
export type Tab = (typeof TABS)[number];

interface Props {
	readonly tab: Tab;
	readonly choose: (tab: Tab) => void;
}

export const Tabs = ({ tab, choose }: Props) => (
	<nav class="presets board-tabs" aria-label={words.tabs.label}>
		{TABS.map((name) => (
			<button
				type="button"
				key={name}
				aria-current={name === tab ? 'page' : undefined}
				aria-pressed={name === tab}
				onClick={() => choose(name)}
			>
				{words.tabs[name]}
			</button>
		))}
	</nav>
);
