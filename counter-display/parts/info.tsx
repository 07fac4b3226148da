// One page of what the hall says of itself beside the calls: what a service asks for, its promise, its facilities.

import { Check } from 'lucide-preact';
import type { BoardInfo, BoardView } from '../../shared/views.ts';
import { fitting, type Listed } from '../fitting.ts';
import { say } from '../words.ts';
import { Phone } from './phone-code.tsx';

/** Signs of a pledge from which on it is set smaller; the hall may write 300. */
const LONG_PLEDGE = 180;

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
					<Items of="service" all={info.requirements} more={words.moreRequirements} />
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
					<p class={info.text.length > LONG_PLEDGE ? 'pledged long' : 'pledged'}>{info.text}</p>
				</div>
			);
		case 'facilities':
			return (
				<div class="info-page">
					<h2>{words.facilities}</h2>
					<Items of="facilities" all={info.items} more={words.moreFacilities} />
				</div>
			);
	}
}

interface ItemsProps {
	readonly of: Listed;
	readonly all: readonly string[];
	readonly more: (count: number) => string;
}

function Items({ of, all, more }: ItemsProps) {
	const { size, items, left } = fitting(of, all);
	return (
		<ul class={`items ${size}`}>
			{items.map((it) => (
				<li key={it}>
					<Check aria-hidden="true" />
					{it}
				</li>
			))}
			{left > 0 && <li class="hint">{more(left)}</li>}
		</ul>
	);
}
