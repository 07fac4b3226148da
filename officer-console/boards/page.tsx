// The page of the boards: three parts, one at a time, and the question before something unsaved is left.

import './boards.css';
import { useEffect, useState } from 'preact/hooks';
import { Leaving } from '../manager/dialog.tsx';
import { usePageTitle } from '../manager/title.ts';
import { LayoutPage } from './layout-page.tsx';
import { MediaPage } from './media-page.tsx';
import { SettingsPage } from './settings-page.tsx';
import { type Tab, Tabs } from './tabs.tsx';
import { words } from './words.ts';

interface Props {
	/** Told upwards, so that no other page of the manager's is opened over it unasked. */
	readonly setUnsaved: (unsaved: boolean) => void;
}

export function BoardsPage({ setUnsaved }: Props) {
	const [tab, setTab] = useState<Tab>('layout');
	const [unsaved, setMine] = useState(false);
	const [asking, setAsking] = useState<{ readonly go: () => void } | null>(null);
	usePageTitle(words.pageTitle);
	useEffect(() => {
		setUnsaved(unsaved);
		if (!unsaved) return;
		const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
		addEventListener('beforeunload', warn);
		return () => removeEventListener('beforeunload', warn);
	}, [unsaved]);
	/** Goes on at once, or after a yes. */
	const away = (go: () => void): void => {
		const gone = (): void => {
			setAsking(null);
			setMine(false);
			go();
		};
		if (unsaved) setAsking({ go: gone });
		else go();
	};
	const tabs = <Tabs tab={tab} choose={(wanted) => wanted !== tab && away(() => setTab(wanted))} />;
	return (
		<main class="boards">
			{tab === 'layout' && <LayoutPage tabs={tabs} unsaved={setMine} away={away} />}
			{tab === 'settings' && <SettingsPage tabs={tabs} unsaved={setMine} />}
			{tab === 'media' && <MediaPage tabs={tabs} />}
			{asking && <Leaving go={asking.go} stay={() => setAsking(null)} />}
		</main>
	);
}
