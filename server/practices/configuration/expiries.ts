import { sql } from 'kysely';
import { attempt, type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import type { ExpiryQuery } from '#shared/estate.ts';
import type { ItemState } from '#shared/estate-words.ts';
import { type Classes, loadClasses } from './classes.ts';
import { linkItemToTicket } from './link.ts';
import { EXPIRY } from './settings.ts';

type Row = {
  item: { id: string; name: string; state: ItemState; classKey: string };
  client: { id: string; name: string };
  attribute: string;
  on: string;
  remindDays: number | null;
  ticket: { id: string; key: string } | null;
};

/** What ends and when, the nearest first, from thirty days ago on; of what is not retired. */
export async function listExpiries(ctx: Ctx, query: ExpiryQuery) {
  const limit = query.limit ?? 50;
  const cursor = decodeCursor(query.cursor, ['day or null', 'id', 'text']);
  const { clientId, withinDays } = query;
  const today = ctx.now.slice(0, 10);
  const conditions = [
    sql`x.on_day >= ${today}::date - 30`,
    sql`i.merged_into is null and i.state not in ('retired', 'disposed')`,
    ...(clientId ? [sql`x.client_id = ${clientId}`] : []),
    ...(withinDays === undefined ? [] : [sql`x.on_day <= ${today}::date + ${withinDays}::int`]),
    ...(cursor
      ? [sql`(x.on_day, x.item_id, x.attribute) > (${cursor[0]}::date, ${cursor[1]}::uuid, ${cursor[2]})`]
      : []),
  ];
  const { rows } =
    await sql<Row>`select jsonb_build_object('id', i.id, 'name', i.name, 'state', i.state, 'classKey', i.class_key) as item,
      jsonb_build_object('id', c.id, 'name', c.name) as client, x.attribute, x.on_day as "on", x.remind_days as "remindDays",
      (select jsonb_build_object('id', t.id, 'key', t.key) from tickets t where t.client_id = x.client_id and t.id = x.ticket_id) as ticket
    from ci_expiries x join configuration_items i on i.client_id = x.client_id and i.id = x.item_id join clients c on c.id = x.client_id
    where ${sql.join(conditions, sql` and `)} order by x.on_day, x.item_id, x.attribute limit ${limit + 1}`.execute(
      ctx.tx,
    );
  const classes = await loadClasses(ctx);
  const page = pageOf(rows, limit, (row) => [row.on, row.item.id, row.attribute]);
  return {
    ...page,
    items: page.items.map(({ item: { classKey, ...item }, ...row }) => ({
      ...row,
      item: { ...item, className: classes.nameOf(classKey) },
      name: nameOf(classes, classKey, row.attribute),
    })),
  };
}

const nameOf = (classes: Classes, classKey: string, attribute: string): string =>
  classes.attributesOf(classKey).find((one) => one.key === attribute)?.name ?? attribute;

type Due = { clientId: string; itemId: string; attribute: string; on: string; name: string; classKey: string };
const DUE = `
select x.client_id as "clientId", x.item_id as "itemId", x.attribute, x.on_day as "on", i.name, i.class_key as "classKey" from ci_expiries x
join configuration_items i on i.client_id = x.client_id and i.id = x.item_id and i.merged_into is null and i.state not in ('retired', 'disposed')
join clients c on c.id = x.client_id and c.active
where x.told_at is null and x.remind_days is not null and x.on_day - x.remind_days <= $1::date and x.on_day >= $1::date
order by x.on_day limit 100 for update of x skip locked`;
const TOLD = `update ci_expiries set told_at = $4, ticket_id = $5 where client_id = $1 and item_id = $2 and attribute = $3`;

/** Opens a ticket for each end that has come near enough, once. What fails is tried again and holds up no other. Safe in several processes. */
export async function tellOfEnds(services: Services): Promise<number> {
  return withContext(services, systemIdentity('Estate'), async (ctx) => {
    const due = await ctx.hot<Due>('ci_ends_due', DUE, [ctx.now.slice(0, 10)]);
    const classes = await loadClasses(ctx);
    let told = 0;
    for (const end of due) {
      const tried = await attempt(ctx, () => tellOf(ctx, end, classes));
      if ('done' in tried) told += 1;
      else services.log.error({ err: tried.failed, item: end.itemId }, 'estate: nobody could be told of an end');
    }
    return told;
  });
}

async function tellOf(
  ctx: Ctx,
  { clientId, itemId, attribute, on, name, classKey }: Due,
  classes: Classes,
): Promise<void> {
  const { value } = await resolveSetting(ctx, EXPIRY, clientId);
  const what = nameOf(classes, classKey, attribute).toLowerCase();
  const ticket = value.openTickets
    ? await createTicket(ctx, {
        kind: 'request',
        clientId,
        title: `${classes.nameOf(classKey)} ${name}: ${what} ${on}`.slice(0, 200),
        description: `${name} is about to end (${what} ${on}). Renew or replace it, or retire the item.`,
      })
    : null;
  if (ticket) await linkItemToTicket(ctx, ticket.id, itemId);
  await ctx.hot('ci_end_told', TOLD, [clientId, itemId, attribute, ctx.now, ticket?.id ?? null]);
}
