import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '#kernel/ids.ts';
import { ticketKey } from '#kernel/ticket-key.ts';
import { type Services, systemIdentity, withContext } from '../context/index.ts';
import { appendEvent } from '../events/index.ts';

/** The same person asking for the same thing again within this time is told of once. */
const QUIET_MS = 3_600_000;
/** So many askings are remembered; beyond that the oldest is told of again. */
const REMEMBERED = 5_000;

const BY_ID = ['clients', 'tickets', 'contacts', 'sites', 'files', 'recurring_tickets']
  .map(
    (table) =>
      `select '${table}' as kind, ${table === 'clients' ? 'id' : 'client_id'} as client_id, id from ${table} where id = $1`,
  )
  .join(' union all ');
const BY_KEY = `select 'tickets' as kind, t.client_id, t.id from clients c join tickets t on t.client_id = c.id and t.number = $2 where c.code = $1`;

type Denied = { kind: string; client_id: string; id: string };

/**
 * Notes in the audit trail when somebody asked for what is another client's. They were told that it is not there, as they are of what
 * never was; those who see that client are told the truth. Works after the answer, which it neither changes nor delays.
 */
export function noteDenials(services: Services) {
  const asked = new Map<string, number>();
  const isNew = (what: string): boolean => {
    const now = Date.parse(services.now());
    if (now - (asked.get(what) ?? Number.NEGATIVE_INFINITY) < QUIET_MS) return false;
    asked.delete(what);
    asked.set(what, now);
    const oldest = asked.keys().next();
    if (asked.size > REMEMBERED && !oldest.done) asked.delete(oldest.value);
    return true;
  };
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const identity = request.session?.identity;
    if (reply.statusCode !== 404 || !identity?.actor.id || identity.scope.allClients) return;
    const { actor } = identity;
    const params = Object.values((request.params ?? {}) as Record<string, string>);
    const named = params.map((one) => (ticketKey(one) ? one.toUpperCase() : one.toLowerCase()));
    for (const word of named.filter((one) => isId(one) || ticketKey(one))) {
      if (!isNew(`${actor.id} ${word}`)) continue;
      await withContext(services, { ...systemIdentity('Audit'), actor }, async (ctx) => {
        const key = ticketKey(word);
        const [denied] = key
          ? await ctx.hot<Denied>('denied_key', BY_KEY, [key.code, key.number])
          : await ctx.hot<Denied>('denied_id', BY_ID, [word]);
        if (!denied || identity.scope.clientIds.includes(denied.client_id)) return;
        await appendEvent(
          { ...ctx, requestId: request.id },
          {
            clientId: denied.client_id,
            subjectType: actor.kind === 'contact' ? 'contact' : 'staff',
            subjectId: actor.id as string,
            type: 'access.denied',
            data: { name: actor.name, asked: word, kind: denied.kind, id: denied.id, method: request.method },
          },
        );
      }).catch((error: unknown) => request.log.warn({ err: error }, 'audit: a denial was not noted'));
    }
  };
}
