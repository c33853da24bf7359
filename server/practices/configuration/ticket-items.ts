import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import type { TicketItems } from '#shared/estate.ts';
import { loadClasses } from './classes.ts';
import { BESIDE, ROW, rowOf } from './row-columns.ts';

type Linked = Omit<TicketItems['items'][number], 'className'>;

/** What a ticket is about, each with how it is now and by where it is reached. */
export async function itemsOfTicket(ctx: Ctx, idOrKey: string): Promise<TicketItems> {
  const ticket = await findTicket(ctx, idOrKey);
  const classes = await loadClasses(ctx);
  const { rows } = await sql<Linked>`select ${ROW}, l.created_at as "linkedAt",
      (select count(*)::int from ticket_items o join tickets t on t.client_id = o.client_id and t.id = o.ticket_id
        where o.client_id = l.client_id and o.item_id = l.item_id and t.is_open and t.id <> l.ticket_id) as "openTickets",
      (select x.remote_url from ci_sources x where x.client_id = i.client_id and x.item_id = i.id and x.gone_at is null and x.remote_url is not null
        order by x.seen_at desc limit 1) as "remoteUrl",
      (select x.open_url from ci_sources x where x.client_id = i.client_id and x.item_id = i.id and x.gone_at is null and x.open_url is not null
        order by x.seen_at desc limit 1) as "openUrl"
    from ticket_items l join configuration_items i on i.client_id = l.client_id and i.id = l.item_id ${BESIDE}
    where l.client_id = ${ticket.client_id} and l.ticket_id = ${ticket.id} order by l.created_at, i.id limit 500`.execute(
    ctx.tx,
  );
  return { items: rows.map((row) => rowOf(row, classes)) };
}
