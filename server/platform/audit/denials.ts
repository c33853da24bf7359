import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '#kernel/ids.ts';
import { ticketKey } from '#kernel/ticket-key.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '../context/index.ts';
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

type Row = { kind: string; client_id: string; id: string };
/** Whose log tells of it, and what of the thing asked for may stand there. */
type Denied = { clientId: string; kind: string; id?: string };

async function rowOf(ctx: Ctx, word: string): Promise<Row | undefined> {
  const key = ticketKey(word);
  const [row] = key
    ? await ctx.hot<Row>('denied_key', BY_KEY, [key.code, key.number])
    : await ctx.hot<Row>('denied_id', BY_ID, [word]);
  return row;
}

/** Colleagues are known everywhere: it is told where the thing is. */
async function deniedToStaff(ctx: Ctx, own: readonly string[], word: string): Promise<Denied | null> {
  const row = await rowOf(ctx, word);
  return row && !own.includes(row.client_id) ? { clientId: row.client_id, kind: row.kind, id: row.id } : null;
}

/**
 * A client's person is named to nobody but those who see that client, so it is told there, and no more than what was asked. Those
 * readers need not see the other client: a key of another's is told of whether there is such a ticket or not.
 */
async function deniedToContact(ctx: Ctx, own: readonly string[], word: string): Promise<Denied | null> {
  const [clientId] = own;
  if (clientId === undefined) return null;
  const key = ticketKey(word);
  if (key) {
    const [mine] = await ctx.hot('denied_code', 'select from clients where id = $1 and code = $2', [
      clientId,
      key.code,
    ]);
    return mine ? null : { clientId, kind: 'tickets' };
  }
  const row = await rowOf(ctx, word);
  return row && row.client_id !== clientId ? { clientId, kind: row.kind } : null;
}

/**
 * Notes in the audit trail when somebody asked for what is another client's. They were told that it is not there, as they are of what
 * never was; those who see that client are told the truth, and of a contact those who see the contact's client. Works after the answer, which it neither changes nor delays.
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
        const denied = await (actor.kind === 'contact' ? deniedToContact : deniedToStaff)(
          ctx,
          identity.scope.clientIds,
          word,
        );
        if (!denied) return;
        const { clientId, ...what } = denied;
        await appendEvent(
          { ...ctx, requestId: request.id },
          {
            clientId,
            subjectType: actor.kind === 'contact' ? 'contact' : 'staff',
            subjectId: actor.id as string,
            type: 'access.denied',
            data: { name: actor.name, asked: word, ...what, method: request.method },
          },
        );
      }).catch((error: unknown) => request.log.warn({ err: error }, 'audit: a denial was not noted'));
    }
  };
}
