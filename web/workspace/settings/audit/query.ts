import { dayStart } from '#kernel/day.ts';
import type { AuditQuery } from '#shared/audit.ts';
import { KINDS } from './kinds.ts';

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
    ...(after ? { after } : {}),
    ...(before ? { before } : {}),
  };
}
