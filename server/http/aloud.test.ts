// What a kiosk gets when it asks for words: sound for names that this hall knows, a plain "no" for everything else. And the
// languages of the hall.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LanguageFile } from '../../shared/words/regional.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';

let hall: TestServer;
beforeAll(async () => {
	hall = await openTestServer({ settings: { languages: ['jv', 'zz'] } });
});
afterAll(() => hall.close());

const say = (names: string, language = 'id') => hall.send('GET', `/voice/aloud.wav?lang=${language}&say=${names}`);

describe('words for the kiosk', () => {
	it.each([
		...['s.kiosk.back', 's.kiosk.home.question;s.aloud.choice,n.1,s.aloud.of,n.6', 'n.0', 't.A-012', 'l.K'],
		...['agency.polres', 'office.polres', 'service.skck', 'zone.1', 'need.skck.0', 'fee.skck', 's.kiosk.waiting~1~2'],
	])('"%s" is a WAV file for whoever asks', async (names) => {
		const reply = await say(names);
		expect([reply.status, reply.headers['content-type']]).toEqual([200, 'audio/wav']);
	});

	it.each([
		...['', 'halo', 's.', 'n.12345', 'n.-1', 'n.1.5', 't.a-1', 't.A-1234567', 'l.a', 'l.AB', 's.kiosk.back,', ';'],
		...['s.%3Cb%3E', '../s.kiosk.back', 's.kiosk.back&text=halo', 's.kiosk.back&say=n.1', 'file.x', 'n.1%00'],
		Array.from({ length: 25 }, () => 'n.1').join(','),
	])('"%s" is none', async (names) => {
		const reply = await say(names);
		expect([400, 404]).toContain(reply.status);
		expect(reply.json()).toMatchObject({ ok: false });
	});

	it.each(['s.nothing', 's.kiosk', 's.kiosk.waiting', 'service.none', 'agency.mars', 'need.skck.9', 's.__proto__'])(
		'%s is not known here',
		async (name) => {
			expect((await say(name)).status).toBe(404);
		},
	);

	it('are not said in a language without a voice', async () => {
		expect((await say('n.1', 'jv')).status).toBe(400);
	});
});

describe('the languages of the hall', () => {
	it('are those that a file speaks, with the name that their speakers give them', async () => {
		const reply = await hall.send('GET', '/languages');
		expect(reply.json()).toEqual({ ok: true, value: [{ code: 'jv', name: 'Basa Jawa', reviewed: false }] });
	});

	it('are whole files for whoever asks, and no others', async () => {
		const { value } = (await hall.send('GET', '/languages/jv')).json() as { value: LanguageFile };
		expect(JSON.stringify(value.sentences.kiosk)).toContain('Sugeng rawuh');
		for (const code of ['zz', 'su', 'id']) expect((await hall.send('GET', `/languages/${code}`)).status).toBe(404);
		for (const code of ['..%2Fjv', 'jv.json', 'JV', 'jvjv'])
			expect([400, 404]).toContain((await hall.send('GET', `/languages/${code}`)).status);
	});
});
