import type { StatusCategory } from '#shared/vocabulary.ts';
import type { Status, Transition } from '../types.ts';

/** A status; `clientName` is what the client's people read instead of the name. */
export function status(key: string, name: string, category: StatusCategory, clientName: string = name): Status {
  return { key, name, category, clientName };
}

/** A transition that staff, keys and automation may take, nothing asked, unless `more` says otherwise. */
export function step(
  from: string | readonly string[],
  to: string,
  label: string,
  more: Partial<Omit<Transition, 'from' | 'to' | 'label'>> = {},
): Transition {
  return { from: [from].flat(), to, label, requires: [], by: ['staff', 'key', 'system'], ...more };
}

/** What a requester may do with their own ticket only. */
export const BY_REQUESTER = { by: ['contact'], guards: ['requester'] } as const satisfies Partial<Transition>;
