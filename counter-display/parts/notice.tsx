// A board that has nothing to show yet: one sentence, what to do about it, and where to go. Never black.

interface NoticeProps {
	readonly title: string;
	readonly hint?: string;
	/** Where its one link leads. */
	readonly to?: string;
	readonly label?: string;
}

export const Notice = ({ title, hint, to, label }: NoticeProps) => (
	<main class="notice">
		<h1>{title}</h1>
		{hint && <p>{hint}</p>}
		{to && <a href={to}>{label}</a>}
	</main>
);
