// Sentences of the page on which the manager lays out boards and says what they show and announce.

export const boards = {};
