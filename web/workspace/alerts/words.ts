import type { AlertRow } from '#shared/alert.ts';
import { ALERT_KINDS, ALERT_STATES, type AlertKind, type AlertState } from '#shared/estate-words.ts';

export const STATES: Readonly<Record<AlertState, { name: string; colour: string }>> = {
  open: { name: 'In the inbox', colour: 'yellow' },
  suppressed: { name: 'Suppressed', colour: 'gray' },
  correlated: { name: 'Explained', colour: 'blue' },
  ticketed: { name: 'Ticket', colour: 'blue' },
  acknowledged: { name: 'Acknowledged', colour: 'blue' },
  cleared: { name: 'Cleared', colour: 'green' },
  closed: { name: 'Closed', colour: 'gray' },
};
export const KINDS: Readonly<Record<AlertKind, string>> = {
  informational: 'Information',
  warning: 'Warning',
  exception: 'Exception',
};
const SEVERITIES = ['', 'Critical', 'High', 'Medium', 'Low', 'Information'];
export const severityName = (severity: number): string => SEVERITIES[severity] ?? '';

export const KIND_CHOICES = ALERT_KINDS.map((value) => ({ value, label: KINDS[value] }));
export const SEVERITY_CHOICES = [1, 2, 3, 4, 5].map((one) => ({ value: String(one), label: severityName(one) }));

/** What the list shows, by its name in the address. */
export const SHOWN: Readonly<Record<string, { name: string; states: readonly AlertState[] }>> = {
  now: { name: 'Now', states: ['open', 'ticketed', 'correlated', 'acknowledged'] },
  inbox: { name: 'Inbox', states: ['open'] },
  work: { name: 'At work', states: ['ticketed', 'correlated', 'acknowledged'] },
  suppressed: { name: 'Suppressed', states: ['suppressed'] },
  over: { name: 'Over', states: ['cleared', 'closed'] },
  all: { name: 'All', states: ALERT_STATES },
};

/** What stands for itself and has no ticket can become one. */
export const mayBecomeTicket = ({ state, ticket }: Pick<AlertRow, 'state' | 'ticket'>): boolean =>
  ticket === null || state === 'open' || state === 'closed' || state === 'cleared';
export const mayBeAcknowledged = ({ open, state }: Pick<AlertRow, 'open' | 'state'>): boolean =>
  open && state !== 'acknowledged' && state !== 'closed';
