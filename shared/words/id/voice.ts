// Sentences of the page on which a hall records its own voice and says how calls are spoken.

export const voice = {};
