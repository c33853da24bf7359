import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { moveTicket } from '#server/desk/ticket/index.ts';
import { type AlertFacts, refoldAlerts } from './alerts.ts';
import type { AlertSource } from './source.ts';
import { touchedBySomebody } from './touched.ts';

type Place = { readonly clientId: string; readonly siteId: string | null };
type Row = { client_id: string; id: string; connector_id: string; key: string; ticket_id: string | null };

/** What was kept as nobody's and turns out to be a client's goes there, unless somebody works on its ticket where it is. */
export async function giveUnknown(
  ctx: Ctx,
  source: AlertSource,
  facts: readonly AlertFacts[],
  kept: readonly { readonly clientId: string; readonly alertId: string | null }[],
): Promise<void> {
  const places = new Map<string, Place>();
  for (const [nth, { clientKnown, clientId, siteId }] of facts.entries()) {
    const at = kept[nth];
    if (clientKnown && at?.alertId && at.clientId !== clientId) places.set(at.alertId, { clientId, siteId });
  }
  if (places.size === 0) return;
  const rows = await ctx.tx
    .selectFrom('alerts')
    .select(['client_id', 'id', 'connector_id', 'key', 'ticket_id'])
    .where('connector_id', '=', source.id)
    .where('id', 'in', [...places.keys()])
    .where('client_known', '=', false)
    .where('ticket_id', 'is', null)
    .orderBy('id')
    .execute();
  for (const row of rows) await giveRow(ctx, row, places.get(row.id) as Place);
}

/** Of alerts of a site that are open at another client: those without a ticket, and one of each ticket that is of the site alone and that nobody has touched. */
const ELSEWHERE = `
select distinct on (coalesce(a.ticket_id, a.id)) a.client_id, a.id, a.connector_id, a.key, a.ticket_id
from alerts a left join tickets t on t.client_id = a.client_id and t.id = a.ticket_id
where a.connector_id = $1 and a.site = $2 and a.client_id <> $3 and a.client_known and a.is_open
  and a.decision ->> 'by' is distinct from 'person' and (a.ticket_id is null or (t.is_open and t.merged_into_id is null
    and not exists (select from alerts x where x.client_id = a.client_id and x.ticket_id = a.ticket_id and x.site <> a.site)
    and not ${touchedBySomebody('a.client_id', 'a.ticket_id', ['ticket.moved_away', 'ticket.moved_here'])}))
order by coalesce(a.ticket_id, a.id), a.cause_id nulls first, a.id`;
const UNKNOWN = `
update alerts a set client_known = false from unnest($1::uuid[], $2::uuid[], $3::uuid[]) g (client_id, id, ticket_id)
where a.client_id = g.client_id and (a.id = g.id or a.ticket_id = g.ticket_id)`;

/**
 * The same for everything of a site of the source that is now known to be a client's, also where it was another's: what is open there
 * comes along, but for what somebody works on. Returns how many alerts went there.
 */
export async function giveAlertsOfSite(ctx: Ctx, connectorId: string, site: string, place: Place): Promise<number> {
  const rows = await ctx.tx
    .selectFrom('alerts')
    .select(['client_id', 'id', 'connector_id', 'key', 'ticket_id'])
    .where('connector_id', '=', connectorId)
    .where('site', '=', site)
    .where('client_known', '=', false)
    .where('ticket_id', 'is', null)
    .orderBy('id')
    .execute();
  const elsewhere = await ctx.hot<Row>('alerts_of_site_elsewhere', ELSEWHERE, [connectorId, site, place.clientId]);
  // Whose they are was what the site said, which holds no more.
  await ctx.hot('alerts_known_no_more', UNKNOWN, [
    elsewhere.map(({ client_id }) => client_id),
    elsewhere.map(({ id }) => id),
    elsewhere.map(({ ticket_id }) => ticket_id),
  ]);
  for (const row of [...rows, ...elsewhere]) await giveRow(ctx, row, place);
  return rows.length + elsewhere.length;
}

/**
 * Makes an alert a client's. Its ticket goes along, with the alerts that are in it; without one it is decided about anew. Where the client
 * has an alert of this device and condition already, it becomes part of that. Returns the id of the alert that it is then.
 */
export async function giveRow(ctx: Ctx, row: Row, { clientId, siteId }: Place): Promise<string> {
  if (row.ticket_id !== null) {
    await moveTicket(ctx, row.ticket_id, {
      clientId,
      showConversation: true,
      reason: 'what it is about is this client’s',
    });
    await sql`update alerts set site_id = ${siteId} where client_id = ${clientId} and id = ${row.id}`.execute(ctx.tx);
    return row.id;
  }
  const there = await ctx.tx
    .selectFrom('alerts')
    .select('id')
    .where('client_id', '=', clientId)
    .where('connector_id', '=', row.connector_id)
    .where('key', '=', row.key)
    .forUpdate()
    .executeTakeFirst();
  if (!there) {
    await sql`update alerts set client_id = ${clientId}, site_id = ${siteId}, client_known = true, item_id = null, cause_id = null,
      state = case when is_open then 'open' else state end, decide_at = case when is_open then ${ctx.now}::timestamptz end,
      version = version + 1, updated_at = ${ctx.now}
      where client_id = ${row.client_id} and id = ${row.id}`.execute(ctx.tx);
    return row.id;
  }
  const gone = await sql<{ raised: boolean }>`
    update alert_occurrences set client_id = ${clientId}, alert_id = ${there.id}
    where client_id = ${row.client_id} and alert_id = ${row.id} returning raised`.execute(ctx.tx);
  await sql`update alerts set cause_id = null where client_id = ${row.client_id} and cause_id = ${row.id}`.execute(
    ctx.tx,
  );
  await sql`delete from alerts where client_id = ${row.client_id} and id = ${row.id}`.execute(ctx.tx);
  await refoldAlerts(ctx, [there.id], new Map([[there.id, gone.rows.filter(({ raised }) => raised).length]]));
  return there.id;
}
