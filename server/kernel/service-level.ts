/** Service levels without I/O: what policies promise, and what happens to a ticket's clocks. */
export { applying, inOrder } from './service-level/applies.ts';
export { SET_BY_HAND } from './service-level/by-hand.ts';
export type { Fault as ConditionFault, Surroundings } from './service-level/conditions.ts';
export { conditionValues } from './service-level/conditions.ts';
export { BUILT_IN, BUILT_IN_TERMS, EMPTY_TERMS, NO_RULES } from './service-level/defaults.ts';
export type { Moment, Slot, Slots } from './service-level/moment.ts';
export type { NamelessCalendars } from './service-level/nameless.ts';
export { namelessEvent, namelessSlot, PROMISED_BEFORE_MOVE } from './service-level/nameless.ts';
export type { KnownNames } from './service-level/names.ts';
export { hasConditions, remarksOnNames } from './service-level/names.ts';
export { originOf, promiseOf } from './service-level/promise.ts';
export { remarksOn } from './service-level/remarks.ts';
export type { Asking } from './service-level/rules.ts';
export { NOBODY_ASKS } from './service-level/rules.ts';
export type { Replayed, Step } from './service-level/step.ts';
export { replay, step } from './service-level/step.ts';
export type {
  CalendarChoice,
  Cell,
  ClockRules,
  Origin,
  PlacedPolicy,
  PolicyTerms,
  PromisedTarget,
  PromiseName,
  TargetPromise,
  TargetTerms,
  Threshold,
  ThresholdAction,
  TicketFacts,
  TicketPromise,
} from './service-level/types.ts';
export { PROMISES } from './service-level/types.ts';
export { validateTerms } from './service-level/validate.ts';
export { SLA_VARIABLES } from './service-level/variables.ts';
