import { isDay } from '#kernel/day.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { ClassAttribute } from '#shared/estate.ts';

type Attributes = readonly ClassAttribute[];
type Found = { clientId: string; itemId: string; attribute: string; on: string };

const FORGET = `
delete from ci_expiries x using configuration_items i
where i.client_id = x.client_id and i.id = x.item_id and i.class_key = any ($1::text[]) and x.attribute = any ($2::text[])`;
const DAYS = `
select i.client_id as "clientId", i.id as "itemId", a.key as attribute, i.attributes ->> a.key as "on"
from configuration_items i cross join unnest($2::text[]) as a (key)
where i.class_key = any ($1::text[]) and i.attributes ->> a.key is not null`;
const FOLLOW = `
insert into ci_expiries (client_id, item_id, attribute, on_day, remind_days)
select client_id, item_id, attribute, on_day, remind_days
from jsonb_to_recordset($1::jsonb) as e (client_id uuid, item_id uuid, attribute text, on_day date, remind_days int)
on conflict (client_id, item_id, attribute) do update set remind_days = excluded.remind_days, told_at = null, ticket_id = null`;

/** After a class was changed, what its items say ends follows: what ends no more is forgotten, the rest is told of as the class says now. */
export async function followEnds(
  ctx: Ctx,
  classKeys: readonly string[],
  before: Attributes,
  after: Attributes,
): Promise<void> {
  const ends = (attributes: Attributes) => new Map(attributes.filter((one) => one.ends).map((one) => [one.key, one]));
  const [were, are] = [ends(before), ends(after)];
  const gone = [...were.keys()].filter((key) => !are.has(key));
  const changed = [...are.values()].filter(
    ({ key, remindDays }) => !were.has(key) || were.get(key)?.remindDays !== remindDays,
  );
  if (gone.length > 0) await ctx.hot('ci_ends_forget', FORGET, [classKeys, gone]);
  if (changed.length === 0) return;
  const found = await ctx.hot<Found>('ci_ends_days', DAYS, [classKeys, changed.map(({ key }) => key)]);
  const rows = found
    .filter(({ on }) => isDay(on))
    .map(({ clientId, itemId, attribute, on }) => ({
      client_id: clientId,
      item_id: itemId,
      attribute,
      on_day: on,
      remind_days: are.get(attribute)?.remindDays ?? null,
    }));
  await ctx.hot('ci_ends_follow', FOLLOW, [JSON.stringify(rows)]);
}
