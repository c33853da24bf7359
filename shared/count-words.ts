/** By what something billable is counted. */
export const COUNT_SOURCES = ['people', 'items', 'vendor'] as const;
export type CountSource = (typeof COUNT_SOURCES)[number];

/** Where a line stands whose quantity is counted. */
export const VARIANCE_STATES = ['open', 'set_aside', 'kept', 'accepted', 'agrees', 'waiting'] as const;
export type VarianceState = (typeof VARIANCE_STATES)[number];
export const VARIANCE_STATE_WORDS: Readonly<Record<VarianceState, { name: string; help: string }>> = {
  open: { name: 'To decide', help: 'What was counted differs from the contract.' },
  set_aside: { name: 'Set aside', help: 'It comes back on the day that was said.' },
  kept: { name: 'Kept', help: 'The difference is meant, until it is another one.' },
  accepted: { name: 'Accepted', help: 'The contract follows on the day that was said.' },
  agrees: { name: 'Agrees', help: 'As many were counted as the contract has.' },
  waiting: { name: 'Not counted', help: 'Nothing was counted since the quantity was agreed.' },
};

export const DECISION_KINDS = ['accept', 'set_aside', 'keep'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

export const VENDOR_NAME_KINDS = ['client', 'product'] as const;
export type VendorNameKind = (typeof VENDOR_NAME_KINDS)[number];
