// Before there is a view: reaching the server, a full server, an older screen, a browser that is no console yet.

import { Plug, RefreshCw } from 'lucide-preact';
import type { Link } from '../shared/screen/connect.ts';
import { words } from './words.ts';

export function Door({ link }: { link: Link }) {
	const say = words.console.door;
	if (link === 'unknown_device')
		return (
			<main class="door">
				<div class="sign-in">
					<Plug size={40} aria-hidden="true" />
					<h1>{say.unknownHeading}</h1>
					<p>{say.unknownText}</p>
					<a class="primary" href="/">
						{say.unknownLink}
					</a>
				</div>
			</main>
		);
	if (link === 'wrong_protocol')
		return (
			<main class="door">
				<div class="sign-in">
					<RefreshCw size={40} aria-hidden="true" />
					<p>{say.wrong_protocol}</p>
					<button type="button" class="primary" onClick={() => location.reload()}>
						{say.reload}
					</button>
				</div>
			</main>
		);
	return (
		<main class="door">
			<p class="waiting-door" role="status">
				{link === 'busy' ? say.busy : say.connecting}
			</p>
		</main>
	);
}
