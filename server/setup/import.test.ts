import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '../../shared/day.ts';
import type {
	AgencyId,
	CounterNumber,
	Instant,
	OfficerId,
	QueueId,
	ServiceId,
	TicketId,
	VisitId,
} from '../../shared/id.ts';
import { readCatalogue } from '../store/catalogue.ts';
import { openCommits } from '../store/commit.ts';
import { openInMemory, type Store } from '../store/open.ts';
import {
	counterQueues,
	counters,
	journal,
	officers,
	queues,
	services,
	settings,
	shifts,
	tickets,
	visits,
} from '../store/schema.ts';
import { exportHall, exportText } from './export.ts';
import type { AgencyEntry, HallFile } from './format.ts';
import { changesNothing, importHall, NO_CHANGES, planImport } from './import.ts';
import { SAMPLE_TEXT, sample, sampleWith } from './sample.fixture.ts';

const MORNING = Date.parse('2026-11-23T08:00:00+08:00');
const LATER = MORNING + 3_600_000;

function palopo(): Store {
	const store = openInMemory();
	importHall(store, SAMPLE_TEXT, MORNING);
	return store;
}
const rowsOf = (store: Store): unknown =>
	['settings', 'zones', 'agencies', 'queues', 'services', 'counters', 'counter_queues', 'journal'].map((table) =>
		store.sqlite.prepare(`select * from ${table} order by 1, 2`).all(),
	);
const counts = (store: Store): readonly number[] =>
	[...'zones agencies queues services counters'.split(' ')].map((table) =>
		Number(store.sqlite.prepare(`select count(*) from ${table} where retired_at is null`).pluck().get()),
	);
const agencyOf = (file: HallFile, id: string): AgencyEntry => {
	const agency = file.instansi.find((it) => it.id === id);
	if (!agency) throw new Error(`no ${id}`);
	return agency;
};

test('the hall of Palopo stands after one import', () => {
	const store = openInMemory();
	const { faults, warnings, changes } = importHall(store, SAMPLE_TEXT, MORNING);
	expect({ faults, warnings }).toEqual({ faults: [], warnings: [] });
	expect(counts(store)).toEqual([4, 20, 22, 57, 32]);
	expect(changes.counters.added).toHaveLength(32);
	const catalogue = readCatalogue(store.tables);
	expect(catalogue?.settings).toMatchObject({
		name: 'Mal Pelayanan Publik Kota Palopo',
		timeZone: 'Asia/Makassar',
		demo: false,
		cutoffMinutes: 30,
		numberDigits: 3,
		needsPresence: false,
	});
	expect(catalogue?.settings.weekly[4]).toEqual({
		weekday: 5,
		opens: 480,
		closes: 990,
		breaks: [{ from: 705, to: 795, reason: 'Jeda Istirahat Salat Jumat' }],
	});
	expect(catalogue?.settings.headStarts).toMatchObject({ elderly: 1_800_000, continuing: 600_000 });
	expect(catalogue?.agency('imigrasi' as AgencyId)).toMatchObject({ days: [2, 4], dailyQuota: 20, lastIntake: 720 });
	expect(catalogue?.counter(7 as CounterNumber)?.queues).toEqual(['disdukcapil/D', 'disdukcapil/C']);
	expect(catalogue?.service('nib' as ServiceId)).toMatchObject({
		category: 'permit',
		counterMinutes: 20,
		queueId: 'dpmptsp/A',
		fee: { amount: 0, text: 'Gratis' },
		completion: { value: 1, unit: 'hari_kerja' },
	});
	expect(catalogue?.agencies.map((it) => it.id)).toEqual(sample().instansi.map((it) => it.id));
	expect(store.tables.select().from(journal).all()).toMatchObject([
		{ kind: 'hall_changed', at: MORNING, day: '2026-11-23', officerId: null },
	]);
});

