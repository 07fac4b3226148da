import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Day } from '../../shared/day.ts';
import type { CounterNumber, OfficerId } from '../../shared/id.ts';
import { checkPin } from '../hall/pin.ts';
import { digest } from '../hall/secret.ts';
import { closeStore, openStore, type Store } from '../store/open.ts';
import { devices, officers, pinTries, sessions, shifts } from '../store/schema.ts';
import { COMMANDS, DONE, type ExitCode, REFUSED, type Terminal, type Typed } from './commands.ts';
import { SetupRefused } from './refused.ts';
import { SAMPLE_TEXT } from './sample.fixture.ts';

const NOW = Date.parse('2026-11-23T08:00:00+08:00');
const folders: string[] = [];
let dataFolder = '';
let files: Map<string, string>;
let printed = '';
let told: string[] = [];

beforeEach(() => {
	dataFolder = path.join(mkdtempSync(path.join(tmpdir(), 'giliran-setup-')), 'data');
	folders.push(path.dirname(dataFolder));
	files = new Map([['palopo.json', SAMPLE_TEXT]]);
});
afterAll(() => {
	for (const folder of folders) rmSync(folder, { recursive: true });
});

async function run(name: string, typed: Typed = {}, file?: string, at = NOW): Promise<ExitCode> {
	printed = '';
	told = [];
	const terminal: Terminal = {
		dataFolder,
		read: (it) => files.get(it) ?? null,
		write: (it, text) => it !== 'locked.json' && files.set(it, text).size > 0,
		print: (text) => {
			printed += text;
		},
		tell: (line) => told.push(line),
	};
	const chosen = COMMANDS[name];
	if (!chosen) throw new Error(`no command ${name}`);
	return chosen({ typed, file, at, terminal });
}
async function refusal(name: string, typed: Typed = {}, file?: string): Promise<SetupRefused> {
	const error: unknown = await run(name, typed, file).catch((it: unknown) => it);
	if (error instanceof SetupRefused) return error;
	throw new Error(`${name} was not refused: ${String(error)}`);
}
function inStore<Result>(use: (store: Store) => Result): Result {
	const store = openStore(dataFolder, 'test');
	try {
		return use(store);
	} finally {
		closeStore(store);
	}
}
const found = (pattern: RegExp): string => pattern.exec(printed)?.[1] ?? '';

test('a hall is imported, exported to the same text, and imported again without a change', async () => {
	expect(await run('import', {}, 'palopo.json')).toBe(DONE);
	expect(told).toEqual(
		expect.arrayContaining(['  instansi: 20 baru, 0 berubah, 0 ditutup', '  loket: 32 baru, 0 berubah, 0 ditutup']),
	);
	expect(await run('export')).toBe(DONE);
	expect(printed).toBe(SAMPLE_TEXT);
	expect(await run('export', {}, 'out.json')).toBe(DONE);
	expect(files.get('out.json')).toBe(SAMPLE_TEXT);
	expect(await run('import', {}, 'out.json')).toBe(DONE);
	expect(told).toEqual(['Tidak ada yang berubah.']);
});

test('a check says what would happen and does nothing', async () => {
	expect(await run('check', {}, 'palopo.json')).toBe(DONE);
	expect(told[0]).toBe('Berkas ini benar. Bila diimpor:');
	expect((await refusal('export')).message).toMatch(/belum disiapkan/);
	await run('import', {}, 'palopo.json');
	files.set(
		'renamed.json',
		SAMPLE_TEXT.replace('MPP Kota Palopo', 'MPP').replace('"Mal Pelayanan Publik Kota Palopo"', '"MPP Palopo"'),
	);
	expect(await run('check', {}, 'renamed.json')).toBe(DONE);
	expect(told.at(-1)).toBe('  aula: 0 baru, 1 berubah, 0 ditutup');
	await run('export');
	expect(printed).toBe(SAMPLE_TEXT);
});

test('faults are told with their places, and the command fails', async () => {
	files.set('faulty.json', SAMPLE_TEXT.replace('Asia/Makassar', 'UTC').replace('"nomor": 32', '"nomor": 31'));
	for (const command of ['check', 'import']) {
		expect(await run(command, {}, 'faulty.json')).toBe(REFUSED);
		expect(told[0]).toMatch(/^2 kesalahan/);
		expect(told.slice(1)).toEqual([
			expect.stringMatching(/^ {2}aula\.zonaWaktu: /),
			expect.stringMatching(/^ {2}instansi\[19\]\.loket\[1\]\.nomor: /),
		]);
	}
});

