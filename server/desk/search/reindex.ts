import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';
import { indexTicket, type Searched } from './index-ticket.ts';

export const REINDEX_JOB = 'search.reindex';
const BATCH = 200;
const SEARCH = systemIdentity('Search');

/** Whose tickets carry words that changed: a client's, or those of one of its people. */
type Whose = { clientId: string; requesterId?: string };

/** After a client or a person got another name: their tickets will be found by it, in a moment. */
export function reindexLater(ctx: Ctx, whose: Whose): Promise<void> {
  return ctx.services.jobs.enqueue(ctx, REINDEX_JOB, whose);
}

const NEXT = `
select client_id, id, key, title, description, requester_id, updated_at, is_open from tickets
where client_id = $1 and ($2::uuid is null or requester_id = $2) and ($3::uuid is null or id > $3) order by id limit $4 for update`;

/** Indexes the tickets anew, a batch in a transaction, so that nobody who works on one waits long. */
export function reindexTickets(services: Services): JobDefinition<Whose> {
  return {
    name: REINDEX_JOB,
    async run({ clientId, requesterId }, stopping) {
      for (let after: string | null = null; ; ) {
        stopping?.throwIfAborted();
        const done: string | null = await withContext(services, SEARCH, async (ctx) => {
          const tickets = await ctx.hot<Searched>('reindex', NEXT, [clientId, requesterId ?? null, after, BATCH]);
          await Promise.all(tickets.map((ticket) => indexTicket(ctx, ticket)));
          return tickets.at(-1)?.id ?? null;
        });
        if (done === null) return;
        after = done;
      }
    },
  };
}
