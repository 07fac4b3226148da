// The manager's wall of boards over HTTP: how each stands, how it is laid out, and taking it off the wall.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { DeviceId, Instant, OfficerId } from '../../shared/id.ts';
import { answer, type Log, shaped } from '../ask/asks.ts';
import { boardLayout } from '../ask/shapes.ts';
import { managerOf } from '../ask/who.ts';
import { layOut, removeBoard } from '../hall/boards.ts';
import type { Live } from '../live/live.ts';
import type { Commits } from '../store/commit.ts';
import type { Hall } from '../store/hall.ts';
import { boardWall } from '../views/boards.ts';
import { send } from './reply.ts';

export interface BoardParts {
	readonly hall: Hall;
	readonly commits: Commits;
	readonly live: () => Live;
	readonly clock: () => Instant;
	readonly log: Log;
}

const boardPath = z.strictObject({
	id: z.coerce
		.number()
		.int()
		.min(1)
		.transform((id) => id as DeviceId),
});
const DONE = {};

export function serveBoards(http: FastifyInstance, { hall, commits, live, clock, log }: BoardParts): void {
	const manager = (request: FastifyRequest): OfficerId => managerOf(hall, request.headers, clock());
	http.get(
		'/api/v1/boards',
		{ schema: { summary: 'The boards of the hall and how they stand (manager token).', tags: ['v1'] } },
		async (request, reply) =>
			send(
				reply,
				await answer(log, () => {
					manager(request);
					return boardWall(hall, live().windowsOf, clock());
				}),
			),
	);
	http.put(
		'/api/v1/boards/:id/layout',
		{ schema: { summary: 'Lays a board out otherwise, at once (manager token).', tags: ['v1'], body: boardLayout } },
		async (request, reply) =>
			send(
				reply,
				await answer(log, () => {
					const by = manager(request);
					const { id } = shaped(boardPath, request.params);
					const layout = shaped(boardLayout, request.body);
					return commits.run((at) => {
						layOut(hall, id, layout, by, at);
						return DONE;
					});
				}),
			),
	);
	http.post(
		'/api/v1/boards/:id/revoke',
		{ schema: { summary: 'Sends a board away for good, at once (manager token).', tags: ['v1'] } },
		async (request, reply) =>
			send(
				reply,
				await answer(log, () => {
					const by = manager(request);
					const { id } = shaped(boardPath, request.params);
					return commits.run((at) => {
						removeBoard(hall, id, by, at);
						return DONE;
					});
				}),
			),
	);
}