test('files that are not there, cannot be written or were not named', async () => {
	expect((await refusal('import', {}, 'nowhere.json')).message).toMatch(/nowhere\.json tidak dapat dibaca/);
	expect((await refusal('import')).usage).toBe(true);
	await run('import', {}, 'palopo.json');
	expect((await refusal('export', {}, 'locked.json')).message).toMatch(/locked\.json tidak dapat ditulis/);
});

test('an officer gets a PIN that is shown once and kept only as a hash', async () => {
	await run('import', {}, 'palopo.json');
	expect(await run('officer add', { username: 'nurhayati', name: 'Nurhayati', agency: 'dinkes', counter: '12' })).toBe(
		DONE,
	);
	const pin = found(/PIN: (\d{6})\n/);
	const officer = inStore((store) => store.tables.select().from(officers).get());
	expect(officer).toMatchObject({
		username: 'nurhayati',
		role: 'officer',
		agencyId: 'dinkes',
		counter: 12,
		retiredAt: null,
	});
	expect(officer?.pinHash).not.toContain(pin);
	expect(await checkPin(pin, officer?.pinHash ?? '')).toBe(true);
	await run('officer add', { username: 'kepala', name: 'Kepala MPP', manager: true });
	await run('officer list');
	expect(printed.split('\n')).toEqual([
		expect.stringMatching(/^NAMA PENGGUNA +NAMA +PERAN +INSTANSI +LOKET +STATUS$/),
		expect.stringMatching(/^kepala +Kepala MPP +manajer +- +- +aktif$/),
		expect.stringMatching(/^nurhayati +Nurhayati +petugas +dinkes +12 +aktif$/),
		'',
	]);
});

test.each<[string, Typed, RegExp]>([
	[
		'a counter that is no number',
		{ username: 'baru', name: 'Baru', agency: 'dinkes', counter: '1a' },
		/bilangan bulat/,
	],
	['no agency', { username: 'baru', name: 'Baru' }, /--agency wajib/],
	['no username', { name: 'Baru', agency: 'dinkes' }, /--username wajib/],
	['a manager with an agency', { username: 'baru', name: 'Baru', manager: true, agency: 'dinkes' }, /untuk manajer/],
	['a manager with a counter', { username: 'baru', name: 'Baru', manager: true, counter: '12' }, /untuk manajer/],
])('what was typed for an officer is not understood: %s', async (_, typed, text) => {
	const refused = await refusal('officer add', typed);
	expect(refused.message).toMatch(text);
	expect(refused.usage).toBe(true);
});

test('a new PIN opens the lock and ends the sessions; a retired officer cannot be used again', async () => {
	await run('import', {}, 'palopo.json');
	await run('officer add', { username: 'nurhayati', name: 'Nurhayati', agency: 'dinkes', counter: '12' });
	const old = found(/PIN: (\d{6})\n/);
	inStore(({ tables }) => {
		tables
			.insert(sessions)
			.values({ tokenHash: 'x', officerId: 1 as OfficerId, createdAt: NOW, expiresAt: NOW + 1 })
			.run();
		tables.insert(pinTries).values({ username: 'nurhayati', device: 'd', tries: 5, since: NOW }).run();
		tables
			.insert(shifts)
			.values({ day: '2026-11-23' as Day, officerId: 1 as OfficerId, counter: 12 as CounterNumber, startedAt: NOW })
			.run();
	});
	await run('officer pin', { username: 'nurhayati' });
	const pin = found(/nurhayati: (\d{6})\n/);
	const hash = inStore(({ tables }) => {
		expect(tables.select().from(sessions).get()?.endedAt).toBe(NOW);
		expect(tables.select().from(pinTries).all()).toEqual([]);
		return tables.select().from(officers).get()?.pinHash ?? '';
	});
	expect(await checkPin(pin, hash)).toBe(true);
	expect(await checkPin(old, hash)).toBe(pin === old);

	expect((await refusal('officer retire', { username: 'nurhayati' })).message).toMatch(/masih masuk di loket 12/);
	inStore(({ tables }) =>
		tables
			.update(shifts)
			.set({ endedAt: NOW })
			.where(eq(shifts.counter, 12 as CounterNumber))
			.run(),
	);
	expect(await run('officer retire', { username: 'nurhayati' })).toBe(DONE);
	expect((await refusal('officer retire', { username: 'nurhayati' })).message).toMatch(/sudah dinonaktifkan/);
	expect((await refusal('officer pin', { username: 'siapa' })).message).toMatch(/tidak ada/);
	await run('officer list');
	expect(printed).toMatch(/nurhayati .* nonaktif\n/);
});

