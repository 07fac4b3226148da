// Ids and instants: what names a thing in the hall, and what names a moment.
// Ids are branded so that a ticket's id cannot be handed where a visit's is wanted; the database gives them out.

declare const kind: unique symbol;
type Named<Value, Kind extends string> = Value & { readonly [kind]: Kind };

/** Chosen by whoever writes the hall file ("dpmptsp"); stable for ever, reports of past years are grouped by it. */
export type AgencyId = Named<string, 'agency'>;
/** Agency and prefix ("dpmptsp/A"): a series of numbers that moves to another agency is another queue. */
export type QueueId = Named<string, 'queue'>;
/** Chosen in the hall file ("skck-baru"). */
export type ServiceId = Named<string, 'service'>;
/** The number over the desk, unique in the hall: people say "loket 7", so the number is the id. */
export type CounterNumber = Named<number, 'counter'>;
export type ZoneNumber = Named<number, 'zone'>;
/** A room where visitors may wait out of sight of the boards ("laktasi"); chosen in the hall file. */
export type RoomId = Named<string, 'room'>;
export type MediaId = Named<number, 'media'>;
export type LeaseId = Named<number, 'lease'>;
export type OfficerId = Named<number, 'officer'>;
export type DeviceId = Named<number, 'device'>;
export type VisitId = Named<number, 'visit'>;
export type TicketId = Named<number, 'ticket'>;
export type PrinterId = Named<number, 'printer'>;
export type PrintJobId = Named<number, 'print job'>;

/** A journal id: grows by one with every change ever made here. The order of events is this, never the clock. */
export type Rev = Named<number, 'rev'>;
export const START = 0 as Rev;

/** UTC milliseconds since 1970. */
export type Instant = number;
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY_MS = 24 * HOUR;
