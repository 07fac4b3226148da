// What stands around every page of the manager: the way to the others, the alarm of the printers, and the way out.

import '../report/report.css';
import './manager.css';
import {
	Bell,
	BellOff,
	ChartColumn,
	CircleAlert,
	LogOut,
	type LucideIcon,
	Monitor,
	Printer,
	ReceiptText,
	Volume2,
} from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Refusal } from '../../shared/refusal.ts';
import type { PrinterNow, PrinterWall } from '../../shared/views.ts';
import { words } from './words.ts';

export const PAGES = ['report', 'printers', 'slip', 'boards', 'voice'] as const;
export type PageName = (typeof PAGES)[number];

const ICONS: Readonly<Record<PageName, LucideIcon>> = {
	report: ChartColumn,
	printers: Printer,
	slip: ReceiptText,
	boards: Monitor,
	voice: Volume2,
};

interface Props {
	readonly page: PageName;
	readonly choose: (page: PageName) => void;
	/** Printers that somebody has to go and see, the most urgent first. */
	readonly troubles: readonly PrinterNow[];
	/** Kiosks that are missed and boards that cannot be heard, a sentence each. */
	readonly silent: readonly string[];
	readonly muted: boolean;
	readonly mute: (muted: boolean) => void;
	readonly leave: () => void;
	/** Why the way out is shut. */
	readonly refusal: Refusal | null;
	readonly children: ComponentChildren;
}

/** What is silent in the hall and should not be. */
export function silences({ kiosksAway, mute, timeZone }: PrinterWall): readonly string[] {
	const { here, silences: why } = words.console;
	return [
		...kiosksAway.map((it) => here.kioskAway(it.kiosk, words.common.time.clock(it.since, timeZone))),
		...mute.map((it) => here.mute(it.board, why[it.sound])),
	];
}

export function Frame({ page, choose, troubles, silent, muted, mute, leave, refusal, children }: Props) {
	const say = words.printing;
	const sentences = [...troubles.map((it) => say.trouble(it.name, say.states[it.state])), ...silent];
	return (
		<div class="manager">
			<header class="manager-head no-print">
				<nav aria-label={say.nav.label}>
					{PAGES.map((name) => {
						const Icon = ICONS[name];
						return (
							<button
								type="button"
								key={name}
								aria-current={name === page ? 'page' : undefined}
								onClick={() => choose(name)}
							>
								<Icon size={18} aria-hidden="true" /> {say.nav[name]}
								{name === 'printers' && troubles.length > 0 && <span class="count bad number">{troubles.length}</span>}
							</button>
						);
					})}
				</nav>
				<button
					type="button"
					class="plain"
					aria-label={muted ? say.alarm.turnOn : say.alarm.turnOff}
					title={muted ? say.alarm.turnOn : say.alarm.turnOff}
					onClick={() => mute(!muted)}
				>
					{muted ? <BellOff size={18} aria-hidden="true" /> : <Bell size={18} aria-hidden="true" />}
					<span class="wide-only">{muted ? say.alarm.off : say.alarm.on}</span>
				</button>
				<button type="button" class="plain" aria-label={words.console.actions.signOff} onClick={leave}>
					<LogOut size={18} aria-hidden="true" /> <span class="wide-only">{words.console.actions.signOff}</span>
				</button>
			</header>
			{refusal && (
				<p class="fault no-print" role="alert">
					<CircleAlert size={18} aria-hidden="true" /> {words.common.refusal(refusal)}
				</p>
			)}
			<div class="alarms no-print" role="alert">
				{!muted && sentences.length > 0 && (
					<p class="fault">
						<CircleAlert size={18} aria-hidden="true" />
						<span>{sentences.join(' · ')}</span>
						{page !== 'printers' && troubles.length > 0 && (
							<button type="button" class="row-act" onClick={() => choose('printers')}>
								{say.alarm.see}
							</button>
						)}
					</p>
				)}
			</div>
			{children}
		</div>
	);
}
