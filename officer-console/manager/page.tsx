// The manager's part of the console: which of its pages is on the screen, the watch over the printers that goes on behind
// all of them, and leaving, which first asks where something has not been saved.

import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../shared/refusal.ts';
import type { PrinterWall } from '../../shared/views.ts';
import { signOff } from '../api.ts';
import { BoardsPage } from '../boards/page.tsx';
import { openAlarm } from '../printers/alarm.ts';
import { PrintersPage } from '../printers/page.tsx';
import { inTrouble, isNews } from '../printers/urgency.ts';
import { watchPrinters } from '../printers/watch.ts';
import { ReportPage } from '../report/page.tsx';
import { SlipPage } from '../slip/page.tsx';
import { VoicePage } from '../voice/page.tsx';
import { printers } from './api.ts';
import { Leaving } from './dialog.tsx';
import { Frame, PAGES, type PageName, silences } from './frame.tsx';
import { useTabTitle } from './title.ts';

const MUTED = 'giliran-alarm-muted';

const watch = watchPrinters(printers);
const alarm = openAlarm();
const muted = signal(sessionStorage.getItem(MUTED) !== null);

function mute(wanted: boolean): void {
	muted.value = wanted;
	if (wanted) sessionStorage.setItem(MUTED, '1');
	else sessionStorage.removeItem(MUTED);
}

const pageOf = (hash: string): PageName => PAGES.find((page) => hash === `#${page}`) ?? 'report';

/** Watches as long as the page stands, and sounds once for each printer, board and kiosk that comes into trouble. */
function useWatch(): void {
	const { wall } = watch.watched.value;
	const before = useRef<Pick<PrinterWall, 'printers' | 'mute' | 'kiosksAway'>>({
		printers: [],
		mute: [],
		kiosksAway: [],
	});
	useEffect(() => {
		const end = watch.start();
		addEventListener('click', alarm.wake);
		addEventListener('keydown', alarm.wake);
		return () => {
			end();
			removeEventListener('click', alarm.wake);
			removeEventListener('keydown', alarm.wake);
		};
	}, []);
	useEffect(() => {
		if (!wall) return;
		const { printers: were, mute: quiet, kiosksAway: missed } = before.current;
		const more = wall.mute.length > quiet.length || wall.kiosksAway.length > missed.length;
		if (!muted.peek() && (isNews(were, wall.printers) || more)) alarm.sound();
		before.current = wall;
	}, [wall]);
}

export function ManagerPage({ leave }: { readonly leave: () => void }) {
	const [page, setPage] = useState<PageName>(() => pageOf(location.hash));
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	/** Something on the page is not saved. */
	const [unsaved, setUnsaved] = useState(false);
	/** Where to, once it is agreed that what is not saved may be lost. */
	const [asking, setAsking] = useState<{ readonly go: () => void } | null>(null);
	useWatch();
	const { wall } = watch.watched.value;
	const printersNow = wall?.printers ?? [];
	const troubles = inTrouble(printersNow);
	const silent = wall ? silences(wall) : [];
	useTabTitle(muted.value ? 0 : troubles.length + silent.length);

	const away = (go: () => void): void => {
		if (unsaved) setAsking({ go });
		else go();
	};
	const show = (wanted: PageName): void => {
		setAsking(null);
		setUnsaved(false);
		setRefusal(null);
		setPage(wanted);
		if (pageOf(location.hash) !== wanted) history.pushState(null, '', `#${wanted}`);
	};
	// Back, forward, and whoever types an address: the browser is there already.
	useEffect(() => {
		const moved = (): void => {
			const wanted = pageOf(location.hash);
			if (wanted === page) return;
			// Not left yet: its own address stands there until that is agreed.
			if (unsaved) history.pushState(null, '', `#${page}`);
			away(() => show(wanted));
		};
		addEventListener('hashchange', moved);
		return () => removeEventListener('hashchange', moved);
	});
	const out = async (): Promise<void> => {
		setAsking(null);
		const reply = await signOff();
		if (!reply.ok && reply.refusal.code !== 'not_signed_in') return setRefusal(reply.refusal);
		history.replaceState(null, '', location.pathname);
		leave();
	};
	return (
		<Frame
			page={page}
			choose={(wanted) => wanted !== page && away(() => show(wanted))}
			troubles={troubles}
			silent={silent}
			muted={muted.value}
			mute={mute}
			leave={() => away(() => void out())}
			refusal={refusal}
		>
			{page === 'report' && <ReportPage />}
			{page === 'printers' && <PrintersPage watch={watch} />}
			{page === 'slip' && <SlipPage printers={printersNow} setUnsaved={setUnsaved} />}
			{page === 'boards' && <BoardsPage setUnsaved={setUnsaved} />}
			{page === 'voice' && <VoicePage setUnsaved={setUnsaved} />}
			{asking && <Leaving go={asking.go} stay={() => setAsking(null)} />}
		</Frame>
	);
}
