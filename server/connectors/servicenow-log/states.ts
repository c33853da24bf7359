import type { HoldReason, Source } from '#shared/vocabulary.ts';

/** A status of Fettle's incident, with what it waits for. */
export type State = { status: string; hold: HoldReason | null };

const STATES: Readonly<Record<string, State>> = {
  New: { status: 'new', hold: null },
  Active: { status: 'in_progress', hold: null },
  'Awaiting User Info': { status: 'on_hold', hold: 'client' },
  'Awaiting Vendor': { status: 'on_hold', hold: 'vendor' },
  'Awaiting Problem': { status: 'on_hold', hold: 'problem' },
  'Awaiting Evidence': { status: 'on_hold', hold: 'evidence' },
  Resolved: { status: 'resolved', hold: null },
  Closed: { status: 'closed', hold: null },
};
const OVER = ['resolved', 'closed'];

/** Whether Fettle has a status for the log's state. */
export const isKnown = (name: string | null): boolean => name !== null && Object.hasOwn(STATES, name);

export const isOver = (status: string): boolean => OVER.includes(status);

/**
 * What a state of the log is here, coming from `before`; null for a state that is not known. Active after an end is Reopened,
 * and stays so until the log says something else.
 */
export function stateFor(name: string | null, before: State): State | null {
  const state = STATES[name ?? ''];
  if (!state) return null;
  const goesOn = state.status === 'in_progress' && (isOver(before.status) || before.status === 'reopened');
  return goesOn ? { status: 'reopened', hold: null } : state;
}

/** The way back: what the log calls a status of ours. */
export function nameOf({ status, hold }: State): string | null {
  const wanted = status === 'reopened' ? 'in_progress' : status;
  const found = Object.entries(STATES).find(([, state]) => state.status === wanted && state.hold === hold);
  return found?.[0] ?? null;
}

const SOURCES: Readonly<Record<string, Source>> = {
  Phone: 'phone',
  Email: 'email',
  'Self service': 'self_service',
  IVR: 'phone',
};

/** How the incident came in. What has no word here (Direct opening) counts as imported; the log's own word is kept besides. */
export function sourceFor(name: string | null): Source {
  return SOURCES[name ?? ''] ?? 'import';
}
