// Secrets that only their holder knows, and the digest by which the hall recognises them. Nothing secret is stored:
// tokens are long enough that a plain SHA-256 cannot be searched; a pairing code is short, so it lives ten minutes, once.

import { createHash, randomBytes, randomInt } from 'node:crypto';

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** 256 bits for a cookie of a device or an officer. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** 128 bits, 22 characters: the address of a ticket, short enough for the QR code of a slip. */
export const newTicketToken = (): string => randomBytes(16).toString('base64url');

/** No vowels, so that no word comes out; no digits, so that nothing is mistaken for a letter. */
const CODE_LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const CODE_LENGTH = 8;

/** What a person types to make a browser a screen of this hall. */
export const newPairingCode = (): string =>
	Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS.charAt(randomInt(CODE_LETTERS.length))).join('');
