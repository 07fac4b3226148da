// What is left of engine.io-client's transports: none. connect.ts hands it the WebSocket; the others (long polling,
// WebTransport) would be fetched by every screen and never used. The build puts this in the place of its own table.

export const transports = {};
