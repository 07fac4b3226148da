// A hall's slip as the manager edits it, and a picture that stands for the one the server makes. For the gallery and tests.

import { DEFAULT_LAYOUT, type SlipLayout } from '../../shared/slip.ts';
import type { ProfileChoice } from '../manager/api.ts';

export const PROFILES: readonly ProfileChoice[] = [
	{ id: 'epson-tm-t82', label: 'Epson TM-T82', paper: 80 },
	{ id: 'generic-58', label: 'Tidak dikenal, 58 mm', paper: 58 },
];

export const LAYOUT: SlipLayout = {
	...DEFAULT_LAYOUT,
	blocks: ['hall', 'number', 'places', 'requirements', 'qr', 'wifi', 'time', 'complaint'],
	wifi: { name: 'MPP-Tamu', password: 'selamatdatang' },
	note: 'Parkir gratis dengan menunjukkan karcis ini.',
};
export const WRONG: SlipLayout = { ...LAYOUT, wifi: { name: 'MPP-Tamu', password: 'pendek' } };

export const PICTURE = `data:image/svg+xml,${encodeURIComponent(
	'<svg xmlns="http://www.w3.org/2000/svg" width="639" height="900"><rect width="639" height="900" fill="white"/><text x="288" y="90" font-size="36" text-anchor="middle">MAL PELAYANAN PUBLIK</text><text x="288" y="330" font-size="180" font-weight="bold" text-anchor="middle">A-012</text><rect x="188" y="520" width="200" height="200"/></svg>',
)}`;
