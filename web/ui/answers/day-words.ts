import { readerStore } from '../marks/reader.ts';

/** A day such as 2027-01-31 in the reader's words. It belongs to no time zone. */
export const dayWords = (date: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString(readerStore.get().language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
