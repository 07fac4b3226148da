// One page of what the hall says of itself beside the calls: what a service asks for, its promise, its facilities.

import { Check } from 'lucide-preact';
import type { BoardInfo, BoardView } from '../../shared/views.ts';
import { say } from '../words.ts';
import { Phone } from './phone-code.tsx';

/** Lines of the list that there is room for, and signs of one of them. */
const MOST_LINES = 10;
const SIGNS_OF_A_LINE = 52;
/** From here on it is set smaller. */
const DENSE_FROM = 7;

const linesOf = (text: string): number => Math.ceil(text.length / SIGNS_OF_A_LINE);

/** The items that have room, and how many are left out. */
export function fitting(items: readonly string[]): { readonly items: readonly string[]; readonly left: number } {
	let lines = 0;
	const fit = items.filter((it) => {
		lines += linesOf(it);
		return lines <= MOST_LINES;
	});
	return { items: fit, left: items.length - fit.length };
}

export const Info = ({ info, phone }: { readonly info: BoardInfo; readonly phone: string | null }) => (
	<section class={`info ${info.kind}`}>
		<Page info={info} />
		{phone !== null && <Phone address={phone} />}
	</section>
);

/** A hall that has said nothing of itself is at least named. */
export const Whose = ({ hall: { name, complaintLine } }: Pick<BoardView, 'hall'>) => (
	<section class="info whose-hall">
		<div class="info-page">
			<h2>{name}</h2>
			<p class="hint">{complaintLine}</p>
		</div>
	</section>
);

function Page({ info }: { readonly info: BoardInfo }) {
	const words = say.board.info;
	switch (info.kind) {
		case 'service':
			return (
				<div class="info-page">
					<p class="from">{info.agency}</p>
					<h2>{info.service}</h2>
					<h3>{words.requirements}</h3>
					<Items items={info.requirements} />
					<dl>
						<div>
							<dt>{words.fee}</dt>
							<dd>{info.fee}</dd>
						</div>
						{info.completion && (
							<div>
								<dt>{words.completion}</dt>
								<dd>
									{info.completion.value === 0
										? words.atOnce
										: `${info.completion.value} ${say.common.completionUnits[info.completion.unit]}`}
								</dd>
							</div>
						)}
					</dl>
				</div>
			);
		case 'pledge':
			return (
				<div class="info-page">
					<h2>{words.pledge}</h2>
					<p class={info.text.length > 320 ? 'pledged long' : 'pledged'}>{info.text}</p>
				</div>
			);
		case 'facilities':
			return (
				<div class="info-page">
					<h2>{words.facilities}</h2>
					<Items items={info.items} />
				</div>
			);
	}
}

function Items({ items: all }: { readonly items: readonly string[] }) {
	const { items, left } = fitting(all);
	const lines = items.reduce((sum, it) => sum + linesOf(it), 0);
	return (
		<ul class={lines >= DENSE_FROM ? 'items dense' : 'items'}>
			{items.map((it) => (
				<li key={it}>
					<Check aria-hidden="true" />
					{it}
				</li>
			))}
			{left > 0 && <li class="hint">{say.board.info.more(left)}</li>}
		</ul>
	);
}
