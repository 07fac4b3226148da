// Says how much has to be left out for the rest to be seen whole: one thing after the other, the least needed first, until what
// is drawn fits its glass. Only what has been drawn tells: names, languages and letters are of any length.

import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Tried {
	readonly width: number;
	readonly height: number;
	readonly less: number;
}

export interface Less {
	readonly frame: RefObject<HTMLElement | null>;
	/** How many things are left out, at most as many as there are. */
	readonly less: number;
}

/** What was left out does not come back before the glass changes: nothing jumps under a finger. `isCut` must not change. */
export function useLess(most: number, isCut: (frame: HTMLElement) => boolean): Less {
	const frame = useRef<HTMLElement>(null);
	const [{ less }, setTried] = useState<Tried>({ width: 0, height: 0, less: 0 });

	const look = useCallback((): void => {
		if (frame.current && isCut(frame.current))
			setTried((was) => (was.less < most ? { ...was, less: was.less + 1 } : was));
	}, [most, isCut]);
	useLayoutEffect(look);

	useLayoutEffect(() => {
		const outer = frame.current;
		if (!outer) return;
		const measure = (): void => {
			const { clientWidth: width, clientHeight: height } = outer;
			setTried((was) => (was.width === width && was.height === height ? was : { width, height, less: 0 }));
		};
		measure();
		const size = new ResizeObserver(measure);
		size.observe(outer);
		// Parts that come later, or say something longer by themselves.
		const words = new MutationObserver(look);
		words.observe(outer, { childList: true, characterData: true, subtree: true });
		// Letters of another font are of another width.
		document.fonts.ready.then(() => setTried((was) => ({ ...was, less: 0 })), console.warn);
		return () => {
			size.disconnect();
			words.disconnect();
		};
	}, [look]);

	return { frame, less };
}

/** More in it than it shows; a pixel may be a rounded one. */
export const isOverfull = (it: Element): boolean =>
	it.scrollHeight > it.clientHeight + 1 || it.scrollWidth > it.clientWidth + 1;
