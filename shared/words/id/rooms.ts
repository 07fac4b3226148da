// Sentences of the kiosk for a visitor who waits out of sight of the boards. A section of their own: only halls with such
// rooms fetch them.

export const rooms = {
	question: 'Saya menunggu di:',
	hall: 'Aula',
	/** Once a room has been chosen. */
	chosen: (room: string): string => `Panggilan Anda juga tampil di layar ${room}.`,
};
