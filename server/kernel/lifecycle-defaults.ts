import type { TicketKind } from '#shared/vocabulary.ts';
import { CHANGE } from './lifecycle/defaults/change.ts';
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
