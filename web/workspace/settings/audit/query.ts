import { dayStart } from '#kernel/day.ts';
import type { AuditQuery } from '#shared/audit.ts';
import { KINDS } from './kinds.ts';

/** The program does far more than people, who are what one looks for: its own doing is shown to whoever asks for all. */
export const showsPeopleOnly = (at: URLSearchParams): boolean => at.get('show') !== 'all';

/** What the page's address asks of the trail. Days begin where the reader is; what cannot be understood is left out. */
export function queryOf(at: URLSearchParams, timeZone: string): AuditQuery {
  const kind = KINDS.find(({ value }) => value === at.get('kind'));
  const who = at.get('who');
  const client = at.get('client');
  const after = dayStart(at.get('from') ?? '', timeZone);
  const before = dayStart(at.get('to') ?? '', timeZone, 1);
  return {
    ...(kind ? { type: [...kind.types] } : {}),
    ...(who ? { actorId: who } : {}),
    ...(client ? { clientId: client } : {}),
    ...(showsPeopleOnly(at) ? { people: true } : {}),
    ...(after ? { after } : {}),
    ...(before ? { before } : {}),
  };
}