test('what the file may say beyond the sample is understood', () => {
	const store = openInMemory();
	const pause = { mulai: '12:00', selesai: '13:00' };
	importHall(
		store,
		sampleWith({
			'aula.contoh': true,
			'aula.teksBerjalan': 'Selamat datang',
			'aula.pengaduan': 'Loket 32',
			'aula.perluPetugas': true,
			'aula.papan': {
				maklumat: 'Janji',
				ruangTunggu: [{ id: 'laktasi', nama: 'Ruang laktasi', lantai: 2 }],
				pengumuman: [{ id: 'salat', jenis: 'salat', pukul: ['12:00'] }],
			},
			'aula.majuMenit': { LANSIA: 45, LANJUTAN: 0 },
			'aula.toleransiTerlambatMenit': 5,
			'aula.formatNomor.pola': '{prefix}-{nomor:04d}',
			'aula.jadwal.libur': [{ tanggal: '2026-12-25', nama: 'Natal' }],
			'aula.jadwal.bukaKhusus': [
				{ tanggal: '2026-12-26', buka: '08:00', tutup: '24:00', alasan: 'Pekan layanan', jeda: [pause] },
			],
			'aula.jadwal.mingguan[4].jeda': [{ mulai: '15:00', selesai: '15:15', alasan: 'Asar' }],
		}),
		MORNING,
	);
	const hall = store.tables.select().from(settings).get()?.hall;
	expect(hall).toMatchObject({
		demo: true,
		runningText: 'Selamat datang',
		board: { pledge: 'Janji', rooms: [{ id: 'laktasi' }], notices: [{ id: 'salat', kind: 'prayer' }] },
		complaintLine: 'Loket 32',
		needsPresence: true,
		lateGraceMs: 300_000,
		numberDigits: 4,
		holidays: [{ day: '2026-12-25', name: 'Natal' }],
		specials: [
			{
				day: '2026-12-26',
				opens: 480,
				closes: 1440,
				reason: 'Pekan layanan',
				breaks: [{ from: 720, to: 780, reason: 'Istirahat' }],
			},
		],
	});
	expect(hall?.headStarts).toMatchObject({ elderly: 2_700_000, pregnant: 1_800_000, continuing: 0 });
	expect(hall?.weekly[4]?.breaks.map((it) => it.reason)).toEqual(['Jeda Istirahat Salat Jumat', 'Asar']);
});

test('an export is the very text that was imported', () => {
	expect(exportText(palopo())).toBe(SAMPLE_TEXT);
	expect(exportHall(palopo())).toEqual(sample());
	expect(exportText(openInMemory())).toBeNull();
});

test('an export that comes back changes nothing, not even the journal', () => {
	const store = palopo();
	const before = rowsOf(store);
	for (const again of [SAMPLE_TEXT, exportText(store) ?? '', exportHall(store) ?? {}, `\uFEFF${SAMPLE_TEXT}`])
		expect(importHall(store, again, LATER)).toEqual({ faults: [], warnings: [], changes: NO_CHANGES });
	expect(rowsOf(store)).toEqual(before);
});

test('with a fault nothing is written, neither into an empty hall nor into a standing one', () => {
	const faulty = sampleWith({ 'instansi[3].nama': 'Dinkes Baru', 'instansi[19].loket[1].nomor': 1 });
	for (const store of [openInMemory(), palopo()]) {
		const before = rowsOf(store);
		const { faults, changes } = importHall(store, faulty, LATER);
		expect(faults.map((it) => it.path)).toEqual(['instansi[19].loket[1].nomor']);
		expect(changes).toEqual(NO_CHANGES);
		expect(rowsOf(store)).toEqual(before);
	}
});

