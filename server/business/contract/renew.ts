import { sql } from 'kysely';
import { type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';

const CONTRACTS = systemIdentity('Contracts');

type Reached = { client_id: string; id: string; name: string; ends: string; renewed: string | null };

/**
 * Takes contracts whose last day has passed: one that renews goes on for its term, counted from the day on which it would have ended;
 * another has ended. Each once, however often it is called.
 */
export async function renewContracts(services: Services): Promise<void> {
  await withContext(services, CONTRACTS, async (ctx) => {
    const { rows } = await sql<Reached>`
      update contracts k set version = k.version + 1, updated_at = ${ctx.now},
        ends = coalesce((k.ends + make_interval(months => k.renews_months))::date, k.ends),
        state = case when k.renews_months is null then 'ended' else k.state end
      from (select client_id, id, ends from contracts where state = 'active' and ends <= ${ctx.now}::timestamptz::date
        order by client_id, id for update skip locked) was
      where k.client_id = was.client_id and k.id = was.id
      returning k.client_id, k.id, k.name, was.ends, case when k.renews_months is not null then k.ends end as renewed`.execute(
      ctx.tx,
    );
    for (const { client_id: clientId, id, name, ends, renewed } of rows)
      await appendEvent(ctx, {
        ...{ clientId, subjectType: 'contract', subjectId: id, type: renewed ? 'contract.renewed' : 'contract.ended' },
        data: { name, ends, ...(renewed ? { until: renewed } : {}) },
      });
  });
}
