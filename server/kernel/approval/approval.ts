import type { ApprovalTerms, StepState } from './types.ts';

/** What the steps together decide: rejected by any, approved by all. */
export function approvalVerdict(states: readonly StepState[]): 'pending' | 'approved' | 'rejected' {
  if (states.includes('rejected')) return 'rejected';
  return states.every((state) => state === 'approved' || state === 'dropped') ? 'approved' : 'pending';
}

/** Which waiting steps have their turn now, by their places. */
export function openNow(order: ApprovalTerms['order'], states: readonly StepState[]): number[] {
  const waiting = states.flatMap((state, at) => (state === 'waiting' ? [at] : []));
  if (states.includes('rejected')) return [];
  if (order === 'parallel') return waiting;
  const [first] = waiting;
  return first === undefined || states.slice(0, first).includes('open') ? [] : [first];
}
