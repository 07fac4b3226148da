// A question of the manager's pages, in front of everything else; Escape is a no. And the one that all of them may ask:
// whether to leave what is not saved.

import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { words } from './words.ts';

interface Props {
	readonly title: string;
	readonly onClose: () => void;
	readonly children: ComponentChildren;
}

export function Dialog({ title, onClose, children }: Props) {
	const dialog = useRef<HTMLDialogElement>(null);
	const id = useId();
	useEffect(() => {
		const box = dialog.current;
		box?.showModal();
		// Closing hands the focus back to the button that asked.
		return () => box?.close();
	}, []);
	return (
		<dialog
			ref={dialog}
			class="question"
			aria-labelledby={id}
			onCancel={(event) => {
				event.preventDefault();
				onClose();
			}}
		>
			<h2 id={id}>{title}</h2>
			{children}
		</dialog>
	);
}

export function Leaving({ go, stay }: { readonly go: () => void; readonly stay: () => void }) {
	const say = words.printing.slip;
	return (
		<Dialog title={say.leaveHeading} onClose={stay}>
			<p>{say.leaveText}</p>
			<div class="ends">
				<button type="button" class="plain" onClick={go}>
					{say.leaveYes}
				</button>
				<button type="button" class="primary" onClick={stay}>
					{say.leaveNo}
				</button>
			</div>
		</Dialog>
	);
}
