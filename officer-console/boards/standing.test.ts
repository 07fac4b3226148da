import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../shared/id.ts';
import { WALL } from './fixtures.ts';
import { type Board, isLongAway, placeOf, standingOf } from './standing.ts';

const [first] = WALL.boards;
if (!first) throw new Error('the fixtures have no board');
const well: Board = {
	...first,
	...{ connected: 1, sound: 'ready', lastSpoken: 914, lastSilent: null, layout: { ...first.layout, speaks: true } },
};
const clock = (at: number): string => `pukul ${at}`;
const stands = (part: Partial<Board>) => standingOf({ ...well, ...part }, clock);

describe('a board', () => {
	it('that is there and was heard is well', () => {
		expect(stands({})).toEqual({
			tone: 'good',
			link: 'tersambung',
			sound: 'suara siap',
			heard: 'terakhir terdengar pukul 914',
		});
	});
	it('that cannot be heard says why, and that somebody has to go and see', () => {
		expect(stands({ sound: 'locked' })).toMatchObject({ tone: 'bad', sound: 'bisu: sentuh layarnya' });
	});
	it('that missed a call after it was last heard says so; an older silence is over', () => {
		const lastSilent = { why: 'failed', at: 920 } as const;
		expect(stands({ lastSilent })).toMatchObject({
			tone: 'bad',
			heard: 'tidak terdengar pukul 920: suara tidak dapat diputar',
		});
		expect(stands({ lastSilent: { ...lastSilent, at: 900 } }).tone).toBe('good');
	});
	it('that is not to speak is not blamed for being silent', () => {
		const layout = { ...well.layout, speaks: false };
		expect(stands({ layout, sound: 'muted', lastSilent: { why: 'muted', at: 999 } })).toMatchObject({
			tone: 'good',
			sound: 'diatur tanpa suara',
		});
	});
	it('that is switched off is not known to be anything else', () => {
		expect(stands({ connected: 0, sound: 'unknown' })).toMatchObject({ tone: 'off', link: 'tidak tersambung' });
		expect(stands({ connected: 2 }).link).toBe('tersambung di 2 jendela');
	});
	it('that let a call pass because there were too many, or at a quiet hour, needs nobody to go and see', () => {
		for (const why of ['late', 'quiet'] as const) {
			const { tone, heard } = stands({ lastSilent: { why, at: 920 } });
			expect([tone, heard]).toEqual(['good', expect.stringContaining('tidak terdengar pukul 920')]);
		}
	});
	it('is long away once nobody has seen it for a day', () => {
		const away = { ...well, connected: 0, seenAt: 0 };
		expect([isLongAway(away, DAY_MS), isLongAway(away, DAY_MS + 1)]).toEqual([false, true]);
		expect(isLongAway({ ...away, connected: 1 }, DAY_MS + 1)).toBe(false);
	});
	it('is named by whose calls it shows, and says when that place is gone', () => {
		const places = WALL.boards.map((it) => placeOf(it.layout, WALL.choices));
		expect(places).toContain('Seluruh aula');
		expect(placeOf({ ...well.layout, scope: { kind: 'zone', zone: 77 as never } }, WALL.choices)).toMatch(/tidak ada/);
	});
});
