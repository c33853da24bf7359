import { readerStore } from '../marks/reader.ts';

/** A day such as 2027-01-31 in the reader's words. It belongs to no time zone. */
export const dayWords = (date: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString(readerStore.get().language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });

const DAY = /^\d{4}-\d\d-\d\d$/;

/** An answer as it is read: a day in words, anything else as it was given. */
export const answerWords = (value: string): string => (DAY.test(value) ? dayWords(value) : value);
