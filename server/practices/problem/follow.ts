import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';

export const FOLLOW_JOB = 'problem.follow';

/** Known errors have the workaround of their problem, and end with it. */
const FOLLOW = `
update known_errors k set workaround = p.workaround, updated_at = $3,
  retired_at = coalesce(k.retired_at, case when t.status_category in ('resolved', 'cancelled') or t.status = 'closed' then $3::timestamptz end),
  retired_why = case when k.retired_at is null and (t.status_category in ('resolved', 'cancelled') or t.status = 'closed')
    then 'its problem ended' else k.retired_why end
from problems p join tickets t on t.client_id = p.client_id and t.id = p.ticket_id
where k.problem_id = $2 and p.client_id = $1 and p.ticket_id = $2
  and (k.workaround <> p.workaround or (k.retired_at is null and (t.status_category in ('resolved', 'cancelled') or t.status = 'closed')))`;

/** Brings known errors up to date at the clients that the writer sees; a job does at the others. */
export async function follow(ctx: Ctx, { client_id, id }: Pick<TicketRecord, 'client_id' | 'id'>): Promise<void> {
  await ctx.hot('problem_follow', FOLLOW, [client_id, id, ctx.now]);
  if (!ctx.scope.allClients) await ctx.services.jobs.enqueue(ctx, FOLLOW_JOB, { clientId: client_id, id });
}

/** The same at all clients. Done twice it changes nothing. */
export function followJob(services: Services): JobDefinition<{ clientId: string; id: string }> {
  return {
    name: FOLLOW_JOB,
    run: ({ clientId, id }) =>
      withContext(services, systemIdentity('Problems'), async (ctx) => {
        await ctx.hot('problem_follow', FOLLOW, [clientId, id, ctx.now]);
      }),
  };
}
