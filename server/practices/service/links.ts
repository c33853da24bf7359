import { sql } from 'kysely';
import { invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';

type Place = { readonly client_id: string; readonly id: string };
type Wanted = {
  readonly tickets?: readonly string[];
  readonly alertIds?: readonly string[];
  readonly announcementIds?: readonly string[];
};
type Column = 'ticket_id' | 'alert_id' | 'announcement_id';

/** Says what an outage has to do with; a list that is left out stays as it was. Returns whether anything is other than before. */
export async function writeLinks(
  ctx: Ctx,
  outage: Place,
  { tickets, alertIds, announcementIds }: Wanted,
): Promise<boolean> {
  const done = [
    tickets && (await put(ctx, outage, 'ticket_id', await ticketsOf(ctx, outage, tickets))),
    alertIds && (await put(ctx, outage, 'alert_id', await alertsOf(ctx, outage, alertIds))),
    announcementIds && (await put(ctx, outage, 'announcement_id', await announcementsOf(ctx, outage, announcementIds))),
  ];
  return done.includes(true);
}

async function put(ctx: Ctx, { client_id, id }: Place, column: Column, ids: readonly string[]): Promise<boolean> {
  const gone = await sql`delete from outage_links where client_id = ${client_id} and outage_id = ${id}
    and ${sql.ref(column)} is not null and ${sql.ref(column)} <> all (${ids}::uuid[]) returning 1`.execute(ctx.tx);
  const added = await sql`insert into outage_links (client_id, id, outage_id, ${sql.ref(column)}, created_at)
    select ${client_id}, new_id, ${id}, linked, ${ctx.now}::timestamptz
    from unnest(${ids.map(() => newId())}::uuid[], ${ids}::uuid[]) wanted (new_id, linked) on conflict do nothing returning 1`.execute(
    ctx.tx,
  );
  return gone.rows.length + added.rows.length > 0;
}

async function ticketsOf(ctx: Ctx, { client_id }: Place, refs: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, ref] of refs.entries()) {
    const ticket = await findTicket(ctx, ref);
    if (ticket.client_id !== client_id)
      throw invalid([{ path: `tickets.${index}`, message: `${ticket.key} is a ticket of another client` }]);
    ids.push(ticket.id);
  }
  return [...new Set(ids)];
}

/** An alert whose client is not known yet belongs to nobody's outage. */
async function alertsOf(ctx: Ctx, { client_id }: Place, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.tx
    .selectFrom('alerts')
    .select('id')
    .where('client_id', '=', client_id)
    .where('client_known', '=', true)
    .where('id', 'in', ids)
    .execute();
  return known('alertIds', ids, rows, 'is not an alert of this client');
}

async function announcementsOf(ctx: Ctx, { client_id }: Place, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select a.id from announcements a where a.id = any (${ids}::uuid[]) and app.announced_to(a, ${client_id}::uuid)`.execute(
    ctx.tx,
  );
  return known('announcementIds', ids, rows, 'is not an announcement to this client');
}

function known(path: string, ids: readonly string[], rows: readonly { id: string }[], message: string): string[] {
  const found = new Set(rows.map(({ id }) => id));
  const unknown = ids.findIndex((id) => !found.has(id.toLowerCase()));
  if (unknown >= 0) throw invalid([{ path: `${path}.${unknown}`, message }]);
  return [...found];
}
