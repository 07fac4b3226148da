// Sentences of the board on a visitor's phone.

export const phone = {};
