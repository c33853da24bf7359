/** The six activities of the service value chain (ITIL 4), in the order in which they are shown. */
export const ACTIVITIES = {
  plan: 'Plan',
  improve: 'Improve',
  engage: 'Engage',
  design_and_transition: 'Design and transition',
  obtain_build: 'Obtain or build',
  deliver_and_support: 'Deliver and support',
} as const;
export type Activity = keyof typeof ACTIVITIES;
export const ACTIVITY_KEYS = Object.keys(ACTIVITIES) as Activity[];

/** Why nobody works on a ticket, each as a sentence ends: "… because of a queue". The order is that of the stored figures: only append. */
export const WAIT_CAUSES = {
  queue: 'nobody had it',
  not_begun: 'somebody had it, and it was not begun',
  client: 'the client was waited for',
  vendor: 'a vendor was waited for',
  decision: 'a decision was waited for',
  scheduled: 'an agreed time was waited for',
  other: 'something else was waited for',
  in_hand: 'it was in hand, and not worked on',
} as const;
export type WaitCause = keyof typeof WAIT_CAUSES;
export const WAIT_CAUSE_KEYS = Object.keys(WAIT_CAUSES) as WaitCause[];

/** The same as names in a table. */
export const WAIT_NAMES: Readonly<Record<WaitCause, string>> = {
  queue: 'In the queue',
  not_begun: 'Assigned, not begun',
  client: 'Waiting for the client',
  vendor: 'Waiting for a vendor',
  decision: 'Waiting for a decision',
  scheduled: 'Waiting for an agreed time',
  other: 'Waiting for something else',
  in_hand: 'In hand, not worked on',
};

/** By which clock time is told: every hour, or those in which the client is served. */
export const FLOW_TIMES = ['calendar', 'business'] as const;
export type FlowTime = (typeof FLOW_TIMES)[number];
export const FLOW_GROUPS = ['client', 'team', 'category'] as const;
export type FlowGroup = (typeof FLOW_GROUPS)[number];
