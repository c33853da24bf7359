import type { StatusCategory } from '#shared/vocabulary.ts';
import { findStatus, labelFor, requiredFields, statusNow, transitionsFrom } from './find.ts';
import { GUARD_RULES } from './guards.ts';
import type { Asked, Lifecycle, LifecycleTicket, Situation, Transition, TransitionActor } from './types.ts';

export type AllowedTransition = {
  readonly to: string;
  readonly label: string;
  readonly category: StatusCategory;
  readonly requires: readonly Asked[];
};

/** The steps to offer to this actor now, in the order of the statuses; work left to do is told when a step is tried. */
export function allowedTransitions(
  lifecycle: Lifecycle,
  ticket: LifecycleTicket,
  actor: TransitionActor,
  situation: Situation,
): AllowedTransition[] {
  const from = statusNow(lifecycle, ticket.status);
  const offered = new Map<string, AllowedTransition>();
  for (const transition of transitionsFrom(lifecycle, from)) {
    const to = findStatus(lifecycle, transition.to);
    if (!to || offered.has(to.key) || !mayUse(transition, ticket, actor, situation)) continue;
    const requires = requiredFields(lifecycle, transition);
    offered.set(to.key, { to: to.key, label: labelFor(transition, actor.kind), category: to.category, requires });
  }
  return lifecycle.statuses.flatMap(({ key }) => offered.get(key) ?? []);
}

/** Whether the actor may take this step at all: kind, permission, and the guards about who and when. */
export function mayUse(
  transition: Transition,
  ticket: LifecycleTicket,
  actor: TransitionActor,
  situation: Situation,
): boolean {
  return (
    transition.by.includes(actor.kind) &&
    (actor.kind === 'contact' ||
      actor.kind === 'system' ||
      transition.permission === undefined ||
      actor.can(transition.permission)) &&
    (transition.guards ?? []).every((guard) => {
      const rule = GUARD_RULES[guard];
      return !rule.hides || rule.passes(ticket, actor, situation, {});
    })
  );
}
