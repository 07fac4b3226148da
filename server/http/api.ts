// The public API: the same verbs, refusals and repeats as the sockets, for programs with a device's or officer's token.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { plainLayout } from '../../shared/board.ts';
import type { Reply } from '../../shared/contract.ts';
import type { DeviceId, Instant, TicketId, ZoneNumber } from '../../shared/id.ts';
import type { Shown } from '../../shared/views.ts';
import { type Asking, answer, type Log, shaped } from '../ask/asks.ts';
import * as shapes from '../ask/shapes.ts';
import { deviceOf, isProgram, sessionOf } from '../ask/who.ts';
import type { Desk } from '../hall/desk.ts';
import { refuse } from '../hall/refused.ts';
import type { Hall } from '../store/hall.ts';
import { boardView } from '../views/board.ts';
import { consoleView } from '../views/console.ts';
import { kioskView } from '../views/kiosk.ts';
import type { Recorded } from '../views/notices.ts';
import { visitView } from '../views/visit.ts';
import { refused, send } from './reply.ts';

export interface ApiParts {
	readonly hall: Hall;
	readonly asking: Asking;
	/** For a browser that is a kiosk: not faster than people press. */
	readonly takeAtGlass: Asking['kiosk']['take'];
	readonly clock: () => Instant;
	/** Where a phone finds this hall. */
	readonly publicUrl: () => string;
	readonly recorded: Recorded;
	readonly log: Log;
}

const zoneQuery = z.strictObject({ zone: z.coerce.number().int().min(1).max(99).optional() });
const ticketPath = z.strictObject({
	id: z.coerce
		.number()
		.int()
		.min(1)
		.transform((id) => id as TicketId),
});
/** The ticket is named by the path, the rest by the body. */
const eventBody = shapes.recordAsk.omit({ ticketId: true });
const finishAndCallBody = shapes.finishAndCallAsk.omit({ ticketId: true });
const transferBody = shapes.transferAsk.omit({ ticketId: true });

/** A public page cannot be guessed (128 bits), but may be asked for often by a phone that waits. */
const OFTEN = { rateLimit: { max: 1200, timeWindow: '1 minute' } };

