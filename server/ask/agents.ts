// What a print agent may ask: about the job in its hand and about its printer, and nothing of the hall. Whose hand it is
// says the socket, never the ask.

import type { Nothing, Reply } from '../../shared/contract.ts';
import type { DeviceId, PrintJobId } from '../../shared/id.ts';
import type { Refusal } from '../../shared/refusal.ts';
import type { PrinterFault, PrinterState, PrintOutcome } from '../../shared/slip.ts';
import type { AgentView } from '../../shared/views.ts';
import { refuseIf } from '../hall/refused.ts';
import { beginAsk, endAsk, standsAsk, troubleAsk } from './agent-shapes.ts';
import { answer, type Log, shaped } from './asks.ts';

/** Who keeps the agents' hands (server/print/remote.ts). A refusal, or null. */
export interface Agents {
	readonly connected: (deviceId: DeviceId, channel: AgentChannel) => void;
	readonly gone: (deviceId: DeviceId, channel: AgentChannel) => void;
	readonly begin: (deviceId: DeviceId, job: PrintJobId) => Promise<Refusal | null>;
	readonly trouble: (deviceId: DeviceId, job: PrintJobId, fault: PrinterFault) => Refusal | null;
	readonly end: (deviceId: DeviceId, job: PrintJobId, outcome: PrintOutcome) => Refusal | null;
	readonly stands: (deviceId: DeviceId, state: PrinterState) => Refusal | null;
}
export interface AgentChannel {
	readonly show: (view: AgentView) => void;
	readonly end: () => void;
}

export interface AgentAsks {
	readonly begin: (device: DeviceId, input: unknown) => Promise<Reply<Nothing>>;
	readonly trouble: (device: DeviceId, input: unknown) => Promise<Reply<Nothing>>;
	readonly end: (device: DeviceId, input: unknown) => Promise<Reply<Nothing>>;
	readonly stands: (device: DeviceId, input: unknown) => Promise<Reply<Nothing>>;
}

export function openAgentAsks(agents: Agents, log: Log): AgentAsks {
	const granted = (verb: () => Refusal | null | Promise<Refusal | null>): Promise<Reply<Nothing>> =>
		answer(log, async (): Promise<Nothing> => {
			refuseIf(await verb());
			return {};
		});
	return {
		begin: (device, input) => granted(() => agents.begin(device, shaped(beginAsk, input).job)),
		trouble: (device, input) =>
			granted(() => {
				const { job, fault } = shaped(troubleAsk, input);
				return agents.trouble(device, job, fault);
			}),
		end: (device, input) =>
			granted(() => {
				const { job, outcome } = shaped(endAsk, input);
				return agents.end(device, job, outcome);
			}),
		stands: (device, input) => granted(() => agents.stands(device, shaped(standsAsk, input).state)),
	};
}
