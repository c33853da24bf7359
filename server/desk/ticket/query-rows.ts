import type { Ctx } from '#platform/context/index.ts';
import { worksFor } from '#platform/identity/index.ts';
import type { TicketRow } from '#shared/ticket.ts';

/** Where a ticket is: its client leads every key. */
export type Place = { readonly client_id: string; readonly id: string };

/** When something was last said that a reader may have missed. Logging a ticket says something too, until it is over. */
export const NEWS = '(coalesce(t.last_message_at, case when t.is_open then t.created_at end))';

/** An instant as the API tells it. JSON has PostgreSQL's own form otherwise. */
const instant = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Once the first threshold was acted on, the next one is the deadline: at risk since the clock last changed at the latest. */
const AT_RISK = 'case when k.passed_percent >= k.thresholds[1] then k.changed_at else k.next_threshold_at end';

/**
 * Lines of the queue as the API sends them, in the order of the places: one text of JSON, which spares reading and writing some
 * thousand values. Each join is by a key that leads with the client where there is one.
 */
export const ROWS = `
select coalesce(json_agg(line), '[]')::text as lines from (
  select t.id, t.key, t.kind, t.title,
    json_build_object('id', c.id, 'name', c.name, 'code', c.code, 'timeZone', c.time_zone) as client,
    case when r.id is not null then json_build_object('id', r.id, 'name', r.name, 'vip', r.vip) end as requester,
    t.status, t.status_category as "statusCategory", t.hold_reason as "holdReason", t.priority, t.impact, t.urgency,
    case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end as team,
    case when s.id is not null then json_build_object('id', s.id, 'name', s.name,
      'gone', case when not s.active then 'left' when not ${worksFor('t.client_id')} then 'client' end) end as assignee,
    t.source, t.tags, ${instant('t.created_at')} as "createdAt", ${instant('t.updated_at')} as "updatedAt", ${instant('t.due_at')} as "dueAt",
    k.clock,
    case when t.last_message_at is not null then json_build_object('at', ${instant('t.last_message_at')},
      'by', coalesce(t.last_message_by, ''), 'text', coalesce(t.last_message_text, '')) end as "lastMessage",
    case when t.last_message_at is null then t.opening else '' end as opening,
    $3::uuid is not null and coalesce(${NEWS} > coalesce(u.read_at, '-infinity'), false) as unread, t.version
  from unnest($1::uuid[], $2::uuid[]) with ordinality place (client_id, id, nth)
  join tickets t on t.client_id = place.client_id and t.id = place.id
  join clients c on c.id = t.client_id
  left join contacts r on r.client_id = t.client_id and r.id = t.requester_id
  left join teams g on g.id = t.team_id
  left join staff s on s.id = t.assignee_id
  left join ticket_reads u on u.client_id = t.client_id and u.ticket_id = t.id and u.staff_id = $3::uuid
  left join lateral (
    select json_build_object('target', k.target, 'state', k.state, 'targetSeconds', k.target_seconds, 'consumedSeconds', k.consumed_seconds,
      'runningSince', ${instant('k.running_since')}, 'dueAt', ${instant('k.due_at')}, 'atRiskAt', ${instant(AT_RISK)},
      'breachedAt', ${instant('k.breached_at')}, 'stoppedAt', ${instant('k.stopped_at')}, 'pauseReason', k.pause_reason) as clock
    from ticket_clocks k where k.client_id = t.client_id and k.ticket_id = t.id and k.state <> 'cancelled'
    order by (k.stopped_at is null) desc, k.due_at nulls last, k.target limit 1) k on true
  order by place.nth) line`;

/** The lines of these tickets as JSON, in their order; those that the caller may not see are not among them. */
export async function rowsJson(ctx: Ctx, places: readonly Place[]): Promise<string> {
  if (places.length === 0) return '[]';
  const me = ctx.scope.principal === 'staff' ? ctx.scope.principalId : null;
  const clients = places.map((place) => place.client_id);
  const ids = places.map((place) => place.id);
  const [found] = await ctx.hot<{ lines: string }>('ticket_rows', ROWS, [clients, ids, me]);
  return found?.lines ?? '[]';
}

/** The same as objects. */
export async function ticketRows(ctx: Ctx, places: readonly Place[]): Promise<TicketRow[]> {
  return JSON.parse(await rowsJson(ctx, places));
}