test('a screen gets a code for ten minutes, of which only the hash is kept', async () => {
	await run('import', {}, 'palopo.json');
	await run('device add', { role: 'board', name: 'TV Zona 2', zone: '2' });
	const code = found(/Kode pemasangan: ([BCDFGHJKLMNPQRSTVWXZ]{8})\n/);
	const device = inStore(({ tables }) => tables.select().from(devices).get());
	expect(device).toMatchObject({
		role: 'board',
		name: 'TV Zona 2',
		zone: 2,
		counter: null,
		tokenHash: null,
		codeHash: digest(code),
		codeUntil: NOW + 600_000,
	});
	await run('device add', { role: 'console', name: 'Meja 12', counter: '12' });
	await run('device add', { role: 'kiosk', name: 'Kios Pintu', inci: '21,5' });
	await run('device size', { id: '3', inci: '15.6' });
	inStore(({ tables }) =>
		tables
			.update(devices)
			.set({ tokenHash: 'x', codeHash: null, codeUntil: null })
			.where(eq(devices.name, 'Meja 12'))
			.run(),
	);
	await run('device revoke', { id: '3' });
	await run('device list', {}, undefined, NOW + 600_000);
	expect(printed.split('\n').slice(1)).toEqual([
		expect.stringMatching(/^1 +board +TV Zona 2 +2 +- +- +kode kedaluwarsa$/),
		expect.stringMatching(/^2 +console +Meja 12 +- +12 +- +terpasang$/),
		expect.stringMatching(/^3 +kiosk +Kios Pintu +- +- +15,6 +dicabut$/),
		'',
	]);
	await run('device list');
	expect(printed).toMatch(/TV Zona 2 .*menunggu kode/);
	expect(
		inStore(({ tables }) => tables.select().from(devices).where(eq(devices.name, 'Kios Pintu')).get()),
	).toMatchObject({ codeHash: null, revokedAt: NOW });
});

test.each<[string, string, Typed, RegExp, boolean]>([
	['a role that is none', 'device add', { role: 'tv', name: 'TV' }, /kiosk, board, console, atau agent/, true],
	['no name', 'device add', { role: 'board' }, /--name wajib/, true],
	['a zone that is not there', 'device add', { role: 'board', name: 'TV', zone: '9' }, /Zona 9 tidak ada/, false],
	['a kiosk of one zone', 'device add', { role: 'kiosk', name: 'Kios', zone: '1' }, /selain untuk board/, true],
	['a board of one counter', 'device add', { role: 'board', name: 'TV', counter: '1' }, /selain untuk console/, true],
	[
		'a counter that is not there',
		'device add',
		{ role: 'console', name: 'Meja', counter: '99' },
		/Loket 99 tidak ada/,
		false,
	],
	[
		'a board with a panel to touch',
		'device add',
		{ role: 'board', name: 'TV', inci: '43' },
		/selain untuk kiosk/,
		true,
	],
	['a panel of no size', 'device add', { role: 'kiosk', name: 'Kios', inci: 'besar' }, /7 sampai 100/, true],
	['measuring what is not there', 'device size', { id: '7', inci: '21.5' }, /Perangkat 7 tidak ada/, false],
	['revoking what is not there', 'device revoke', { id: '7' }, /Perangkat 7 tidak ada/, false],
])('a screen is refused: %s', async (_, name, typed, text, usage) => {
	await run('import', {}, 'palopo.json');
	const refused = await refusal(name, typed);
	expect(refused.message).toMatch(text);
	expect(refused.usage).toBe(usage);
	expect(inStore((store) => store.tables.select().from(devices).all())).toEqual([]);
});
