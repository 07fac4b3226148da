import { h } from 'preact';

export default function icon({node}: {node:[string,{}][]}) {
	return (props: {}) => h('svg', { viewBox:'0 0 24 24', fill:'none', stroke:'currentColor','stroke-width':2,'stroke-linecap':'round','stroke-linejoin':'round', ...props}, node.map(([t,a])=>h(t,a)));
}
