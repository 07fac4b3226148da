// What is allowed in a hall file but probably not meant: said as a warning, never in the way.

import { TIME_ZONES } from '../../shared/day.ts';
import { isPrefix, isRiskyPrefix } from '../../shared/number.ts';
import { isNeverHeard } from '../../shared/voice.ts';
import { DAY_NAMES, voiceEntry } from './format.ts';
import { type AgencyParts, list, minuteOf, type Parts, type Placed, type Remark, textOf } from './parts.ts';
import { warning } from './sentences.ts';
import { voiceSettings } from './translate-voice.ts';

export function warningsOf(parts: Parts): Remark[] {
	const { hall, weekly, agencies } = parts;
	const written = textOf(hall.singkatanWaktu);
	const right = Object.entries(TIME_ZONES).find(([name]) => name === hall.zonaWaktu)?.[1].short;
	return [
		...(written !== null && right !== undefined && written !== right
			? [{ path: 'aula.singkatanWaktu', text: warning.zoneName(written, right) }]
			: []),
		...voiceWarnings(hall.suara),
		...agencies.flatMap((agency) => [
			...agencyDayWarnings(agency, weekly),
			...queueWarnings(agency),
			...sameNames(agency.services),
		]),
	];
}

function voiceWarnings(written: unknown): Remark[] {
	const voice = voiceEntry.safeParse(written);
	if (!voice.success || !isNeverHeard(voiceSettings(voice.data))) return [];
	return [{ path: 'aula.suara', text: warning.neverHeard }];
}

function agencyDayWarnings(agency: AgencyParts, weekly: readonly Placed[]): Remark[] {
	const days = Array.isArray(agency.it.hariLayanan) ? agency.it.hariLayanan : weekly.map(({ it }) => it.hari);
	const intake = minuteOf(agency.it.batasBerkas);
	return days.flatMap((day, index): Remark[] => {
		if (!DAY_NAMES.some((name) => name === day)) return [];
		const open = weekly.find(({ it }) => it.hari === day);
		if (!open) return [{ path: `${agency.path}.hariLayanan[${index}]`, text: warning.closedDay(String(day)) }];
		const opens = minuteOf(open.it.buka);
		if (intake === null || opens === null || intake > opens) return [];
		return [{ path: `${agency.path}.batasBerkas`, text: warning.earlyIntake(String(day)) }];
	});
}

function queueWarnings({ path, it, queues, counters, services }: AgencyParts): Remark[] {
	const called = new Set(counters.flatMap((counter) => list(counter.it.antrean)));
	const used = new Set(services.map((service) => service.it.antrean));
	if (Array.isArray(it.antrean) && it.antrean.length === 0)
		return [{ path: `${path}.antrean`, text: warning.agencyWithoutQueue }];
	return queues.flatMap((queue) => {
		const prefix = textOf(queue.it.prefix);
		if (prefix === null) return [];
		return [
			...(isPrefix(prefix) && isRiskyPrefix(prefix)
				? [{ path: `${queue.path}.prefix`, text: warning.riskyPrefix(prefix) }]
				: []),
			...(called.has(prefix) ? [] : [{ path: queue.path, text: warning.queueWithoutCounter(prefix) }]),
			...(used.has(prefix) ? [] : [{ path: queue.path, text: warning.queueWithoutService(prefix) }]),
		];
	});
}

function sameNames(services: readonly Placed[]): Remark[] {
	const first = new Map<string, string>();
	return services.flatMap(({ path, it }) => {
		const name = textOf(it.nama);
		if (name === null) return [];
		const before = first.get(name.trim().toLowerCase());
		if (before !== undefined) return [{ path: `${path}.nama`, text: warning.sameName(name, before) }];
		first.set(name.trim().toLowerCase(), path);
		return [];
	});
}
