import type { FieldError } from '../errors.ts';
import { allowedTransitions, mayUse } from './allowed.ts';
import type { LifecycleChanges } from './apply.ts';
import { applyStep } from './apply.ts';
import { checkFields } from './fields.ts';
import { findStatus, statusNow, transitionsFrom } from './find.ts';
import { GUARD_RULES } from './guards.ts';
import type {
  Effect,
  Lifecycle,
  LifecycleTicket,
  Situation,
  Status,
  Transition,
  TransitionActor,
  TransitionFields,
} from './types.ts';

export type TransitionDecision =
  | {
      readonly ok: true;
      readonly from: Status;
      readonly to: Status;
      readonly transition: Transition;
      /** Only what differs from the ticket now. */
      readonly changes: LifecycleChanges;
      readonly effects: readonly Effect[];
    }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Decides whether the ticket may go to a status, and what that changes; a refusal names each field at fault. */
export function decideTransition(
  lifecycle: Lifecycle,
  ticket: LifecycleTicket,
  toKey: string,
  fields: TransitionFields,
  actor: TransitionActor,
  situation: Situation,
): TransitionDecision {
  const refuse = (message: string): TransitionDecision => ({ ok: false, errors: [{ path: 'to', message }] });
  const from = statusNow(lifecycle, ticket.status);
  const to = findStatus(lifecycle, toKey);
  if (!to)
    return refuse(`There is no status "${toKey}"; there are: ${lifecycle.statuses.map(({ key }) => key).join(', ')}.`);
  const ways = transitionsFrom(lifecycle, from).filter((transition) => transition.to === to.key);
  const transition = ways.find((way) => mayUse(way, ticket, actor, situation));
  if (!transition) return refuse(whyNot(lifecycle, ticket, { from, to, ways }, actor, situation));

  const unfinished = (transition.guards ?? [])
    .filter((guard) => !GUARD_RULES[guard].passes(ticket, actor, situation, fields))
    .map((guard) => ({ path: 'to', message: GUARD_RULES[guard].refusal(ticket, situation) }));
  const step = { transition, to };
  const errors = [...unfinished, ...checkFields(lifecycle, ticket, step, fields, actor, situation)];
  if (errors.length > 0) return { ok: false, errors };
  const changes = applyStep(ticket, step, fields, actor, situation);
  return { ok: true, from, to, transition, changes, effects: transition.effects ?? [] };
}

function whyNot(
  lifecycle: Lifecycle,
  ticket: LifecycleTicket,
  { from, to, ways }: { from: Status; to: Status; ways: readonly Transition[] },
  actor: TransitionActor,
  situation: Situation,
): string {
  const mine = ways.find((way) => way.by.includes(actor.kind));
  const guard = mine?.guards?.find(
    (name) => GUARD_RULES[name].hides && !GUARD_RULES[name].passes(ticket, actor, situation, {}),
  );
  if (guard) return GUARD_RULES[guard].refusal(ticket, situation);
  if (mine) return `Moving from ${from.name} to ${to.name} needs the permission ${mine.permission}.`;
  if (ways.length > 0) return `You may not move a ticket from ${from.name} to ${to.name}.`;
  const open = allowedTransitions(lifecycle, ticket, actor, situation).map(
    (option) => findStatus(lifecycle, option.to)?.name,
  );
  const choice = open.length > 0 ? `from here it can go to ${open.join(', ')}` : 'there is no way on from here';
  return from.key === to.key
    ? `The ticket is ${from.name} already.`
    : `A ticket cannot go from ${from.name} to ${to.name}; ${choice}.`;
}
