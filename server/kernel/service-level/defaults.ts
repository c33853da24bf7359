import type { ClockRules, PlacedPolicy, PolicyTerms } from './types.ts';

export const NO_RULES: ClockRules = { start: null, pause: null, stop: null, reset: null, cancel: null };

const minutes = (byPriority: readonly number[]) => ({ byPriority, calendar: 'service_hours' as const });

/** What is promised where nobody has said otherwise: a response and a resolution for incidents and requests. */
export const BUILT_IN_TERMS: PolicyTerms = {
  kinds: ['incident', 'request'],
  serviceIds: [],
  condition: '',
  targets: {
    first_response: minutes([15, 30, 120, 240, 480]),
    resolution: minutes([240, 480, 1_440, 2_880, 7_200]),
  },
  olas: [],
  thresholds: [
    { percent: 75, actions: [{ type: 'notify', who: ['assignee'] }] },
    { percent: 100, actions: [{ type: 'notify', who: ['assignee'] }] },
  ],
  rules: {},
};

export const BUILT_IN: PlacedPolicy = {
  policyId: '00000000-0000-0000-0000-000000000000',
  number: 1,
  name: 'Built in',
  level: 'built_in',
  place: '',
  terms: BUILT_IN_TERMS,
};

/** A policy that says nothing yet: everything comes from above. */
export const EMPTY_TERMS: PolicyTerms = {
  kinds: ['incident', 'request'],
  serviceIds: [],
  condition: '',
  targets: {},
  olas: [],
  thresholds: null,
  rules: {},
};
