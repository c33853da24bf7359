import type { FieldError } from '../errors.ts';
import { decideTransition } from './decide.ts';
import { findStatus, transitionsFrom } from './find.ts';
import type { ActorKind, Lifecycle, LifecycleTicket, Status, TransitionActor, TransitionFields } from './types.ts';

/** Who does what was written down beforehand: people and their keys, or the program. */
const DOERS: readonly ActorKind[] = ['staff', 'system'];
/** Stands for whatever a ticket may know. */
const KNOWN = 'known';
/** Of a ticket whose status an edit of the lifecycle took away. */
const GONE: Status = { key: '', name: '', category: 'open', clientName: '' };

/** A ticket on which everything that may be known is known and nothing is left to do: it is refused what any ticket would be. */
function willing(lifecycle: Lifecycle, { key, category }: Status): LifecycleTicket {
  const ended = category === 'resolved' || category === 'closed';
  return {
    id: '',
    requesterId: KNOWN,
    status: key,
    assigneeId: KNOWN,
    teamId: KNOWN,
    holdReason: null,
    holdUntil: null,
    resolutionCode: ended ? (lifecycle.resolutionCodes?.[0] ?? KNOWN) : null,
    resolutionNote: ended ? KNOWN : null,
    cause: KNOWN,
    duplicateOfId: null,
    resolvedAt: null,
    resolvedBy: null,
    closedAt: null,
    reopenCount: 0,
    categoryId: KNOWN,
    serviceId: KNOWN,
    customFields: [],
    openChildren: 0,
    openChecklistItems: 0,
    openApprovals: 0,
    openTasks: 0,
    begunTasks: 0,
    missing: {},
    minutesSpent: 1,
  };
}

/**
 * What is wrong with a step that no ticket could ever take, of whatever kind and wherever it stands; nothing where one could. For
 * steps that are written down before there is a ticket: of several refusals, the one with the least to mend.
 */
export function neverAllowed(
  lifecycles: readonly Lifecycle[],
  to: string,
  fields: TransitionFields,
  now: string,
): readonly FieldError[] {
  if (!lifecycles.some((lifecycle) => findStatus(lifecycle, to)))
    return [{ path: 'to', message: `There is no status "${to}".` }];
  let nearest: readonly FieldError[] | null = null;
  for (const lifecycle of lifecycles)
    for (const from of [...lifecycle.statuses, GONE])
      for (const kind of DOERS) {
        if (!transitionsFrom(lifecycle, from).some((way) => way.to === to && way.by.includes(kind))) continue;
        const doer: TransitionActor = { kind, id: KNOWN, can: () => true };
        const decision = decideTransition(lifecycle, willing(lifecycle, from), to, fields, doer, {
          now,
          reopenDays: 0,
        });
        if (decision.ok) return [];
        if (nearest === null || decision.errors.length < nearest.length) nearest = decision.errors;
      }
  return nearest ?? [{ path: 'to', message: 'No step of a technician leads there.' }];
}
