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

/** What was handed in or taken back, and what stayed behind: "3 entries and 1 expense submitted: 2h 15m". */
export function handedWords({ entries, minutes, expenses, withoutReceipt }: HandedIn, what: string): string {
  const spent = expenses === 1 ? '1 expense' : `${expenses} expenses`;
  const all = [...(entries === 0 ? [] : [sumWords({ entries })]), ...(expenses === 0 ? [] : [spent])].join(' and ');
  const behind =
    withoutReceipt === 1 ? '1 expense still needs its receipt' : `${withoutReceipt} expenses need receipts`;
  return `${all} ${what}${entries === 0 ? '' : `: ${sayMinutes(minutes)}`}${withoutReceipt === 0 ? '' : `; ${behind}`}`;
}
