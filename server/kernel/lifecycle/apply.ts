import type {
  LifecycleState,
  LifecycleTicket,
  Situation,
  Status,
  Transition,
  TransitionActor,
  TransitionFields,
} from './types.ts';

export type LifecycleChanges = { -readonly [field in keyof LifecycleState]?: LifecycleState[field] };

/**
 * What a step changes. The facts that follow from the category (when it was resolved or closed, what it waits for) are
 * not left to the lifecycle's author, so no edited lifecycle can break them; named effects come on top.
 */
export function applyStep(
  ticket: LifecycleTicket,
  step: { transition: Transition; to: Status },
  fields: TransitionFields,
  actor: TransitionActor,
  { now }: Situation,
): LifecycleChanges {
  const { to, transition } = step;
  const resolved = to.category === 'resolved' || to.category === 'closed';
  const closed = to.category === 'closed' || to.category === 'cancelled';
  const keep = <T>(given: T | undefined, present: T): T => (given === undefined ? present : given);
  const resolvesNow = resolved && ticket.resolvedAt === null;
  const next: LifecycleState = {
    status: to.key,
    assigneeId: person(ticket, transition, fields, actor),
    teamId: keep(fields.teamId, ticket.teamId),
    holdReason: to.hold ? (fields.holdReason ?? null) : null,
    holdUntil: to.hold ? (fields.holdUntil ?? null) : null,
    resolutionCode: resolved ? keep(fields.resolutionCode, ticket.resolutionCode) : null,
    resolutionNote: resolved ? keep(fields.resolutionNote, ticket.resolutionNote) : null,
    cause: keep(fields.cause, ticket.cause),
    duplicateOfId: to.category === 'cancelled' ? (fields.duplicateOfId ?? null) : null,
    resolvedAt: resolved ? (ticket.resolvedAt ?? now) : null,
    resolvedBy: resolvesNow ? (actor.kind === 'staff' ? actor.id : null) : resolved ? ticket.resolvedBy : null,
    closedAt: closed ? now : null,
    reopenCount: ticket.reopenCount + (transition.effects?.includes('count_reopen') ? 1 : 0),
  };
  return Object.fromEntries(
    Object.entries(next).filter(([field, value]) => ticket[field as keyof LifecycleState] !== value),
  ) as LifecycleChanges;
}

function person(
  ticket: LifecycleTicket,
  transition: Transition,
  fields: TransitionFields,
  actor: TransitionActor,
): string | null {
  if (fields.assigneeId !== undefined) return fields.assigneeId;
  if (transition.effects?.includes('clear_assignee')) return null;
  const takes = transition.effects?.includes('assign_actor') && actor.kind === 'staff';
  return ticket.assigneeId ?? (takes ? actor.id : null);
}
