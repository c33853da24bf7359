import type { ChangeStep, NextOfChange } from '#shared/change-words.ts';
import { findStatus, statusNow, transitionsFrom } from '../lifecycle/find.ts';
import type { Lifecycle, Transition } from '../lifecycle/types.ts';

/** What each guard that is not met asks for first; of several what comes first here. */
const ASKS: readonly (readonly [guard: string, what: ChangeStep])[] = [
  ['template_in_force', 'template'],
  ['plans_written', 'plan'],
  ['risk_assessed', 'plan'],
  ['window_set', 'plan'],
  ['authorised', 'decide'],
  ['decided_afterwards', 'decide'],
  ['no_collision', 'window'],
  ['in_window', 'window'],
  ['work_finished', 'tasks'],
  ['review_written', 'review'],
];

/**
 * What is to be done next about a change, and why: the step that takes it on along its lifecycle, or what that step still asks for. A step
 * that may be taken in spite of the hour or of what it meets stays the next one, with what stands against it; null where nothing follows.
 */
export function nextOfChange(
  lifecycle: Lifecycle,
  status: string,
  missing: { readonly [guard: string]: string | undefined },
): NextOfChange | null {
  const onward = stepOnward(lifecycle, status);
  if (!onward) return null;
  const { to, label, guards = [] } = onward;
  const unmet = ASKS.filter(([guard]) => missing[guard] !== undefined && guards.some((one) => one === guard));
  const [first] = unmet;
  if (!first)
    return { what: 'move', to, label, why: `It goes on to ${findStatus(lifecycle, to)?.name ?? to}.`, held: false };
  const [, what] = first;
  const of = unmet.filter(([, asked]) => asked === what);
  const why = of.map(([guard]) => missing[guard]).join(' ');
  // Whoever has the authority begins it all the same, and says why.
  const isHeld = what === 'window' && to === 'implement';
  return { what: isHeld ? 'move' : what, to, label, why, held: isHeld };
}

/** The first step that takes it further: neither back, nor off the way. */
function stepOnward(lifecycle: Lifecycle, key: string): Transition | undefined {
  const from = statusNow(lifecycle, key);
  if (from.category === 'closed' || from.category === 'cancelled') return undefined;
  const placeOf = (wanted: string) => lifecycle.statuses.findIndex((status) => status.key === wanted);
  return transitionsFrom(lifecycle, from)
    .filter(
      ({ to, by, requires }) =>
        placeOf(to) > placeOf(from.key) &&
        by.includes('staff') &&
        !requires.includes('reason') &&
        findStatus(lifecycle, to)?.category !== 'cancelled',
    )
    .sort((a, b) => placeOf(a.to) - placeOf(b.to))[0];
}