export function serveApi(
	http: FastifyInstance,
	{ hall, asking, takeAtGlass, clock, publicUrl, recorded, log }: ApiParts,
): void {
	const describe = (summary: string, body?: z.ZodType) => ({
		schema: { summary, tags: ['v1'], ...(body ? { body } : {}) },
	});
	/** The desk of the officer who asks. */
	const deskOf = (request: FastifyRequest): Desk => {
		const session = sessionOf(hall, request.headers, null, clock());
		if (!session) refuse({ code: 'not_signed_in' });
		if (session.counter === null) refuse({ code: 'not_allowed' });
		return { officerId: session.officer.id, counter: session.counter, deviceId: null };
	};
	/** Answers as the verb does, for the officer who asks; a refusal to tell who it is becomes the reply. */
	const asOfficer =
		(ask: (desk: Desk, request: FastifyRequest) => Promise<Reply<unknown>>) => async (request: FastifyRequest) => {
			const desk = await answer(log, () => deskOf(request));
			return desk.ok ? ask(desk.value, request) : desk;
		};
	const withTicket = (request: FastifyRequest): unknown => {
		const { id } = shaped(ticketPath, request.params);
		return typeof request.body === 'object' ? { ...request.body, ticketId: id } : request.body;
	};
	const route = (
		method: 'GET' | 'POST',
		url: string,
		summary: string,
		body: z.ZodType | undefined,
		serve: (request: FastifyRequest) => Promise<Reply<unknown>>,
		success = 200,
		config: object = {},
	): void => {
		http.route({
			method,
			url: `/api/v1${url}`,
			config,
			...describe(summary, body),
			handler: async (request, reply) => send(reply, await serve(request), success),
		});
	};
	const shown = <View>(view: (at: Instant) => View): Shown<View> => {
		const at = clock();
		return { rev: hall.rows.lastRev(), at, view: view(at) };
	};

	route(
		'POST',
		'/tickets',
		'Take a number (kiosk token). The same requestId gets the same number; `replaces`: a visit of this minute that it gives up.',
		shapes.takeAsk,
		async (request) => {
			const device = deviceOf(hall, request.headers, 'kiosk', null);
			if (!device) return refused({ code: 'unknown', what: 'device' });
			const take = isProgram(request.headers, null) ? asking.kiosk.take : takeAtGlass;
			return take(device.id, request.body);
		},
		201,
	);
	const asKiosk =
		(ask: (device: DeviceId, input: unknown) => Promise<Reply<unknown>>) =>
		async (request: FastifyRequest): Promise<Reply<unknown>> => {
			const device = deviceOf(hall, request.headers, 'kiosk', null);
			return device ? ask(device.id, request.body) : refused({ code: 'unknown', what: 'device' });
		};
	route(
		'POST',
		'/leases',
		'Numbers of every queue for the time when this kiosk cannot ask (kiosk token). `known`: the leases it still has, after handing in all it gave; those it does not name are lost.',
		shapes.leaseAsk,
		asKiosk(asking.kiosk.lease),
	);
	route(
		'POST',
		'/leases/given',
		'Hand in lent numbers that were given without the server, in the order of the presses (kiosk token). Each is taken over once, however often it is sent.',
		shapes.handInAsk,
		asKiosk(asking.kiosk.handIn),
	);
	route(
		'POST',
		'/waiting-rooms',
		'Say in which room a visitor of this kiosk waits (kiosk token); `room`: null for the hall itself.',
		shapes.waitInAsk,
		async (request) => {
			const device = deviceOf(hall, request.headers, 'kiosk', null);
			return device ? asking.kiosk.waitIn(device.id, request.body) : refused({ code: 'unknown', what: 'device' });
		},
	);
	route(
		'POST',
		'/held-numbers',
		'Find a number taken at this kiosk that can still be given up (kiosk token): as typed, or as read from its QR code.',
		shapes.heldAsk,
		asKiosk(asking.kiosk.findHeld),
	);
	route(
		'POST',
		'/cancellations',
		'Give up a number within 60 s at the kiosk that took it (kiosk token). Asked twice, done once.',
		shapes.cancelAsk,
		asKiosk(asking.kiosk.cancelTaken),
	);
	route(
		'POST',
		'/requirement-sheets',
		'Print what to bring for a service, without a number (kiosk token). The same requestId is printed once.',
		shapes.requirementsAsk,
		asKiosk(asking.kiosk.printRequirements),
		201,
	);
	route(
		'POST',
		'/calls',
		'Call the next visitor (officer token). `after`: the rev of the last call this counter has seen.',
		shapes.callNextAsk,
		asOfficer((desk, request) => asking.console.callNext(desk, request.body)),
	);
	route(
		'POST',
		'/tickets/:id/events',
		'Record what happens to a ticket at the counter (officer token).',
		eventBody,
		asOfficer((desk, request) => inPath(request, (input) => asking.console.record(desk, input))),
	);
	route(
		'POST',
		'/tickets/:id/finish-and-call',
		'End the visit at the counter, as served or as missed, and call the next visitor, in one commit (officer token).',
		finishAndCallBody,
		asOfficer((desk, request) => inPath(request, (input) => asking.console.finishAndCall(desk, input))),
	);
	route(
		'POST',
		'/tickets/:id/transfer',
		'Send a visitor on to another service (officer token).',
		transferBody,
		asOfficer((desk, request) => inPath(request, (input) => asking.console.transfer(desk, input))),
	);
	route(
		'POST',
		'/undo',
		'Take back the last press within 10 s (officer token).',
		shapes.undoAsk,
		asOfficer((desk, request) => asking.console.undo(desk, request.body)),
	);
	route(
		'POST',
		'/counter/pause',
		'Begin a break (officer token).',
		shapes.pauseAsk,
		asOfficer((desk, request) => asking.console.pause(desk, request.body)),
	);
	route(
		'POST',
		'/counter/resume',
		'End the break (officer token).',
		shapes.nothing,
		asOfficer((desk, request) => asking.console.resume(desk, request.body ?? {})),
	);

	route(
		'GET',
		'/board',
		'What a board shows (token of any screen or officer); `?zone=2` for one zone.',
		undefined,
		(request) =>
			answer(log, () => {
				const { zone } = shaped(zoneQuery, request.query);
				const known =
					deviceOf(hall, request.headers, 'board', null) ??
					deviceOf(hall, request.headers, 'kiosk', null) ??
					deviceOf(hall, request.headers, 'console', null) ??
					sessionOf(hall, request.headers, null, clock());
				if (!known) refuse({ code: 'unknown', what: 'device' });
				if (zone !== undefined && !hall.catalogue().zone(zone as ZoneNumber)) refuse({ code: 'unknown', what: 'zone' });
				const layout = plainLayout((zone ?? null) as ZoneNumber | null);
				return shown((at) => boardView(hall, layout, publicUrl(), recorded, at));
			}),
	);
	route('GET', '/kiosk', 'What a kiosk shows: services, lines, waits (kiosk token).', undefined, (request) =>
		answer(log, () => {
			if (!deviceOf(hall, request.headers, 'kiosk', null)) refuse({ code: 'unknown', what: 'device' });
			return shown((at) => kioskView(hall, at));
		}),
	);
	route('GET', '/console', 'What a counter shows: its line and who is there (officer token).', undefined, (request) =>
		answer(log, () => {
			const session = sessionOf(hall, request.headers, null, clock());
			const counter = session?.counter ? hall.catalogue().counter(session.counter) : undefined;
			const shift = hall.rows.openShifts().find((it) => it.counter === counter?.number);
			if (!session || !counter || !shift) refuse({ code: 'not_signed_in' });
			return shown((at) => consoleView(hall, { officer: session.officer, counter, shift }, at));
		}),
	);
	route(
		'GET',
		'/visits/:token',
		'A ticket as its holder sees it, by the token in its address. No other token is needed.',
		undefined,
		(request) =>
			answer(log, () => {
				const { token } = shaped(z.strictObject({ token: z.string() }), request.params);
				const visit = shapes.ticketToken.safeParse(token).success ? hall.rows.visitByToken(token) : undefined;
				return shown(() => visitView(hall, visit ?? refuse({ code: 'unknown', what: 'visit' })));
			}),
		200,
		OFTEN,
	);
	route('GET', '/counters', 'The counters of the hall: number and agency.', undefined, () =>
		answer(log, () =>
			hall.catalogue().counters.map(({ number, agencyId }) => ({
				number,
				agency: hall.catalogue().agency(agencyId)?.shortName ?? agencyId,
			})),
		),
	);

	/** Path and body as one ask; a bad path is refused like any bad input. */
	async function inPath(
		request: FastifyRequest,
		ask: (input: unknown) => Promise<Reply<unknown>>,
	): Promise<Reply<unknown>> {
		const input = await answer(log, () => withTicket(request));
		return input.ok ? ask(input.value) : input;
	}
}
