import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import { dependentsOf } from '#server/practices/configuration/index.ts';
import { joinWhole, leaveWhole, refuseTold } from '#server/practices/span/index.ts';
import type { CausedIncident } from '#shared/change.ts';
import { toldOf } from './parts.ts';
import { type ChangeRow, changeOf } from './rows.ts';

/** Days after a change within which an incident may have come of it. */
const DAYS = 7;
const HOUR_MS = 3_600_000;

const TOUCHED = `
select client_id, array_agg(item_id) as items from change_items where change_client_id = $1 and change_id = $2 group by client_id`;
/** Incidents of a client after an instant that are about certain items or services, with which of these. */
const AFTER = `
select t.id, t.key, t.title, t.created_at as "createdAt", json_build_object('id', k.id, 'name', k.name) as client, i.name as item,
  i.id = any ($4::uuid[]) as touched, s.name as service
from tickets t join clients k on k.id = t.client_id
left join lateral (
  select i.id, i.name from ticket_items l join configuration_items i on i.client_id = l.client_id and i.id = l.item_id
  where l.client_id = t.client_id and l.ticket_id = t.id and l.item_id = any ($5::uuid[]) order by i.id = any ($4::uuid[]) desc, i.name limit 1) i on true
left join services s on s.id = t.service_id and s.id = any ($6::uuid[])
where t.client_id = $1 and t.kind = 'incident' and t.created_at >= $2 and t.created_at < $3 and (i.id is not null or s.id is not null)
order by t.created_at, t.id limit 200`;
const LINKED = `
select t.id, t.key, t.title, t.created_at as "createdAt", json_build_object('id', k.id, 'name', k.name) as client, l.why as evidence
from ticket_span_links l join tickets t on t.client_id = l.client_id and t.id = l.ticket_id join clients k on k.id = t.client_id
where l.whole_id = $1 and l.how = 'change' order by t.created_at, t.id limit 200`;
const SERVICES = 'select service_id as id from change_services where client_id = $1 and change_id = $2';

type Found = Omit<CausedIncident, 'evidence' | 'linked'> & {
  item: string | null;
  touched: boolean | null;
  service: string | null;
};

/** The incidents that are known to have come of a change, and those that may have, each with the evidence. */
export async function causedBy(ctx: Ctx, idOrKey: string): Promise<CausedIncident[]> {
  const ticket = await findTicket(ctx, idOrKey);
  const change = await changeOf(ctx, ticket);
  const linked = await ctx.hot<Omit<CausedIncident, 'linked'>>('change_caused', LINKED, [ticket.id]);
  const known = linked.map((one) => ({ ...one, createdAt: new Date(one.createdAt).toISOString(), linked: true }));
  const proposed = (await proposedFor(ctx, ticket, change)).filter(({ id }) => !known.some((one) => one.id === id));
  return [...known, ...proposed];
}

async function proposedFor(ctx: Ctx, ticket: TicketRecord, change: ChangeRow): Promise<CausedIncident[]> {
  const began = change.actual_start;
  if (began === null) return [];
  const ended = change.actual_end ?? ctx.now;
  const until = new Date(Date.parse(ended) + DAYS * 24 * HOUR_MS).toISOString();
  const touched = await ctx.hot<{ client_id: string; items: string[] }>('change_caused_touched', TOUCHED, [
    ticket.client_id,
    ticket.id,
  ]);
  const services = (
    await ctx.hot<{ id: string }>('change_caused_services', SERVICES, [ticket.client_id, ticket.id])
  ).map(({ id }) => id);
  const places = new Map(touched.map(({ client_id, items }) => [client_id, items]));
  if (services.length > 0 && !places.has(ticket.client_id)) places.set(ticket.client_id, []);
  const found: CausedIncident[] = [];
  for (const [clientId, items] of places) {
    const { itemIds } = await dependentsOf(ctx, clientId, items);
    const rows = await ctx.hot<Found>('change_caused_after', AFTER, [
      ...[clientId, began, until, items, [...items, ...itemIds], services],
    ]);
    for (const { item, touched: isTouched, service, ...row } of rows) {
      const createdAt = new Date(row.createdAt).toISOString();
      const about =
        item === null
          ? `about ${service}, a service that it was about`
          : `about ${item}, which ${isTouched ? 'it touched' : 'depends on what it touched'}`;
      found.push({ ...row, createdAt, linked: false, evidence: `${about}, ${since(createdAt, began, ended)}` });
    }
  }
  return found;
}

function since(at: string, began: string, ended: string): string {
  if (at <= ended) return `${inWords(Date.parse(at) - Date.parse(began))} after it began`;
  return `${inWords(Date.parse(at) - Date.parse(ended))} after it ended`;
}

function inWords(ms: number): string {
  const hours = Math.round(ms / HOUR_MS);
  if (hours < 1) return 'within an hour';
  return hours < 48 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : `${Math.round(hours / 24)} days`;
}

/** Says that an incident came of a change, or that it did not after all. */
export async function sayCaused(ctx: Ctx, idOrKey: string, incident: string, on: boolean): Promise<void> {
  const ticket = await findTicket(ctx, idOrKey);
  const change = await changeOf(ctx, ticket);
  const caused = await findTicket(ctx, incident);
  if (caused.kind !== 'incident') throw invalid([{ path: 'incident', message: `${caused.key} is no incident` }]);
  if (!on) {
    await leaveWhole(ctx, caused, ticket);
    return;
  }
  const proposed = (await proposedFor(ctx, ticket, change)).find(({ id }) => id === caused.id);
  await refuseTold(ctx, ticket, 'incident', toldOf(ticket, change));
  await joinWhole(ctx, caused, ticket, { how: 'change', why: proposed?.evidence ?? 'said by hand' });
}
