import type { TicketKind } from '#shared/vocabulary.ts';
import { CHANGE, EMERGENCY_CHANGE, STANDARD_CHANGE } from './lifecycle/defaults/change.ts';
import { INCIDENT } from './lifecycle/defaults/incident.ts';
import { PROBLEM } from './lifecycle/defaults/problem.ts';
import { REQUEST } from './lifecycle/defaults/request.ts';
import { TASK } from './lifecycle/defaults/task.ts';
import type { Lifecycle } from './lifecycle/types.ts';

/** The lifecycles that a new installation begins with, one for each kind of ticket. */
export const DEFAULT_LIFECYCLES: Readonly<Record<TicketKind, Lifecycle>> = {
  incident: INCIDENT,
  request: REQUEST,
  problem: PROBLEM,
  change: CHANGE,
  task: TASK,
};

/** Other ways that tickets of a kind may go, by their keys. A status of one key means the same in all lifecycles of a kind. */
export const LIFECYCLE_VARIANTS: Readonly<Record<string, Lifecycle>> = {
  'change.standard': STANDARD_CHANGE,
  'change.emergency': EMERGENCY_CHANGE,
};
