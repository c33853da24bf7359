/** What a service that N-central watches is, in its own words. */
export const ISSUE_STATES = ['normal', 'warning', 'failed', 'disconnected', 'disabled'] as const;
export type IssueState = (typeof ISSUE_STATES)[number];

/** By the numbers that a client of the API uses; the vendor documents none. */
export const DEFAULT_STATES = '1=normal 2=normal 3=warning 4=warning 5=failed 6=failed 7=disconnected 8=disabled';

/** The table that a field holds (`3=warning 5=failed`); the usual one where it is empty, null where it cannot be read. */
export function statesIn(field: string): ReadonlyMap<string, IssueState> | null {
  const table = new Map<string, IssueState>();
  for (const part of (field.trim() || DEFAULT_STATES).split(/[\s,;]+/)) {
    const [number = '', word = ''] = part.split('=');
    const state = ISSUE_STATES.find((one) => one === word.toLowerCase());
    if (!/^\d{1,3}$/.test(number) || state === undefined) return null;
    table.set(number, state);
  }
  return table;
}

/** The state that a word of N-central's own names; null for what names none. */
export function stateOf(word: string | null): IssueState | null {
  const lower = word?.trim().toLowerCase() ?? '';
  return ISSUE_STATES.find((state) => lower === state) ?? (lower === 'no data' ? 'disconnected' : null);
}

/** Services that say whether the device itself is there. */
const PRESENCE = /^(connectivity|agent status|probe status|.*\bping\b)/i;

/** How bad a state of a service is. */
export function gravityOf(
  state: IssueState,
  service: string,
): { severity: 1 | 2 | 3 | 4; kind: 'warning' | 'exception' } {
  if (state === 'failed') return { severity: PRESENCE.test(service) ? 1 : 2, kind: 'exception' };
  return { severity: state === 'disconnected' ? 4 : 3, kind: 'warning' };
}
