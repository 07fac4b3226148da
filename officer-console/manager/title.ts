// The title of the tab: the page's own, after how many printers are in trouble.

import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { words } from './words.ts';

const page = signal('Giliran');

export function usePageTitle(title: string): void {
	useEffect(() => {
		page.value = title;
	}, [title]);
}

/** `alarms`: 0 where nothing is to be told. */
export function useTabTitle(alarms: number): void {
	const title = page.value;
	useEffect(() => {
		document.title = alarms > 0 ? words.printing.counted(alarms, title) : title;
	}, [alarms, title]);
}
