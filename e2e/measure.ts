// What is wrong with the sizes on a screen of the kiosk, measured in its own millimetres: a control too small for a finger, two
// too near to each other, something cut off, letters too small. Runs in the browser.

/** Lines such as "Ambil nomor: 58 x 24 mm". `narrow`: the panel is narrower than ten keys of 20 mm. */
export function sizeFaults(): string[] {
	const LEAST = 20;
	const CHOICE = { width: 60, height: 25 };
	const GAP = 3;
	const KEY = 13;
	const LETTERS = 4.9;
	const root = document.documentElement;
	const cm = Number.parseFloat(getComputedStyle(root).fontSize);
	// Letters larger by a fifth make a centimetre of the style larger, too; glass stays glass.
	const mm = cm / (root.classList.contains('large') ? 12 : 10);
	const scope = document.querySelector('dialog[open]') ?? document.body;
	const nameOf = (it: Element): string =>
		(it.getAttribute('aria-label') ?? it.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
	const isSeen = (it: Element): boolean => it.checkVisibility() && it.getBoundingClientRect().width > 0;
	/** In a list that moves under the finger: it may be beyond its edge, and comes when it is pushed. */
	const isPushed = (it: Element): boolean => {
		const list = it.closest('.scroll-list, .actions');
		return list !== null && getComputedStyle(list).overflowY === 'auto';
	};
	const round = (px: number): number => Math.round((px / mm) * 10) / 10;
	const half = 0.5;
	const controls = [...scope.querySelectorAll('button, a, input')].filter(isSeen);
	const faults: string[] = [];

	for (const it of controls) {
		const { width, height } = it.getBoundingClientRect();
		const isChoice = it.matches('.card, .action, .take-now');
		const leastWidth = it.matches('.key') ? KEY : isChoice ? CHOICE.width : LEAST;
		const leastHeight = isChoice ? CHOICE.height : LEAST;
		if (width < leastWidth * mm - half || height < leastHeight * mm - half)
			faults.push(`${nameOf(it)}: ${round(width)} x ${round(height)} mm`);
		if (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1)
			faults.push(`${nameOf(it)}: its text is cut off`);
		const { left, top, right, bottom } = it.getBoundingClientRect();
		const scrolls = isPushed(it);
		if (left < -1 || right > innerWidth + 1 || (!scrolls && (top < -1 || bottom > innerHeight + 1)))
			faults.push(`${nameOf(it)}: beyond the glass`);
	}

	const boxes = controls
		.filter((it) => !isPushed(it))
		.map((it) => ({ name: nameOf(it), box: it.getBoundingClientRect() }));
	for (const [at, { name, box }] of boxes.entries())
		for (const other of boxes.slice(at + 1)) {
			const across = Math.max(other.box.left - box.right, box.left - other.box.right);
			const down = Math.max(other.box.top - box.bottom, box.top - other.box.bottom);
			if (Math.max(across, down) < GAP * mm - half)
				faults.push(`${name} | ${other.name}: ${round(Math.max(across, down))} mm apart`);
		}

	const texts = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
	for (let text = texts.nextNode(); text; text = texts.nextNode()) {
		const holder = text.parentElement;
		if (!holder || !text.textContent?.trim() || !isSeen(holder) || holder.closest('.visually-hidden')) continue;
		const size = Number.parseFloat(getComputedStyle(holder).fontSize);
		if (size < LETTERS * mm) faults.push(`${nameOf(holder)}: letters of ${round(size)} mm`);
	}
	for (const it of scope.querySelectorAll('main, main *')) {
		const { overflowX, overflowY } = getComputedStyle(it);
		if (it.matches('.scroll-list, .actions, .visually-hidden') || !isSeen(it)) continue;
		const isCut = overflowY !== 'visible' && it.scrollHeight > it.clientHeight + 1;
		if (isCut && overflowX !== 'visible' && it.clientHeight > 1) faults.push(`${nameOf(it)}: not all of it is seen`);
	}
	// The number is what the visitor came for: nobody has to push the glass to read it.
	const number = scope.querySelector('main .number')?.getBoundingClientRect();
	const frame = scope.querySelector('main .scroll-list')?.getBoundingClientRect();
	const within = (inner: DOMRect, outer: DOMRect): boolean =>
		inner.left >= outer.left - 1 &&
		inner.right <= outer.right + 1 &&
		inner.top >= outer.top - 1 &&
		inner.bottom <= outer.bottom + 1;
	if (number && frame && !within(number, frame)) faults.push('the number is cut off');
	for (const list of scope.querySelectorAll('.scroll-list')) {
		const seen = list.querySelector('.card, .plain') ? CHOICE.height : LEAST;
		if (list.textContent?.trim() && list.clientHeight < seen * mm)
			faults.push(`of the list only ${round(list.clientHeight)} mm are seen`);
	}
	if (root.scrollWidth > innerWidth) faults.push('the page is wider than the glass');
	return [...new Set(faults)];
}
