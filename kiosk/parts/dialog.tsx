// A question in front of everything else; the page behind it cannot be touched until it is answered.

import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

export interface DialogProps {
	readonly title: string;
	/** Also for the Escape key. */
	readonly onClose: () => void;
	/** A touch anywhere outside is an answer too; null = it is not. */
	readonly onOutside: (() => void) | null;
	readonly children: ComponentChildren;
}

export function Dialog({ title, onClose, onOutside, children }: DialogProps) {
	const box = useRef<HTMLDialogElement>(null);
	const titleId = useId();
	useEffect(() => {
		const dialog = box.current;
		dialog?.showModal();
		// Closing hands the focus back to where it was.
		return () => dialog?.close();
	}, []);
	return (
		<dialog
			ref={box}
			aria-labelledby={titleId}
			onCancel={(event) => {
				event.preventDefault();
				onClose();
			}}
			onPointerDown={(event) => {
				if (event.target === box.current) onOutside?.();
			}}
		>
			<div class="dialog-body">
				<h2 id={titleId}>{title}</h2>
				{children}
			</div>
		</dialog>
	);
}
