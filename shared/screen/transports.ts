export const transports = {};
