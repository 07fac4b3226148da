// Draws an icon of lucide in the colour of the text around it. No screen reader sees it, for an icon always stands beside
// a word. The build puts this in the place of lucide's own component, which has a theme and a dozen options more.

import type { LucideIcon, LucideIconData } from 'lucide-preact';
import { h } from 'preact';

const LINES = {
	viewBox: '0 0 24 24',
	fill: 'none',
	stroke: 'currentColor',
	'stroke-width': 2,
	'stroke-linecap': 'round',
	'stroke-linejoin': 'round',
	'aria-hidden': 'true',
} as const;

export default function icon({ node }: LucideIconData): LucideIcon {
	return ({ size = 24, ...props }) =>
		h(
			'svg',
			{ width: size, height: size, ...LINES, ...props },
			node.map(([tag, shape]) => h(tag, shape)),
		);
}
