import type { ItemOfChange, Planned } from '#kernel/change-schedule.ts';
import type { Ctx } from '#platform/context/index.ts';

type Row = {
  id: string;
  begins: string;
  ends: string;
  items: string[];
  team_id: string | null;
  people: string[];
};

const OUT_OF_SIGHT = 'select * from app.changes_out_of_sight($1, $2, $3)';
const ITEMS = `
select o.id as asked, i.id, i.name, i.client_id as "clientId", i.service_id as "serviceId" from configuration_items o
join configuration_items i on i.client_id = o.client_id and i.id = coalesce(o.merged_into, o.id) where o.id = any ($1::uuid[])`;

/**
 * Changes of clients whom the asker does not see, that meet the time between two instants: when they are, which of the asker's items
 * they touch and who works on them. What they are is not among it.
 */
export async function outOfSight(ctx: Ctx, { from, until }: { from: string; until: string }): Promise<Planned[]> {
  if (ctx.scope.allClients) return [];
  const rows = await ctx.hot<Row>('changes_out_of_sight', OUT_OF_SIGHT, [from, until, ctx.now]);
  const ids = rows.flatMap(({ items }) => items);
  const items = new Map<string, ItemOfChange>();
  if (ids.length > 0)
    for (const { asked, ...item } of await ctx.hot<ItemOfChange & { asked: string }>('items_out_of_sight', ITEMS, [
      ids,
    ]))
      items.set(asked, item);
  return rows.map((row) => ({
    ...{ id: row.id, key: '', title: '', clientId: '', hidden: true, isEmergency: false, serviceIds: [] },
    ...{ from: Date.parse(row.begins), to: Date.parse(row.ends) },
    items: row.items.flatMap((id) => items.get(id) ?? []),
    team: row.team_id === null ? null : { id: row.team_id, name: '' },
    people: row.people.map((id) => ({ id, name: '' })),
  }));
}
