import { zoneName } from '../marks/place-and-day.ts';

/** By which clock a day or time is meant, to be said beside its field; null where it is this browser's own. */
export const zoneNote = (timeZone: string): string | null =>
  timeZone === Intl.DateTimeFormat().resolvedOptions().timeZone ? null : `By the clock of ${zoneName({ timeZone })}`;
