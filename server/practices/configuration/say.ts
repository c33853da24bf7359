import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { ItemValue } from '#shared/estate.ts';
import type { Static } from '#shared/http.ts';
import { inOneNotation } from './notation.ts';
import { keepTyped } from './typed.ts';

type Value = Static<typeof ItemValue>;
export type ByHand = {
  readonly name?: string | undefined;
  readonly classKey?: string | undefined;
  readonly siteId?: string | null | undefined;
  readonly attributes?: Readonly<Record<string, Value>> | undefined;
};

type Before = { name: string; class_key: string | null; site_id: string | null; attributes: Record<string, Value> };

const SAID = `
select name, class_key, site_id, attributes from ci_sources where client_id = $1 and item_id = $2 and source_kind = 'person'`;
const SAY = `
insert into ci_sources (client_id, id, item_id, source_kind, source_name, name, class_key, site_id, attributes, first_at, seen_at)
values ($1, $3, $2, 'person', $4, $5, $6, $7, $8::jsonb, $9, $9)
on conflict (client_id, item_id) where source_kind = 'person' do update set source_name = excluded.source_name, name = excluded.name,
  class_key = excluded.class_key, site_id = excluded.site_id, attributes = excluded.attributes, seen_at = excluded.seen_at`;

/**
 * Writes what people say of an item by hand, beside what they said before; null takes back, so that the other sources hold again. What
 * is typed identifies the item as what is read does.
 */
export async function sayByHand(ctx: Ctx, clientId: string, itemId: string, said: ByHand): Promise<void> {
  const [before] = await ctx.hot<Before>('ci_said_by_hand', SAID, [clientId, itemId]);
  const values = { ...before?.attributes, ...said.attributes };
  await ctx.hot('ci_say_by_hand', SAY, [
    clientId,
    itemId,
    newId(),
    ctx.actor.name,
    said.name ?? before?.name ?? '',
    said.classKey ?? before?.class_key ?? null,
    said.siteId === undefined ? (before?.site_id ?? null) : said.siteId,
    JSON.stringify(
      Object.fromEntries(
        Object.entries(values)
          .filter(([, value]) => value !== null && value !== '')
          .map(([key, value]) => [key, inOneNotation(key, value)]),
      ),
    ),
    ctx.now,
  ]);
  await keepTyped(ctx, clientId, itemId);
}
