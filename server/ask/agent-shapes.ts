// The shape of what print agents ask. Strict like shapes.ts.

import { z } from 'zod';
import type { BeginAsk, EndAsk, StandsAsk, TroubleAsk } from '../../shared/contract.ts';
import type { PrintJobId } from '../../shared/id.ts';
import { PRINTER_FAULTS, PRINTER_STATES } from '../../shared/slip.ts';

const job = z
	.int()
	.min(1)
	.max(Number.MAX_SAFE_INTEGER)
	.transform((value) => value as PrintJobId);
const fault = z.enum(PRINTER_FAULTS);

export const beginAsk = z.strictObject({ job }) satisfies z.ZodType<BeginAsk>;
export const troubleAsk = z.strictObject({ job, fault }) satisfies z.ZodType<TroubleAsk>;
export const endAsk = z.strictObject({
	job,
	outcome: z.discriminatedUnion('kind', [
		z.strictObject({ kind: z.literal('printed'), nearEnd: z.boolean() }),
		z.strictObject({ kind: z.literal('unconfirmed') }),
		z.strictObject({ kind: z.literal('broken'), fault }),
		z.strictObject({ kind: z.literal('not_sent'), fault }),
	]),
}) satisfies z.ZodType<EndAsk>;
export const standsAsk = z.strictObject({ state: z.enum(PRINTER_STATES) }) satisfies z.ZodType<StandsAsk>;
