import { type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';

const KNOWLEDGE = systemIdentity('Knowledge');
const DAY_MS = 86_400_000;
const BATCH = 1_000;

const SETTLE = `
with over as (
  select client_id, contact_id, article_id, day, at from article_reads where raised is null and at < $1 order by at limit ${BATCH}
)
update article_reads r set raised = exists (
  select from tickets t where t.client_id = o.client_id and (t.requester_id = o.contact_id or t.created_by = o.contact_id)
    and t.created_at >= o.at and t.created_at < o.at + interval '1 day')
from over o where r.client_id = o.client_id and r.contact_id = o.contact_id and r.article_id = o.article_id and r.day = o.day
returning 1`;

/** Notes of what was read a day ago whether a ticket was logged all the same: what was not has spared somebody the asking. */
export async function settleReads(services: Services): Promise<void> {
  const before = new Date(Date.parse(services.now()) - DAY_MS).toISOString();
  for (let done = BATCH; done === BATCH; )
    done = await withContext(
      services,
      KNOWLEDGE,
      async (ctx) => (await ctx.hot('settle_reads', SETTLE, [before])).length,
    );
}

export const SETTLE_JOB = 'knowledge.settle';
export const settleJob = (services: Services): JobDefinition => ({
  name: SETTLE_JOB,
  cron: '7 * * * *',
  run: () => settleReads(services),
});
