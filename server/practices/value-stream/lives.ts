import { businessSecondsBetween, type Calendar } from '#kernel/calendar.ts';
import type { Candidate, OpenSeconds, Recorded, Standing } from '#kernel/value-stream.ts';
import type { Ctx } from '#platform/context/index.ts';
import { type History, historiesOf, serviceCalendar } from '#server/practices/service-level/index.ts';

/** A ticket as streams read it: what it is, how it stood after each event, and what was recorded. */
export type Life = {
  readonly id: string;
  readonly clientId: string;
  readonly teamId: string | null;
  readonly categoryId: string | null;
  readonly candidate: Candidate;
  readonly standings: readonly Standing[];
  readonly recorded: readonly Recorded[];
  readonly open: OpenSeconds;
};

/** The hours of clients, kept while many tickets are read. */
export type Hours = Map<string, Calendar>;

const BESIDE = `
select t.id, r.item_id from tickets t left join requests r on r.client_id = t.client_id and r.ticket_id = t.id
where t.id = any ($1::uuid[]) and t.merged_into_id is null`;
const RECORDED = `
select ticket_id as id, worked_at as at, minutes from time_entries where ticket_id = any ($1::uuid[])
  and client_id in (select client_id from tickets where id = any ($1::uuid[]))`;
const ABOVE = 'select id, parent_id from categories';

/** The lives of tickets as their logs tell them. Those that were merged into others are left out: their work is the others'. */
export async function livesOf(ctx: Ctx, ids: readonly string[], hours: Hours): Promise<Life[]> {
  const beside = await ctx.hot<{ id: string; item_id: string | null }>('stream_beside', BESIDE, [ids]);
  const items = new Map(beside.map(({ id, item_id }) => [id, item_id]));
  const rows = await ctx.hot<{ id: string; at: string; minutes: number }>('stream_recorded', RECORDED, [ids]);
  const recorded = Map.groupBy(rows, ({ id }) => id);
  const parents = await ctx.hot<{ id: string; parent_id: string | null }>('stream_categories', ABOVE, []);
  const above = new Map(parents.map(({ id, parent_id }) => [id, parent_id]));
  const lives: Life[] = [];
  for (const { ticket, events } of await historiesOf(ctx, [...items.keys()])) {
    const clientId = ticket.client_id;
    const calendar = hours.get(clientId) ?? (await serviceCalendar(ctx, clientId));
    hours.set(clientId, calendar);
    lives.push({
      ...{ id: ticket.id, clientId, teamId: ticket.team_id, categoryId: ticket.category_id },
      candidate: {
        ...{ kind: ticket.kind as Candidate['kind'], clientId, serviceId: ticket.service_id },
        ...{ catalogueItemId: items.get(ticket.id) ?? null, categoryIds: chain(above, ticket.category_id) },
      },
      standings: events.map(standingOf),
      recorded: (recorded.get(ticket.id) ?? []).map(({ at, minutes }) => ({
        at: Date.parse(at),
        seconds: minutes * 60,
      })),
      open: (from, to) => businessSecondsBetween(calendar, from, to),
    });
  }
  return lives;
}

const standingOf = ({ at, after }: History['events'][number]): Standing => ({
  at: Date.parse(at),
  status: after.status,
  category: after.status_category as Standing['category'],
  holdReason: after.hold_reason,
  teamId: after.team_id,
  assigned: after.assignee_id !== null,
});

/** A category and those above it; a circle, which nobody can make, would end. */
function chain(above: ReadonlyMap<string, string | null>, id: string | null): string[] {
  const found: string[] = [];
  for (let at = id; at !== null && !found.includes(at); at = above.get(at) ?? null) found.push(at);
  return found;
}
