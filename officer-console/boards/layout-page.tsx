// The layouts' part: keeps the wall fresh, which board is chosen and how it is edited, and saves it.

import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type DeviceId, SECOND } from '../../shared/id.ts';
import type { BoardShape } from '../../shared/legible.ts';
import type { Refusal } from '../../shared/refusal.ts';
import type { BoardWall } from '../../shared/views.ts';
import type { SavingState } from '../manager/saving.tsx';
import { boardWall, removeBoard, saveLayout } from './api.ts';
import { changed, draftOf, type LayoutDraft, layoutOf, sameLayout } from './layout-draft.ts';
import { LayoutView } from './layout-view.tsx';
import { NotYet } from './not-yet.tsx';
import { Removing } from './removing.tsx';
import type { Board } from './standing.ts';
import { words } from './words.ts';

const EVERY = 3 * SECOND;

interface Watched {
	readonly wall: BoardWall | null;
	/** Why there is no newer one. */
	readonly refusal: Refusal | null;
}

interface Props {
	readonly tabs: ComponentChildren;
	readonly unsaved: (unsaved: boolean) => void;
	readonly away: (go: () => void) => void;
}

function useWall(): Watched & { readonly look: () => Promise<void> } {
	const [watched, setWatched] = useState<Watched>({ wall: null, refusal: null });
	const look = async (): Promise<void> => {
		const reply = await boardWall();
		setWatched((last) => (reply.ok ? { wall: reply.value, refusal: null } : { ...last, refusal: reply.refusal }));
	};
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | null = null;
		let ended = false;
		const round = async (): Promise<void> => {
			await look();
			if (!ended) timer = setTimeout(round, EVERY);
		};
		void round();
		return () => {
			ended = true;
			if (timer) clearTimeout(timer);
		};
	}, []);
	return { ...watched, look };
}

export function LayoutPage({ tabs, unsaved: tell, away }: Props) {
	const { wall, refusal, look } = useWall();
	const [chosen, setChosen] = useState<DeviceId | null>(null);
	/** Only while something is edited: otherwise the board is as the hall says that it is. */
	const [edited, setEdited] = useState<LayoutDraft | null>(null);
	const [saving, setSaving] = useState<SavingState>('rest');
	const [shape, setShape] = useState<BoardShape>('landscape');
	/** About to be taken off the list, once that is agreed. */
	const [leaving, setLeaving] = useState<Board | null>(null);
	const [removed, setRemoved] = useState<string | null>(null);
	const board = wall?.boards.find((it) => it.id === chosen) ?? wall?.boards[0];
	const layout = edited && layoutOf(edited);
	const unsaved = board !== undefined && edited !== null && (layout === null || !sameLayout(layout, board.layout));
	useEffect(() => tell(unsaved), [unsaved]);
	if (!wall) {
		return (
			<>
				<div class="wall-head">
					<h1>{words.wall.heading}</h1>
					{tabs}
				</div>
				<NotYet say={words.wall} refusal={refusal} again={() => void look()} />
			</>
		);
	}
	const save = async (): Promise<void> => {
		if (!layout || !board) return;
		setSaving('busy');
		const reply = await saveLayout(board.id, layout);
		// The wall says so first: until then the editor would show the layout before.
		if (reply.ok) await look();
		if (reply.ok) setEdited(null);
		setSaving(reply.ok ? 'done' : reply.refusal);
	};
	const remove = async ({ id, name }: Board): Promise<Refusal | null> => {
		const reply = await removeBoard(id);
		if (!reply.ok) return reply.refusal;
		if (id === board?.id) {
			setChosen(null);
			setEdited(null);
			setSaving('rest');
		}
		await look();
		setRemoved(name);
		setLeaving(null);
		return null;
	};
	return (
		<>
			<LayoutView
				tabs={tabs}
				wall={wall}
				lost={refusal !== null}
				board={board ?? null}
				choose={(id) =>
					id !== board?.id &&
					away(() => {
						setChosen(id);
						setEdited(null);
						setSaving('rest');
						setRemoved(null);
					})
				}
				remove={setLeaving}
				removed={removed}
				draft={board ? (edited ?? draftOf(board.layout)) : null}
				change={(part) => {
					if (!board) return;
					if (saving !== 'busy') setSaving('rest');
					setEdited(changed(edited ?? draftOf(board.layout), part));
					// The list is sorted anew as boards come and go; the one that is edited stays chosen.
					setChosen(board.id);
				}}
				saving={saving}
				unsaved={unsaved}
				save={() => void save()}
				revert={() => setEdited(null)}
				shape={shape}
				setShape={setShape}
			/>
			{leaving && <Removing board={leaving} remove={() => remove(leaving)} stay={() => setLeaving(null)} />}
		</>
	);
}
