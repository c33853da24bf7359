import { sayMinutes } from '#kernel/minutes.ts';
import type { TimeState } from '#shared/time.ts';

export const STATE_WORDS: Readonly<Record<TimeState, string>> = {
  open: 'Open',
  submitted: 'Submitted',
  approved: 'Approved',
  returned: 'Returned',
};
export const STATE_COLOURS: Readonly<Record<TimeState, string>> = {
  open: 'gray',
  submitted: 'blue',
  approved: 'teal',
  returned: 'orange',
};

/** What an entry is, for its buttons: "1h 30m on ACME-142". */
export const entryName = (minutes: number, ticketKey: string): string => `${sayMinutes(minutes)} on ${ticketKey}`;

/** The sentence for how much was handed in or decided. */
export const sumWords = ({ entries }: { entries: number }): string =>
  entries === 1 ? '1 entry' : `${entries} entries`;
