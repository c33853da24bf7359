import type { Ctx } from '#platform/context/index.ts';
import { findItem, loadClasses } from '#server/practices/configuration/index.ts';
import type { OfferedScripts } from '#shared/script.ts';
import type { ScriptRow } from './rows.ts';

export type Offered = ScriptRow & { device: string; connector: string };

const OFFERED = `
select s.*, x.external_id as device, k.name as connector
from ci_sources x join connectors k on k.id = x.source_id and k.state = 'on'
  join connector_scripts s on s.connector_id = k.id and s.approved and s.gone_at is null and s.class_key = any ($3::text[])
where x.client_id = $1 and x.item_id = $2 and x.gone_at is null order by lower(s.name), s.id, x.external_id limit 500`;

/** The approved scripts that a connection can run on an item as it is known there now, each once. */
export async function offeredFor(
  ctx: Ctx,
  item: { client_id: string; id: string; class_key: string },
): Promise<Offered[]> {
  const line = (await loadClasses(ctx)).lineOf(item.class_key);
  const rows = await ctx.hot<Offered>('scripts_offered', OFFERED, [item.client_id, item.id, line]);
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** The same as it is shown: of the parameters, those that are asked for. */
export async function listOffered(ctx: Ctx, itemId: string): Promise<OfferedScripts> {
  const items = await offeredFor(ctx, await findItem(ctx, itemId));
  return {
    items: items.map(({ id, name, description, connector, second_person, parameters, fixed }) => ({
      ...{ id, name, description, connector, secondPerson: second_person },
      parameters: parameters.filter((one) => !Object.hasOwn(fixed, one.name)),
    })),
  };
}