test('a text that is no JSON is refused with line and column', () => {
	const broken = SAMPLE_TEXT.replace('"instansi": [', '"instansi": [,');
	const line = broken.slice(0, broken.indexOf('[,')).split('\n').length;
	const { faults } = importHall(openInMemory(), broken, MORNING);
	expect(faults).toEqual([{ path: '(berkas)', text: expect.stringContaining(`baris ${line}, kolom 15`) }]);
	expect(importHall(openInMemory(), SAMPLE_TEXT.slice(0, -1), MORNING).faults).toHaveLength(1);
	expect(importHall(openInMemory(), '', MORNING).faults).toHaveLength(1);
});

test('a changed file updates by id and says what it did', () => {
	const store = palopo();
	const file = sampleWith({
		'aula.nama': 'MPP Palopo',
		'instansi[3].nama': 'Dinas Kesehatan Kota',
		'instansi[11].kuotaHarian': 30,
		'instansi[0].loket[0].antrean': ['B', 'A'],
		'instansi[0].loket[0].antreanUtama': 'B',
		'aula.zona[0].nama': 'Zona Satu',
		'instansi[1].antrean[0].nama': 'KTP-el dan KIA',
		'instansi[9].layanan[0].biaya': { nominal: 40_000, teks: 'Rp40.000' },
		'instansi[9].catatan': 'hanya keterangan',
	});
	const { changes } = importHall(store, file, LATER);
	const none = { added: [], retired: [] };
	expect(changes).toEqual({
		hall: { ...none, changed: [1] },
		zones: { ...none, changed: [1] },
		agencies: { ...none, changed: ['dinkes', 'polres', 'imigrasi'] },
		queues: { ...none, changed: ['disdukcapil/C'] },
		services: { ...none, changed: ['skck-baru'] },
		counters: { ...none, changed: [1] },
	});
	expect(exportHall(store)).toEqual(file);
	expect(readCatalogue(store.tables)?.counter(1 as CounterNumber)?.queues).toEqual(['dpmptsp/B', 'dpmptsp/A']);
	expect(store.tables.select().from(journal).all()).toHaveLength(2);
});

test('what is gone is retired and stays in the tables; what comes back is opened again', () => {
	const store = palopo();
	const without = sample();
	without.instansi = without.instansi.filter((it) => it.id !== 'samsat');
	agencyOf(without, 'disdukcapil').loket.pop();
	agencyOf(without, 'dinkes').layanan.pop();
	const { changes } = importHall(store, without, LATER);
	expect(changes).toEqual({
		...NO_CHANGES,
		agencies: { added: [], changed: [], retired: ['samsat'] },
		queues: { added: [], changed: [], retired: ['samsat/N'] },
		services: { added: [], changed: [], retired: ['pirt', 'pkb-tahunan', 'stnk-5th'] },
		counters: { added: [], changed: [], retired: [9, 20, 21] },
	});
	expect(store.tables.select().from(services).all()).toHaveLength(57);
	expect(
		store.tables
			.select()
			.from(counters)
			.where(eq(counters.number, 9 as CounterNumber))
			.get()?.retiredAt,
	).toBe(LATER);
	expect(exportHall(store)).toEqual(without);

	const back = importHall(store, SAMPLE_TEXT, LATER + 1).changes;
	expect(back.counters).toEqual({ added: [9, 20, 21], changed: [], retired: [] });
	expect(back.agencies.added).toEqual(['samsat']);
	expect(exportText(store)).toBe(SAMPLE_TEXT);
	expect(counts(store)).toEqual([4, 20, 22, 57, 32]);
});

test('a prefix, a counter and a service may move to another agency in one import', () => {
	const store = palopo();
	const file = sample();
	const [from, to] = [agencyOf(file, 'dinkes'), agencyOf(file, 'dinsos')];
	to.antrean.push(...from.antrean.splice(0));
	to.loket.push(...from.loket.splice(0));
	to.layanan.push(...from.layanan.splice(0));
	const { faults, changes } = importHall(store, file, LATER);
	expect(faults).toEqual([]);
	expect(changes.queues).toEqual({ added: ['dinsos/F'], changed: [], retired: ['dinkes/F'] });
	expect(changes.counters.changed).toEqual([12]);
	expect(changes.services.changed).toEqual(['rekom-sip', 'pirt']);
	expect(exportHall(store)).toEqual(file);
	expect(importHall(store, SAMPLE_TEXT, LATER).faults).toEqual([]);
	expect(exportText(store)).toBe(SAMPLE_TEXT);
});

