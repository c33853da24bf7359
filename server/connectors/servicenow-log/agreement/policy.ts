import { ALWAYS_OPEN, type Calendar, weekdays } from '#kernel/calendar.ts';

/** A promise to resolve, as a desk could have made it. */
export type LogPolicy = {
  readonly name: string;
  readonly words: string;
  readonly calendar: Calendar;
  /** Minutes, P1 first. */
  readonly minutes: readonly number[];
  /** Whether the clock stands still while somebody else is waited for. */
  readonly pauses: boolean;
  /** The state of the log that ends the clock. */
  readonly until: 'resolved' | 'closed';
};

const week = (name: string, from: string, to: string): Calendar => ({
  ...ALWAYS_OPEN,
  name,
  alwaysOpen: false,
  hours: weekdays(from, to),
});
const hours = (...each: readonly number[]) => each.map((one) => one * 60);

const OFFICE: LogPolicy = {
  name: 'Office hours',
  words:
    'P1 4 h, P2 8 h, P3 40 h, P4 100 h of Monday to Friday, 08:00 to 18:00; waiting does not count; until resolved',
  calendar: week('Office hours', '08:00', '18:00'),
  minutes: hours(4, 8, 40, 100, 100),
  pauses: true,
  until: 'resolved',
};

/** What is tried on the log. The targets of the last were read off the log itself. */
export const LOG_POLICIES: readonly LogPolicy[] = [
  OFFICE,
  {
    ...OFFICE,
    name: 'Office hours, waiting counts',
    words: 'the same, and waiting counts as well',
    pauses: false,
  },
  {
    name: 'Weekdays until closed',
    words: 'P1 8 h, P2 24 h, P3 154 h, P4 346 h of Monday to Friday round the clock; waiting counts; until closed',
    calendar: week('Weekdays', '00:00', '24:00'),
    minutes: hours(8, 24, 154, 346, 346),
    pauses: false,
    until: 'closed',
  },
];

/** Other readings of a policy, each different in one thing, by which a disagreement may be explained. */
export const READINGS: Readonly<Record<string, (policy: LogPolicy) => LogPolicy | null>> = {
  'if it ran until closed': (policy) => (policy.until === 'closed' ? null : { ...policy, until: 'closed' }),
  'if it ended when resolved': (policy) => (policy.until === 'resolved' ? null : { ...policy, until: 'resolved' }),
  'if waiting counted': (policy) => (policy.pauses ? { ...policy, pauses: false } : null),
  'if waiting did not count': (policy) => (policy.pauses ? null : { ...policy, pauses: true }),
  'if nights and weekends counted': (policy) => ({ ...policy, calendar: ALWAYS_OPEN }),
  'if the target were 5 % longer': (policy) => scaled(policy, 1.05),
  'if the target were 5 % shorter': (policy) => scaled(policy, 0.95),
};

const scaled = (policy: LogPolicy, by: number): LogPolicy => ({
  ...policy,
  minutes: policy.minutes.map((one) => Math.round(one * by)),
});
