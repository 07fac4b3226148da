// A page of the server that keeps itself true: asks for itself again and takes over what changed, without the jump, the
// lost scroll place and the lost focus of a reload. Without scripts the page still stands there, and can be reloaded.

/** Browser code, served as it is; `data-seconds` on its tag says how often. */
export const RENEW_JS = `'use strict';
const every = Number(document.currentScript.dataset.seconds) * 1000;
async function renew() {
	try {
		const answer = await fetch(location.href, { cache: 'no-store' });
		if (!answer.ok) return;
		const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
		const now = document.querySelector('main');
		const then = next.querySelector('main');
		if (now && then && now.innerHTML !== then.innerHTML) now.replaceWith(then);
	} catch (away) {
		// The hall is out of reach for the moment: what is shown stays, and the next round asks again.
		console.info('not renewed', away);
	}
}
setInterval(() => {
	if (!document.hidden) renew();
}, every);
document.addEventListener('visibilitychange', () => {
	if (!document.hidden) renew();
});
`;