test('another order of agencies, counters and zones is a change and comes out as it went in', () => {
	const store = palopo();
	const file = sample();
	file.instansi.reverse();
	file.aula.zona.reverse();
	agencyOf(file, 'disdukcapil').loket.reverse();
	const { changes } = importHall(store, file, LATER);
	expect(changes.counters.changed).toEqual([9, 8, 6, 5]);
	expect(changes.agencies.changed).toHaveLength(20);
	expect(exportText(store)).toBe(JSON.stringify(file, null, 1));
	expect(readCatalogue(store.tables)?.agencies[0]?.id).toBe('mpp');
});

test('a setting that was changed in the program wins over the words of the file, remarks and order stay', () => {
	const store = palopo();
	const row = store.tables.select().from(settings).get();
	if (!row) throw new Error('no hall');
	const hall = {
		...row.hall,
		cutoffMinutes: 45,
		runningText: 'Hari ini tutup lebih awal',
		board: { ...row.hall.board, night: 'dim' as const, facilities: ['Kursi roda'] },
		holidays: [{ day: '2026-12-25' as Day, name: 'Natal' }],
	};
	store.tables.update(settings).set({ hall }).run();
	store.tables
		.update(services)
		.set({ feeAmount: 5000, feeText: 'Rp5.000' })
		.where(eq(services.id, 'nib' as ServiceId))
		.run();
	const file = sampleWith({
		'aula.jadwal.cutoffMenit': 45,
		'aula.jadwal.libur': [{ tanggal: '2026-12-25', nama: 'Natal' }],
		'aula.teksBerjalan': 'Hari ini tutup lebih awal',
		'aula.papan': { fasilitas: ['Kursi roda'], malam: 'redup' },
		'instansi[0].layanan[0].biaya': { nominal: 5000, teks: 'Rp5.000' },
	});
	expect(exportHall(store)).toEqual(file);
	expect(importHall(store, exportText(store) ?? '', LATER).changes).toEqual(NO_CHANGES);
});

test('rows that no file ever named are exported too', () => {
	const store = palopo();
	store.tables
		.insert(queues)
		.values({
			id: 'dinkes/FB' as QueueId,
			agencyId: 'dinkes' as AgencyId,
			prefix: 'FB',
			name: 'Apotek',
			position: 999,
			remarks: {},
		})
		.run();
	expect(agencyOf(exportHall(store) as HallFile, 'dinkes').antrean[1]).toEqual({ prefix: 'FB', nama: 'Apotek' });
});

/** Somebody waits in queue F of Dinkes, and its officer is at counter 12. */
function withVisitor(store: Store): void {
	const { tables } = store;
	const day = '2026-11-23' as Day;
	tables
		.insert(officers)
		.values({
			id: 1 as OfficerId,
			username: 'dinkes12',
			name: 'Nurhayati',
			role: 'officer',
			agencyId: 'dinkes' as AgencyId,
			counter: 12 as CounterNumber,
			pinHash: '-',
		})
		.run();
	tables
		.insert(shifts)
		.values({ day, officerId: 1 as OfficerId, counter: 12 as CounterNumber, startedAt: MORNING })
		.run();
	tables
		.insert(visits)
		.values({ id: 1 as VisitId, day, number: 'F-001', token: 't', requestId: 'r', createdAt: MORNING })
		.run();
	store.sqlite
		.prepare(
			`insert into tickets (visit_id, day, number, agency_id, queue_id, service_id, head_start_ms, state, issued_at, joined_at, calls, parked_ms, desk_ms, rev)
			 values (1, ?, 'F-001', 'dinkes', 'dinkes/F', 'pirt', 0, 'waiting', ?, ?, 0, 0, 0, 1)`,
		)
		.run(day, MORNING, MORNING);
}

