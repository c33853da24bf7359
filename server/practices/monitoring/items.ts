import { normalIdentifier } from '#kernel/estate/identifiers.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { linkItemToTicket } from '#server/practices/configuration/index.ts';

const FINDER = systemIdentity('Monitoring');
/** Before every id that there is. */
const NIL = '00000000-0000-0000-0000-000000000000';

const NAMELESS = `
select id, device ->> 'hostname' as hostname from alerts
where id = any ($1::uuid[]) and item_id is null and device <> '{}'`;

/** Nearest first: what the same system lists under that id; else the one item of the client that bears the name. */
const FIND = `
update alerts a set item_id = x.item_id from (
  select a.client_id, a.id, coalesce(
    (select s.item_id from ci_sources s where s.client_id = a.client_id and s.source_id = a.connector_id
      and s.external_id = a.device ->> 'externalId' order by s.gone_at nulls first limit 1),
    (select case when count(distinct named.id) = 1 then min(named.id::text)::uuid end from (
      select i.id from configuration_items i where i.client_id = a.client_id and i.name_key = n.host
        and i.merged_into is null and i.state not in ('retired', 'disposed')
      union select i.id from ci_identifiers c
        join configuration_items i on i.client_id = c.client_id and i.id = c.item_id
        where c.client_id = a.client_id and c.kind = 'hostname' and c.value = n.host
        and i.merged_into is null and i.state not in ('retired', 'disposed')) named)) as item_id
  from unnest($1::uuid[], $2::text[]) n (id, host) join alerts a on a.id = n.id) x
where a.client_id = x.client_id and a.id = x.id and x.item_id is not null
returning a.id, a.ticket_id`;

/** The item of a ticket that was made before its alert's device was known; not of one that is about something already. */
const UNNAMED_TICKETS = `
select distinct on (a.ticket_id) a.ticket_id as "ticketId", a.item_id as "itemId"
from alerts a join tickets t on t.client_id = a.client_id and t.id = a.ticket_id and t.is_open
where a.id = any ($1::uuid[]) and not exists (
  select from ticket_items l where l.client_id = a.client_id and l.ticket_id = a.ticket_id)
order by a.ticket_id, a.cause_id nulls first, a.first_at, a.id`;

/** Finds the items that alerts are of, for those that have none yet, and says so to their tickets. */
export async function findItems(ctx: Ctx, alertIds: readonly string[]): Promise<void> {
  if (alertIds.length === 0) return;
  const rows = await ctx.hot<{ id: string; hostname: string | null }>('alerts_nameless', NAMELESS, [alertIds]);
  if (rows.length === 0) return;
  const hosts = rows.map(({ hostname }) =>
    hostname === null ? null : (normalIdentifier({ kind: 'hostname', value: hostname })?.value ?? null),
  );
  const found = await ctx.hot<{ id: string; ticket_id: string | null }>('alerts_find_items', FIND, [
    rows.map(({ id }) => id),
    hosts,
  ]);
  const ticketed = found.filter(({ ticket_id }) => ticket_id !== null).map(({ id }) => id);
  if (ticketed.length === 0) return;
  const tickets = await ctx.hot<{ ticketId: string; itemId: string }>('alerts_unnamed_tickets', UNNAMED_TICKETS, [
    ticketed,
  ]);
  for (const { ticketId, itemId } of tickets) await linkItemToTicket(ctx, ticketId, itemId);
}

const TAKE_TURNS = `select pg_advisory_xact_lock(hashtextextended('alerts of ' || $1::text, 0))`;
const LATE = `
select id from alerts where client_id = $1 and is_open and item_id is null and device <> '{}' and id > $2 order by id limit $3`;
/** Alerts per transaction. */
const BATCH = 500;

/** Finds the items of what lasts at these clients and was heard before its device was listed. Transactions of its own. */
export async function findLateItems(services: Services, clientIds: Iterable<string>): Promise<void> {
  for (const clientId of clientIds)
    for (let last: string | null = NIL; last !== null; ) last = await findSome(services, clientId, last);
}

/** The last alert that was looked at; null where there are no more. */
const findSome = (services: Services, clientId: string, after: string): Promise<string | null> =>
  withContext(services, FINDER, async (ctx) => {
    await ctx.hot('alerts_items_turns', TAKE_TURNS, [clientId]);
    const ids = (await ctx.hot<{ id: string }>('alerts_late', LATE, [clientId, after, BATCH])).map(({ id }) => id);
    await findItems(ctx, ids);
    return ids.length === BATCH ? (ids.at(-1) ?? null) : null;
  });
