import type { Transition } from '../types.ts';

/** Writes one transition for each status it leads from; by default staff and automation may take it, nothing asked. */
export function step(
  from: string | readonly string[],
  to: string,
  label: string,
  more: Partial<Omit<Transition, 'from' | 'to' | 'label'>> = {},
): Transition[] {
  return (typeof from === 'string' ? [from] : from).map((status) => ({
    from: status,
    to,
    label,
    actors: ['staff', 'system'],
    requires: [],
    guards: [],
    effects: [],
    ...more,
  }));
}

/** What a requester may do with their own ticket only. */
export const BY_REQUESTER = { actors: ['contact'], guards: ['requester'] } as const satisfies Partial<Transition>;
