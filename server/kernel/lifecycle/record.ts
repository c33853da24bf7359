import { applyStep, type LifecycleChanges } from './apply.ts';
import { findStatus } from './find.ts';
import type { Lifecycle, LifecycleTicket, Situation, Status, TransitionActor, TransitionFields } from './types.ts';

/**
 * What a step changed that was taken elsewhere: no guard is asked, since it has happened, and a step to the same status may
 * bring new facts. Null where the lifecycle does not know the status.
 */
export function recordTransition(
  lifecycle: Lifecycle,
  ticket: LifecycleTicket,
  toKey: string,
  fields: TransitionFields,
  actor: TransitionActor,
  situation: Situation,
): { to: Status; changes: LifecycleChanges } | null {
  const to = findStatus(lifecycle, toKey);
  if (!to) return null;
  const transition = { from: [ticket.status], to: toKey, label: 'Recorded', requires: [], by: [actor.kind] };
  return { to, changes: applyStep(ticket, { transition, to }, fields, actor, situation) };
}
