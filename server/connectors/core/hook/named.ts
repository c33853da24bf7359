import type { Ctx } from '#platform/context/index.ts';
import type { ConnectorRow } from '../rows.ts';

/** So many values of a label are kept: one that is different each time names no client. */
const MOST = 2_000;

const NAMED = `
insert into connector_sites (connector_id, external_id, name, for_client_id, seen_at)
select $1, n.name, n.name, (select c.id from clients c where c.active and lower(c.code) = lower(n.name)), $2
from unnest($3::text[]) as n (name)
where (select count(*) from connector_sites s where s.connector_id = $1) < ${MOST}
on conflict (connector_id, external_id) do nothing`;

/**
 * Keeps what names clients in the calls of a system that cannot list its sites, so that it can be mapped. A name that is a client's code
 * is that client's at once.
 */
export async function keepNamed(ctx: Ctx, connector: ConnectorRow, names: Iterable<string | null>): Promise<void> {
  const list = [...new Set(names)].filter((name) => name !== null && name !== '');
  if (list.length > 0) await ctx.hot('connector_sites_named', NAMED, [connector.id, ctx.now, list]);
}