test('closing a line with people in it is allowed and warned of, and its counter still serves them', () => {
	const store = palopo();
	withVisitor(store);
	const file = sample();
	const dinkes = agencyOf(file, 'dinkes');
	dinkes.antrean = [{ prefix: 'FA', nama: 'Kesehatan' }];
	dinkes.loket = [{ nomor: 12, antrean: ['FA'] }];
	dinkes.layanan = dinkes.layanan.slice(0, 1).map((it) => ({ ...it, antrean: 'FA' }));
	const { warnings, changes } = importHall(store, file, LATER);
	expect(warnings.map((it) => it.text)).toEqual([
		expect.stringMatching(/Antrean dinkes\/F ditutup.*1 nomor/),
		expect.stringMatching(/Layanan pirt ditutup.*1 nomor/),
	]);
	expect(changes.queues).toEqual({ added: ['dinkes/FA'], changed: [], retired: ['dinkes/F'] });
	const helps = () =>
		store.tables
			.select()
			.from(counterQueues)
			.where(eq(counterQueues.counter, 12 as CounterNumber))
			.orderBy(counterQueues.position)
			.all()
			.map((it) => it.queueId);
	expect(helps()).toEqual(['dinkes/FA', 'dinkes/F']);
	expect(exportHall(store)).toEqual(file);

	store.tables
		.update(tickets)
		.set({ state: 'closed', outcome: 'served', closedAt: LATER })
		.where(eq(tickets.id, 1 as TicketId))
		.run();
	dinkes.nama = 'Dinas Kesehatan Kota';
	importHall(store, file, LATER);
	expect(helps()).toEqual(['dinkes/FA']);
});

test('closing a counter or an agency names the officers and screens that are there', () => {
	const store = palopo();
	withVisitor(store);
	store.sqlite
		.prepare("insert into devices (role, name, counter, created_at) values ('console', 'Meja 12', 12, 0)")
		.run();
	store.sqlite.prepare("insert into devices (role, name, zone, created_at) values ('board', 'TV Zona 4', 4, 0)").run();
	const file = sample();
	agencyOf(file, 'dinkes').loket = [];
	const texts = (changed: HallFile) => planImport(store, changed).warnings.map((it) => it.text);
	expect(texts(file)).toEqual([
		expect.stringMatching(/Tidak ada loket/),
		expect.stringMatching(/Loket 12 ditutup, padahal petugasnya masih masuk/),
		expect.stringMatching(/Loket 12 .*dinkes12/),
		expect.stringMatching(/Loket 12 .*Meja 12/),
	]);
	file.instansi = file.instansi.filter((it) => it.zona !== 4 && it.id !== 'dinkes');
	file.aula.zona.pop();
	expect(texts(file)).toEqual(
		expect.arrayContaining([
			expect.stringMatching(/Instansi dinkes .*dinkes12/),
			expect.stringMatching(/Zona 4 .*TV Zona 4/),
		]),
	);
	expect(texts(sampleWith({ 'aula.zonaWaktu': 'Asia/Jayapura', 'aula.singkatanWaktu': 'WIT' }))).toEqual([
		expect.stringMatching(/Zona waktu berubah/),
	]);
});

test('an import is a verb like any other: it runs in a commit and is undone with it', async () => {
	const store = openInMemory();
	const commits = openCommits(store, () => MORNING as Instant);
	const revs: number[] = [];
	commits.onCommit((rev) => revs.push(rev));
	const { changes } = await commits.run((at) => importHall(store, SAMPLE_TEXT, at));
	expect(changes.agencies.added).toHaveLength(20);
	expect(revs).toEqual([1]);
	const before = rowsOf(store);
	const failing = commits.run((at) => {
		importHall(store, sampleWith({ 'aula.nama': 'Bukan MPP' }), at);
		throw new Error('something after it went wrong');
	});
	await expect(failing).rejects.toThrow('something after it went wrong');
	expect(rowsOf(store)).toEqual(before);
});

