// What the address of this screen asks for: ?zone=2 for the board of one zone, nothing for the whole hall.

export type Asked = { readonly ok: true; readonly zone: number | null } | { readonly ok: false };

export function readAddress(search: string): Asked {
	const zone = new URLSearchParams(search).get('zone');
	if (zone === null) return { ok: true, zone: null };
	return /^[1-9]\d{0,2}$/.test(zone) ? { ok: true, zone: Number(zone) } : { ok: false };
}
