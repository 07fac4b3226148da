// The manager's settings of voice and boards over HTTP: read whole, written whole.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Instant, OfficerId } from '../../shared/id.ts';
import { answer, type Log, shaped } from '../ask/asks.ts';
import { boardTexts, voiceSettings } from '../ask/settings-shapes.ts';
import { managerOf } from '../ask/who.ts';
import { setBoard, setVoice } from '../hall/settings.ts';
import type { Commits } from '../store/commit.ts';
import type { Hall } from '../store/hall.ts';
import { send } from './reply.ts';

export interface SettingsParts {
	readonly hall: Hall;
	readonly commits: Commits;
	readonly clock: () => Instant;
	readonly log: Log;
}

const DONE = {};
/** Forty notices of three hundred signs, thirty facilities. */
const LARGE = 64 * 1024;

export function serveSettings(http: FastifyInstance, { hall, commits, clock, log }: SettingsParts): void {
	/** `read`: what a manager is given; `write`: what a manager changes, all of it. */
	const settings = <Shape extends z.ZodType>(
		name: string,
		what: string,
		shape: Shape,
		read: () => object,
		write: (hall: Hall, input: z.output<Shape>, by: OfficerId, at: Instant) => void,
	): void => {
		const manager = (request: FastifyRequest): OfficerId => managerOf(hall, request.headers, clock());
		const describe = (summary: string) => ({ summary: `${summary} (manager token).`, tags: ['v1'] });
		http.get(`/api/v1/${name}`, { schema: describe(what) }, async (request, reply) =>
			send(
				reply,
				await answer(log, () => {
					manager(request);
					return read();
				}),
			),
		);
		http.put(
			`/api/v1/${name}`,
			{ schema: { ...describe(`${what}, from now on`), body: shape }, bodyLimit: LARGE },
			async (request, reply) =>
				send(
					reply,
					await answer(log, () => {
						const by = manager(request);
						const input = shaped(shape, request.body);
						return commits.run((at) => {
							write(hall, input, by, at);
							return DONE;
						});
					}),
				),
		);
	};
	settings(
		'voice-settings',
		'How calls are spoken',
		voiceSettings,
		() => ({ voice: hall.catalogue().settings.voice }),
		setVoice,
	);
	settings(
		'board-settings',
		'What boards show and announce besides calls',
		boardTexts,
		() => {
			const { board, runningText } = hall.catalogue().settings;
			return { board, runningText };
		},
		setBoard,
	);
}
