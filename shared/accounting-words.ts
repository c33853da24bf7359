/** How the connection to the program that keeps the books stands. */
export const LINK_STATES = ['new', 'choosing', 'on', 'paused', 'refused'] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** Where an invoice or credit is on its way to the books. */
export const BOOKED_STATES = ['waiting', 'sending', 'draft', 'sent', 'failed'] as const;
export type BookedState = (typeof BOOKED_STATES)[number];
export const BOOKED_WORDS: Readonly<Record<BookedState, string>> = {
  waiting: 'Waits to be sent',
  sending: 'Being sent',
  draft: 'There as a draft',
  sent: 'In Xero',
  failed: 'Not taken',
};

/** Why one was not taken. `mapping`: something has no name there yet. `taken`: its number stands there for something else. */
export const BOOKED_FAULTS = ['mapping', 'refused', 'difference', 'taken'] as const;
export type BookedFault = (typeof BOOKED_FAULTS)[number];

/** What accounts are told apart by; `default` is for what has none of its own. */
export const ACCOUNT_KEYS = ['default', 'contract', 'time', 'charge'] as const;
export type AccountKey = (typeof ACCOUNT_KEYS)[number];
export const ACCOUNT_WORDS: Readonly<Record<AccountKey, string>> = {
  default: 'Everything else',
  contract: 'What contracts bill each month',
  time: 'Work',
  charge: 'Charges',
};
