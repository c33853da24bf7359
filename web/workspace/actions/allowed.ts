import type { PracticeKey } from '#shared/adoption-words.ts';
import type { Permission } from '#shared/permissions.ts';
import { useAdopted } from '../session/adopted.ts';
import { useCan } from '../session/me.ts';
import type { Action } from './store.ts';

type Rule = { needs: Permission; combo?: string; one?: boolean; own?: boolean; practice?: PracticeKey };
/**
 * What each action needs, the key it has, whether it is meant for one ticket at a time, whether that right alone lets it be done to
 * many, and the practice that it is of.
 */
export const ACTION_RULES: Readonly<Record<Action, Rule>> = {
  assign: { needs: 'ticket.assign', combo: 'a' },
  priority: { needs: 'ticket.update', combo: 'p' },
  status: { needs: 'ticket.transition', combo: 's' },
  resolve: { needs: 'ticket.transition', combo: 'e' },
  merge: { needs: 'ticket.merge', combo: 'm' },
  parent: { needs: 'ticket.update', combo: 'shift+p' },
  escalate: { needs: 'ticket.assign', combo: 'shift+e', one: true },
  page: { needs: 'ticket.assign', one: true },
  link: { needs: 'ticket.update', combo: 'shift+l', one: true },
  tag: { needs: 'ticket.update', combo: 't' },
  macro: { needs: 'ticket.update', combo: 'shift+m', one: true },
  split: { needs: 'ticket.merge', combo: 'shift+s', one: true },
  move: { needs: 'ticket.merge', one: true },
  major: { needs: 'ticket.update', own: true, practice: 'major' },
  problem: { needs: 'problem.manage', own: true, practice: 'problem' },
};

/** Whether I may do an action to so many tickets. */
export function useAllowed(): (action: Action, many?: boolean) => boolean {
  const can = useCan();
  const adopted = useAdopted();
  return (action, many = false) => {
    const { needs, one, own, practice } = ACTION_RULES[action];
    if (!can(needs) || (practice && !adopted(practice))) return false;
    return !(many && (one || !(own || can('ticket.bulk'))));
  };
}
