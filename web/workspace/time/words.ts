import { sayMinutes } from '#kernel/minutes.ts';
import type { HandedIn, TimeState } from '#shared/time.ts';

export const STATE_WORDS: Readonly<Record<TimeState, string>> = {
  open: 'Open',
  submitted: 'Submitted',
  approved: 'Approved',
  returned: 'Returned',
};
export const STATE_COLOURS: Readonly<Record<TimeState, string>> = {
  open: 'gray',
  submitted: 'blue',
  approved: 'green',
  returned: 'yellow',
};

/** What an entry is, for its buttons: "1h 30m on ACME-142". */
export const entryName = (minutes: number, ticketKey: string): string => `${sayMinutes(minutes)} on ${ticketKey}`;

/** The sentence for how much was handed in or decided. */
export const sumWords = ({ entries }: { entries: number }): string =>
  entries === 1 ? '1 entry' : `${entries} entries`;

/** What was handed in: "3 entries (2h 15m) and 1 expense". */
export function handedWords({ entries, minutes, expenses }: HandedIn): string {
  const time = entries === 0 ? [] : [`${sumWords({ entries })} (${sayMinutes(minutes)})`];
  return [...time, ...(expenses === 0 ? [] : [expenses === 1 ? '1 expense' : `${expenses} expenses`])].join(' and ');
}

/** What stayed behind: "; 1 expense still needs its receipt". */
export const behindWords = ({ withoutReceipt }: HandedIn): string =>
  withoutReceipt === 0
    ? ''
    : withoutReceipt === 1
      ? '; 1 expense still needs its receipt'
      : `; ${withoutReceipt} expenses still need their receipts`;
