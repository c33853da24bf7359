export const PROJECT_STATES = ['draft', 'active', 'on_hold', 'done', 'cancelled'] as const;
export type ProjectState = (typeof PROJECT_STATES)[number];
export const PROJECT_STATE_WORDS: Readonly<Record<ProjectState, string>> = {
  draft: 'Draft',
  active: 'Active',
  on_hold: 'On hold',
  done: 'Done',
  cancelled: 'Cancelled',
};
/** Where a project may go from each state. */
export const PROJECT_MOVES: Readonly<Record<ProjectState, readonly ProjectState[]>> = {
  draft: ['active', 'cancelled'],
  active: ['on_hold', 'done', 'cancelled'],
  on_hold: ['active', 'done', 'cancelled'],
  done: ['active'],
  cancelled: [],
};

/** How a project is charged. */
export const CHARGED = ['time', 'fixed'] as const;
export type Charged = (typeof CHARGED)[number];
export const CHARGED_WORDS: Readonly<Record<Charged, { name: string; help: string }>> = {
  time: {
    name: 'Time and materials',
    help: 'What is worked is charged by the rates. Milestones may charge more besides.',
  },
  fixed: {
    name: 'Fixed price',
    help: 'What is worked is in the price, which milestones charge once they are reached.',
  },
};

/** How work stands to the client's bill. */
export const WORTH_KINDS = ['billed', 'unbilled', 'covered', 'unbillable', 'unrated'] as const;
export type WorthKind = (typeof WORTH_KINDS)[number];
export const WORTH_WORDS: Readonly<Record<WorthKind, string>> = {
  billed: 'billed',
  unbilled: 'to be billed',
  covered: 'in a contract',
  unbillable: 'not billed',
  unrated: 'without a rate',
};
