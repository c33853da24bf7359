/** Alerts: what one is, from what was heard of it; and what becomes of it. */
export { foldAlert, occurrencesOf } from './alert/fold.ts';
export { alertKey, type Device } from './alert/key.ts';
export { endedBy, joinOccurrences, occurrenceKey, occurrenceOf } from './alert/occurrence.ts';
export type { AlertState, Heard, Occurrence, Said } from './alert/types.ts';