test('keys that look like numbers, escapes and odd names keep their place', () => {
	const store = openInMemory();
	const text = JSON.stringify({ ...sample(), catatan: 'X' }, null, 1).replace(
		'"catatan": "X"',
		'"catatan": {\n  "b": 1,\n  "10": "\\"9\\": ",\n  "#2": 2,\n  "2": 3,\n  "__proto__": {\n   "0": 4\n  },\n  "a\\\\": 5\n }',
	);
	importHall(store, text, MORNING);
	const remarks = (it: string) => it.slice(it.indexOf(' "catatan": {\n  "b"'));
	expect(remarks(exportText(store) ?? '')).toBe(remarks(text));
});

// One small change anywhere in the file, of the kinds that hands and programs make.
type Holder = Record<string, unknown> | unknown[];
const isHolder = (it: unknown): it is Holder => typeof it === 'object' && it !== null;
const holders = (it: unknown): Holder[] => (isHolder(it) ? [it, ...Object.values(it).flatMap(holders)] : []);
const mutation = fc.record({
	place: fc.nat(),
	entry: fc.nat(),
	kind: fc.constantFrom('drop', 'replace', 'double', 'swap', 'copy'),
	value: fc.oneof(
		fc.jsonValue({ maxDepth: 2 }),
		fc.constantFrom(
			'A',
			'AB',
			'Z9',
			'nib',
			'dinkes',
			'08:00',
			'24:00',
			'',
			-0,
			0,
			1,
			12,
			1.5,
			null,
			true,
			'\ud800',
			[],
		),
	),
});
function mutate(
	file: unknown,
	{ place, entry, kind, value }: typeof mutation extends fc.Arbitrary<infer It> ? It : never,
): void {
	const all = holders(file);
	const holder = all[place % all.length];
	if (!holder) return;
	const keys = Object.keys(holder);
	const key = keys[entry % Math.max(1, keys.length)] ?? 'baru';
	const it = holder as Record<string, unknown>;
	if (kind === 'replace') it[key] = value;
	else if (kind === 'copy') it[`${key}2`] = it[key];
	else if (Array.isArray(holder)) {
		const index = Number(key);
		if (kind === 'drop') holder.splice(index, 1);
		else if (kind === 'double') holder.push(structuredClone(holder[index]));
		else holder.push(...holder.splice(index, 1));
	} else if (kind === 'drop') delete it[key];
	else it[`${key}Lain`] = value;
}

test('whatever is changed in the file, it is refused with a place or stands and comes out as it went in', () => {
	let imported = 0;
	let refused = 0;
	fc.assert(
		fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
			const file: unknown = sample();
			for (const it of mutations) mutate(file, it);
			const store = openInMemory();
			const text = JSON.stringify(file);
			const { faults } = importHall(store, text, MORNING);
			if (faults.length > 0) {
				refused += 1;
				for (const it of faults) expect([typeof it.path, it.text.length > 0]).toEqual(['string', true]);
				expect(exportText(store)).toBeNull();
				return;
			}
			imported += 1;
			expect(exportHall(store)).toEqual(JSON.parse(text));
			expect(changesNothing(importHall(store, exportText(store) ?? '', LATER).changes)).toBe(true);
			// From there back to the sample, over whatever was added, moved and closed.
			expect(importHall(store, SAMPLE_TEXT, LATER).faults).toEqual([]);
			expect(exportHall(store)).toEqual(sample());
		}),
		{ numRuns: 25 },
	);
	expect(Math.min(imported, refused)).toBeGreaterThan(1);
}, 180_000);
