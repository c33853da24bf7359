import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { SITE_NAME } from './site-name.ts';

/** So few that have a piece of text are found by the index; of more the alerts are walked in their order, where the next is never far. */
const FEW = 2_000;
/** What is shorter has no pieces in the index. */
const SHORTEST = 3;

const FOUND = `
with items as materialized (select client_id, item_id from app.find_items($1, $2, $3)), named as (
  select n.client_id, n.id from items f join configuration_items n on n.client_id = f.client_id and n.id = f.item_id
  union select n.client_id, n.id from items f join configuration_items n on n.client_id = f.client_id and n.merged_into = f.item_id)
select array(select alert_id from app.find_alerts($1, $2, $3)) as alerts, array(select item_id from items) as items,
  array(select x.id from named n join alerts x on x.client_id = n.client_id and x.item_id = n.id limit $3) as "onItems",
  array(select id from clients where position(lower($1) in lower(name)) > 0 and ($2::uuid is null or id = $2) limit $3) as clients`;
type Found = Readonly<Record<'alerts' | 'items' | 'onItems' | 'clients', string[]>>;

const SITE = sql.raw(SITE_NAME);
/** What an alert `a` says, with the names of its item `i` (`o` before it was joined with another) and of its client `c`. */
const WORDS = sql`lower(concat_ws(' ', a.title, a.condition, a.device ->> 'hostname', a.device ->> 'ip', a.device ->> 'externalId', ${SITE}, i.name, o.name, c.name))`;

/** Alerts `a` that have a piece of text in what they say or in the name of their item or client. Null: nothing is sought. */
export async function isWorded(
  ctx: Ctx,
  { q, clientId }: { q?: string; clientId?: string },
): Promise<RawBuilder<unknown> | null> {
  const piece = q?.trim().toLowerCase() ?? '';
  if (piece === '') return null;
  const found = piece.length < SHORTEST ? null : await foundBy(ctx, piece, clientId ?? null);
  if (!found) return sql`position(${piece} in ${WORDS}) > 0`;
  return sql`(a.id = any (${[...found.alerts, ...found.onItems]}::uuid[]) or a.client_id = any (${found.clients}::uuid[]))`;
}

async function foundBy(ctx: Ctx, piece: string, clientId: string | null): Promise<Found | null> {
  const [found] = await ctx.hot<Found>('alerts_worded', FOUND, [piece, clientId, FEW + 1]);
  if (!found) return null;
  return Object.values(found).some((some) => some.length > FEW) ? null : found;
}
