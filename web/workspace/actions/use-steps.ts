import { useState } from 'react';
import type { LifecycleView } from '#shared/lifecycle.ts';
import type { TicketView, TransitionOption } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { type Status, useStatuses } from '../desk/names.ts';
import { factsAmong } from './asked-facts.tsx';
import { useChangedSince } from './meanwhile.ts';
import type { Target } from './store.ts';

/** What happened to the ticket while a dialogue about its next step was open. */
export type Meanwhile = {
  /** Who did what, in words. */
  told: string;
  /** How the status is called by now. */
  now: string;
  /** Whether a step is still open from there. */
  open(step: TransitionOption): boolean;
};

type Steps = {
  options: readonly TransitionOption[] | undefined;
  meanwhile: Meanwhile | null;
  /** How the status is called that a step leads to: "resolved". */
  nameOf(step: TransitionOption): string;
};

/**
 * The steps open to all of the tickets: asked from the server for one, by the kind's statuses for many. They stay those that
 * were there when the dialogue opened: what somebody else does meanwhile is told, and changes nothing under one's hands.
 */
export function useSteps(targets: readonly Target[]): Steps {
  const [first] = targets;
  const single = targets.length === 1;
  const id = first?.id ?? '';
  const { data: now, isFetching } = useGet('GET /tickets/{idOrKey}', { params: { idOrKey: id } }, { enabled: single });
  const kind = first?.kind ?? 'incident';
  const statuses = useStatuses().get(kind);
  const lifecycle = useGet('GET /lifecycles/{kind}', { params: { kind } }, { enabled: !single }).data?.lifecycle;
  const [opened, setOpened] = useState<TicketView | null>(null);
  // What was known before may be from before the last step: what is read on opening is what the dialogue begins with.
  const [settled, setSettled] = useState(false);
  if (single && now && !settled) {
    if (opened !== now) setOpened(now);
    if (!isFetching) setSettled(true);
  }
  const other = opened !== null && now !== undefined && now.status !== opened.status;
  const { told, onlyMine } = useChangedSince(id, other ? opened.updatedAt : null, 'status');
  // One's own step, just taken, had not arrived here when the dialogue opened.
  if (onlyMine && now) setOpened(now);
  const named = (status: string) => statuses?.find(({ key }) => key === status)?.name ?? status.replaceAll('_', ' ');
  const nameOf = ({ to }: TransitionOption) => named(to).toLowerCase();
  if (!single) {
    const options = statuses?.map(({ key, name, category, hold }) => ({
      to: key,
      label: name,
      category,
      requires: [
        ...(hold ? ['holdReason'] : category === 'resolved' ? ['resolutionCode', 'resolutionNote'] : []),
        ...factsFor(lifecycle, key),
      ],
    }));
    return { options, meanwhile: null, nameOf };
  }
  return {
    options: opened ? forwardFirst(opened, statuses) : undefined,
    nameOf,
    meanwhile: other
      ? {
          told: told || 'somebody changed the status',
          now: named(now.status),
          open: ({ to, label }) => now.transitions.some((one) => one.to === to && one.label === label),
        }
      : null,
  };
}

/** Of a change, what takes it back, and says why, comes after what takes it on. */
function forwardFirst(
  { kind, status, transitions }: TicketView,
  statuses: readonly Status[] = [],
): readonly TransitionOption[] {
  if (kind !== 'change') return transitions;
  const placeOf = (wanted: string) => statuses.findIndex(({ key }) => key === wanted);
  const isBack = ({ to, requires }: TransitionOption) => requires.includes('reason') && placeOf(to) < placeOf(status);
  return [...transitions].sort((a, b) => Number(isBack(a)) - Number(isBack(b)));
}

/** What any step of staff to a status asks to be known of the ticket. */
function factsFor(lifecycle: LifecycleView['lifecycle'] | undefined, to: string): string[] {
  const steps = lifecycle?.transitions.filter((step) => step.to === to && step.by.includes('staff')) ?? [];
  return [...new Set(steps.flatMap(({ requires }) => factsAmong(requires)))];
}
