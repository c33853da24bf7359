/** What a line of a contract is. */
export const LINE_KINDS = ['fixed', 'all_inclusive', 'time', 'block_hours', 'block_money'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export const LINE_KIND_WORDS: Readonly<Record<LineKind, { name: string; help: string }>> = {
  fixed: { name: 'Fixed or per unit', help: 'So many at a price each for a month, whatever is worked.' },
  all_inclusive: {
    name: 'All-inclusive',
    help: 'So many at a price each for a month; the work that it takes in costs nothing more.',
  },
  time: { name: 'Time and materials', help: 'The work that it takes in is charged by the rates.' },
  block_hours: {
    name: 'Block of hours',
    help: 'Hours that are paid ahead each month. What goes beyond them is charged by the rates.',
  },
  block_money: {
    name: 'Block of money',
    help: 'Money that is paid ahead each month, off which work comes at its rates.',
  },
};

export const CONTRACT_STATES = ['draft', 'sent', 'signed', 'active', 'ended'] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];
export const CONTRACT_STATE_WORDS: Readonly<Record<ContractState, string>> = {
  draft: 'Draft',
  sent: 'Sent for signature',
  signed: 'Signed, not active yet',
  active: 'Active',
  ended: 'Ended',
};

/** Whether it holds or has held: until then nothing is billed by it. */
export const hasHeld = (state: ContractState): boolean => state === 'active' || state === 'ended';

export const WORK_HOURS = ['in_hours', 'after_hours', 'holiday'] as const;
export type WorkHours = (typeof WORK_HOURS)[number];
export const WORK_HOURS_WORDS: Readonly<Record<WorkHours, string>> = {
  in_hours: 'In the hours of service',
  after_hours: 'Outside the hours of service',
  holiday: 'On public holidays',
};
