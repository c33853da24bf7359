import type { PlacedPolicy, PolicyTerms } from '#kernel/service-level.ts';
import { inOrder } from '#kernel/service-level.ts';
import { type Ctx, readOnce } from '#platform/context/index.ts';

export type ChainPolicy = PlacedPolicy & { readonly position: number };

/**
 * The policies that reach a client, each in the version that is in force at an instant. Names of groups and clients are not in it:
 * what is made of it is kept with the client.
 */
const CHAIN = `
select p.id as "policyId", v.number, p.name, '' as place, v.position, v.terms,
  case when p.client_id is not null then 'client' when p.group_id is not null then 'group' else 'provider' end as level
from sla_policies p
join lateral (
  select v.number, v.position, v.terms from sla_policy_versions v
  where v.policy_id = p.id and v.from_at <= $2 and v.taken_back_at is null
  order by v.from_at desc, v.number desc limit 1) v on v.terms is not null
where (p.client_id is null and p.group_id is null) or p.client_id = $1
  or p.group_id = (select c.group_id from clients c where c.id = $1)`;

/** The policies that reach a client at an instant, in the order in which they are asked. */
export async function policyChain(ctx: Ctx, clientId: string, at: string): Promise<ChainPolicy[]> {
  const rows = await readOnce(ctx, `policies ${clientId} ${at}`, () =>
    ctx.hot<Omit<ChainPolicy, 'terms'> & { terms: PolicyTerms }>('policy_chain', CHAIN, [clientId, at]),
  );
  return inOrder(rows);
}
