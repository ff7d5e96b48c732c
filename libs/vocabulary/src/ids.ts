/** UUID in lower case, RFC 9562. */
export type Uuid = string;
/** Moment as ISO 8601 in UTC with milliseconds, e.g. `2016-03-01T20:30:00.000Z`. */
export type Instant = string;
/** Calendar day in Asia/Baku as `YYYY-MM-DD`. */
export type Day = string;
/** `identification@1`: machine id and version. */
export type MachineId = `${string}@${number}`;
