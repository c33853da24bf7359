import type { ConditionValues } from '#kernel/conditions.ts';
import type { Surroundings, TicketFacts } from '#kernel/service-level.ts';
import { conditionValues } from '#kernel/service-level.ts';
import { type Ctx, readOnce } from '#platform/context/index.ts';

const NAMES = `
select client.name, client.code, client.country, client.region, g.name as "group",
  (select path from categories where id = $2) as category, (select name from teams where id = $3) as team,
  (select name from services where id = $4) as service,
  coalesce((select vip from contacts where client_id = $1 and id = $5), false) as vip
from clients client left join client_groups g on g.id = client.group_id where client.id = $1`;

type Names = Surroundings['client'] & Pick<Surroundings, 'category' | 'team' | 'service' | 'vip'>;

/** How conditions see a ticket of a client. The names behind its ids are read once per transaction. */
export async function valuesFor(
  ctx: Ctx,
  clientId: string,
  facts: TicketFacts,
): Promise<(facts: TicketFacts) => ConditionValues> {
  const ids = [clientId, facts.category_id, facts.team_id, facts.service_id, facts.requester_id];
  const [names] = await readOnce(ctx, `surroundings ${ids}`, () => ctx.hot<Names>('sla_surroundings', NAMES, ids));
  if (!names) throw new Error(`There is no client ${clientId}`);
  const { category, team, service, vip, ...client } = names;
  return (of) => conditionValues(of, { category, team, service, vip, client });
}
