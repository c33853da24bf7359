import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { ticketRows } from '#server/desk/ticket/index.ts';
import type { MajorSuggestions } from '#shared/major.ts';
import type { TicketRow } from '#shared/ticket.ts';
import { CRITERIA } from './settings.ts';

type Recent = { client_id: string; id: string; about_id: string; about: string };

/** Tickets that are looked at, the newest. */
const MOST = 1_000;
const SHOWN_EACH = 100;

/** Over which days it is looked at how many there usually are. */
const USUAL_DAYS = 28;

/** How many incidents of a service, or without one of a category, usually come within so many minutes. */
async function usualOf(ctx: Ctx, aboutIds: readonly string[], minutes: number): Promise<Map<string, number>> {
  if (aboutIds.length === 0) return new Map();
  const since = new Date(Date.parse(ctx.now) - USUAL_DAYS * 86_400_000).toISOString();
  const { rows } = await sql<{ about_id: string; count: number }>`
    select coalesce(t.service_id, t.category_id) as about_id, count(*)::int as count from tickets t
    where t.kind = 'incident' and t.created_at >= ${since}
      and (${ctx.scope.allClients} or t.client_id = any (${[...ctx.scope.clientIds]}::uuid[]))
      and coalesce(t.service_id, t.category_id) = any (${aboutIds}::uuid[]) group by 1`.execute(ctx.tx);
  const windows = (USUAL_DAYS * 1_440) / minutes;
  return new Map(rows.map(({ about_id, count }) => [about_id, count / windows]));
}

/**
 * Open incidents of the last while with one service, or else one category, that are as many, or of as many clients, as the firm's
 * criteria ask for, and many times as many as usual. The most telling first. Worked out when asked, from what the reader sees.
 */
export async function majorSuggestions(ctx: Ctx): Promise<MajorSuggestions> {
  const { value: limits } = await resolveSetting(ctx, CRITERIA, null);
  const since = new Date(Date.parse(ctx.now) - limits.minutes * 60_000).toISOString();
  const { rows } = await sql<Recent>`
    select t.client_id, t.id, coalesce(s.id, g.id) as about_id,
      case when s.id is null then 'in the category ' || g.name else 'of the service ' || s.name end as about
    from tickets t left join services s on s.id = t.service_id left join categories g on g.id = t.category_id
    where t.is_open and t.kind = 'incident' and t.created_at >= ${since} and (s.id is not null or g.id is not null)
      and (${ctx.scope.allClients} or t.client_id = any (${[...ctx.scope.clientIds]}::uuid[]))
      and not exists (select from ticket_span_links l where l.client_id = t.client_id and l.ticket_id = t.id and l.how = 'major')
      and not exists (select from major_incidents m where m.client_id = t.client_id and m.ticket_id = t.id)
    order by t.created_at desc, t.id desc limit ${MOST}`.execute(ctx.tx);
  const usual = await usualOf(ctx, [...new Set(rows.map((row) => row.about_id))], limits.minutes);
  const found = [...Map.groupBy(rows, (row) => row.about_id)]
    .map(([id, tickets]) => ({
      ...{ about: tickets[0]?.about ?? '', tickets, usual: usual.get(id) ?? 0 },
      clients: new Set(tickets.map((one) => one.client_id)).size,
    }))
    .filter(({ tickets, clients }) => tickets.length >= limits.tickets || clients >= limits.clients)
    .filter((one) => one.tickets.length >= one.usual * limits.timesUsual)
    .toSorted((a, b) => b.clients - a.clients || b.tickets.length - a.tickets.length)
    .slice(0, 10);
  const lines = await ticketRows(
    ctx,
    found.flatMap(({ tickets }) => tickets.slice(0, SHOWN_EACH)),
  );
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  return {
    criteria: limits.criteria,
    items: found.flatMap(({ about, tickets, clients, usual: each }) => {
      const shown = tickets.map(({ id }) => lineOf.get(id)).filter((line): line is TicketRow => line !== undefined);
      const [newest] = shown;
      if (!newest) return [];
      const where = clients === 1 ? `at ${newest.client.name}` : `at ${clients} clients`;
      const why = `${tickets.length} incidents ${about} ${where} within ${limits.minutes} minutes; usually ${each.toFixed(1)}`;
      return [{ title: shown.at(-1)?.title ?? newest.title, why, tickets: shown }];
    }),
  };
}
