// Which word of a hall file is which column: each kind of thing in the hall once from its words to its columns, once back.
// Going back leaves out (undefined) what nobody needs to write because it is the default.

import { writeMinute } from '../../shared/day.ts';
import type { Agency, Queue, Zone } from '../../shared/hall.ts';
import type { AgencyId, CounterNumber, QueueId, ServiceId, ZoneNumber } from '../../shared/id.ts';
import type { services } from '../store/schema.ts';
import {
	type AgencyEntry,
	type CounterEntry,
	DAY_NAMES,
	type QueueEntry,
	type ServiceEntry,
	type ZoneEntry,
} from './format.ts';
import type { Words } from './json.ts';
import { minute } from './times.ts';
import { weekday } from './translate-hall.ts';

/** A queue is its agency and its prefix: a prefix that moves to another agency is another line. */
export const queueId = (agencyId: string, prefix: string): QueueId => `${agencyId}/${prefix}` as QueueId;
const prefixOf = (id: QueueId): string => id.slice(id.indexOf('/') + 1);

export const zoneColumns = (it: ZoneEntry): Zone => ({ number: it.nomor as ZoneNumber, name: it.nama });
export const zoneWords = (it: Zone): Words => ({ nomor: it.number, nama: it.name });

export type AgencyColumns = Omit<Agency, 'position'>;
export const agencyColumns = (it: AgencyEntry): AgencyColumns => ({
	id: it.id as AgencyId,
	shortName: it.singkatan,
	name: it.nama,
	kind: it.jenis,
	zone: it.zona as ZoneNumber,
	days: it.hariLayanan?.map(weekday) ?? null,
	dailyQuota: it.kuotaHarian ?? null,
	lastIntake: it.batasBerkas ? minute(it.batasBerkas) : null,
});
export const agencyWords = (it: AgencyColumns): Words => ({
	id: it.id,
	singkatan: it.shortName,
	nama: it.name,
	jenis: it.kind,
	zona: it.zone,
	hariLayanan: it.days?.map((day) => DAY_NAMES[day]),
	kuotaHarian: it.dailyQuota ?? undefined,
	batasBerkas: it.lastIntake === null ? undefined : writeMinute(it.lastIntake),
});

export const queueColumns = (it: QueueEntry, agencyId: AgencyId): Queue => ({
	id: queueId(agencyId, it.prefix),
	agencyId,
	prefix: it.prefix,
	name: it.nama,
});
export const queueWords = (it: Queue): Words => ({ prefix: it.prefix, nama: it.name });

export type ServiceColumns = Omit<typeof services.$inferSelect, 'position' | 'remarks' | 'retiredAt'>;
export const serviceColumns = (it: ServiceEntry, agencyId: AgencyId): ServiceColumns => ({
	id: it.id as ServiceId,
	agencyId,
	queueId: queueId(agencyId, it.antrean),
	name: it.nama,
	category: it.jenis === 'perizinan' ? 'permit' : 'non_permit',
	counterMinutes: it.waktuLoketMenit,
	completion: it.jangkaWaktuPenyelesaian
		? { value: it.jangkaWaktuPenyelesaian.nilai, unit: it.jangkaWaktuPenyelesaian.satuan }
		: null,
	requirements: it.persyaratan,
	feeAmount: it.biaya.nominal,
	feeText: it.biaya.teks,
	product: it.produk,
	procedure: it.prosedur ?? [],
	complaint: it.pengaduan ?? null,
	online: it.daring ?? null,
	keywords: it.kataKunci ?? [],
});
export const serviceWords = (it: ServiceColumns): Words => ({
	id: it.id,
	nama: it.name,
	jenis: it.category === 'permit' ? 'perizinan' : 'non_perizinan',
	antrean: prefixOf(it.queueId),
	waktuLoketMenit: it.counterMinutes,
	jangkaWaktuPenyelesaian: it.completion ? { nilai: it.completion.value, satuan: it.completion.unit } : null,
	persyaratan: it.requirements,
	biaya: { nominal: it.feeAmount, teks: it.feeText },
	produk: it.product,
	prosedur: it.procedure.length > 0 ? it.procedure : undefined,
	pengaduan: it.complaint ?? undefined,
	daring: it.online ?? undefined,
	kataKunci: it.keywords.length > 0 ? it.keywords : undefined,
});

export interface CounterColumns {
	readonly number: CounterNumber;
	readonly agencyId: AgencyId;
	readonly priority: boolean;
	readonly note: string | null;
	readonly queues: readonly QueueId[];
}
export const counterColumns = (it: CounterEntry, agencyId: AgencyId): CounterColumns => ({
	number: it.nomor as CounterNumber,
	agencyId,
	priority: it.prioritas ?? false,
	note: it.keterangan ?? null,
	queues: it.antrean.map((prefix) => queueId(agencyId, prefix)),
});
export const counterWords = (it: CounterColumns): Words => ({
	nomor: it.number,
	antreanUtama: it.queues[0] ? prefixOf(it.queues[0]) : undefined,
	antrean: it.queues.map(prefixOf),
	prioritas: it.priority,
	keterangan: it.note ?? undefined,
});
