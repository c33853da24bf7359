/** A kind's lifecycle as data: what it is, whether it holds together, what is open to whom, and what a step changes. */
export type { AllowedTransition } from './lifecycle/allowed.ts';
export { allowedTransitions } from './lifecycle/allowed.ts';
export type { LifecycleChanges } from './lifecycle/apply.ts';
export type { TransitionDecision } from './lifecycle/decide.ts';
export { decideTransition } from './lifecycle/decide.ts';
export { findStatus, firstStatus, isFinal, startStatus } from './lifecycle/find.ts';
export { neverAllowed } from './lifecycle/never.ts';
export { recordTransition } from './lifecycle/record.ts';
export type * from './lifecycle/types.ts';
export { validateLifecycle } from './lifecycle/validate.ts';
