// What the manager asks of boards over HTTP: the wall, layouts, what all boards show, and the hall's videos and pictures.

import type { BoardLayout, BoardSettings } from '../../shared/board.ts';
import type { Nothing, Reply } from '../../shared/contract.ts';
import { type DeviceId, type MediaId, SECOND } from '../../shared/id.ts';
import type { MediaChange, MediaList } from '../../shared/media.ts';
import type { BoardWall } from '../../shared/views.ts';
import { ANSWER_WITHIN, call } from '../api.ts';

/** What all boards show and announce. */
export interface BoardTexts {
	readonly board: BoardSettings;
	readonly runningText: string;
}

/** Asked every few seconds: what takes longer is told as lost, not waited for. */
const WALL_WITHIN = 4 * SECOND;

export const boardWall = (): Promise<Reply<BoardWall>> => call('GET', 'boards', null, WALL_WITHIN);
export const saveLayout = (id: DeviceId, layout: BoardLayout): Promise<Reply<Nothing>> =>
	call('PUT', `boards/${id}/layout`, layout, ANSWER_WITHIN);
/** For good: it has to be paired anew. */
export const removeBoard = (id: DeviceId): Promise<Reply<Nothing>> =>
	call('POST', `boards/${id}/revoke`, {}, ANSWER_WITHIN);

export const boardTexts = (): Promise<Reply<BoardTexts>> => call('GET', 'board-settings', null, ANSWER_WITHIN);
export const saveTexts = (texts: BoardTexts): Promise<Reply<Nothing>> =>
	call('PUT', 'board-settings', texts, ANSWER_WITHIN);

export const media = (): Promise<Reply<MediaList>> => call('GET', 'media', null, ANSWER_WITHIN);
export const changeMedia = (id: MediaId, change: MediaChange): Promise<Reply<Nothing>> =>
	call('PUT', `media/${id}`, change, ANSWER_WITHIN);
export const retireMedia = (id: MediaId): Promise<Reply<Nothing>> =>
	call('POST', `media/${id}/retire`, {}, ANSWER_WITHIN);
export const restoreMedia = (id: MediaId): Promise<Reply<Nothing>> =>
	call('POST', `media/${id}/restore`, {}, ANSWER_WITHIN);
