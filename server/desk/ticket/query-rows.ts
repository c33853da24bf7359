import type { TicketRow } from '#shared/ticket.ts';
import { openingLine } from './opening.ts';

/** As much of a description as an opening line is made of, with its marks. */
const OPENING_SOURCE = 400;

/** The columns of a queue line, shaped by PostgreSQL as the API sends them. `t` is the ticket, `$me` the reader's parameter. */
export function rowColumns(me: string): string {
  return `
  t.id, t.key, t.kind, t.title,
  json_build_object('id', c.id, 'name', c.name, 'code', c.code, 'timeZone', c.time_zone) as client,
  case when r.id is null then null else json_build_object('id', r.id, 'name', r.name, 'vip', r.vip) end as requester,
  t.status, t.status_category as "statusCategory", t.hold_reason as "holdReason", t.priority, t.impact, t.urgency,
  case when g.id is null then null else json_build_object('id', g.id, 'name', g.name) end as team,
  case when a.id is null then null else json_build_object('id', a.id, 'name', a.name) end as assignee,
  t.source, t.tags, t.created_at as "createdAt", t.updated_at as "updatedAt", t.due_at as "dueAt",
  k.target, k.state, k.target_seconds, k.consumed_seconds, k.running_since, k.due_at as clock_due,
  -- Once the first threshold was acted on, the next one is the deadline: at risk since the clock last changed at the latest.
  case when k.passed_percent >= k.thresholds[1] then k.changed_at else k.next_threshold_at end as at_risk_at, k.breached_at, k.stopped_at, k.pause_reason,
  t.last_message_at, t.last_message_by, t.last_message_text,
  case when t.last_message_at is null then left(t.description, ${OPENING_SOURCE}) end as opening,
  (coalesce(t.last_message_at, t.created_at) > coalesce(u.read_at, '-infinity') and ${me}::uuid is not null) as unread,
  t.version`;
}

/** The joins those columns need: each by a key that leads with the client where there is one. */
export function rowJoins(me: string): string {
  return `
  join clients c on c.id = t.client_id
  left join contacts r on r.client_id = t.client_id and r.id = t.requester_id
  left join teams g on g.id = t.team_id
  left join staff a on a.id = t.assignee_id
  left join ticket_reads u on u.client_id = t.client_id and u.ticket_id = t.id and u.staff_id = ${me}::uuid
  left join lateral (
    select * from ticket_clocks k where k.client_id = t.client_id and k.ticket_id = t.id and k.state <> 'cancelled'
    order by (k.stopped_at is null) desc, k.due_at nulls last, k.target limit 1) k on true`;
}

export type RawRow = Omit<TicketRow, 'clock' | 'lastMessage' | 'opening'> & {
  target: string | null;
  state: string;
  target_seconds: number;
  consumed_seconds: number;
  running_since: string | null;
  clock_due: string | null;
  at_risk_at: string | null;
  breached_at: string | null;
  stopped_at: string | null;
  pause_reason: string | null;
  last_message_at: string | null;
  last_message_by: string | null;
  last_message_text: string | null;
  opening: string | null;
};

/** A row as the database gives it, as the API tells it. */
export function presentRow(row: RawRow): TicketRow {
  const {
    target,
    state,
    target_seconds,
    consumed_seconds,
    running_since,
    clock_due,
    at_risk_at,
    breached_at,
    stopped_at,
    pause_reason,
    last_message_at,
    last_message_by,
    last_message_text,
    opening,
    ...rest
  } = row;
  return {
    ...rest,
    clock:
      target === null
        ? null
        : ({
            target,
            state,
            targetSeconds: target_seconds,
            consumedSeconds: consumed_seconds,
            runningSince: running_since,
            dueAt: clock_due,
            atRiskAt: at_risk_at,
            breachedAt: breached_at,
            stoppedAt: stopped_at,
            pauseReason: pause_reason,
          } as TicketRow['clock']),
    lastMessage:
      last_message_at === null
        ? null
        : { at: last_message_at, by: last_message_by ?? '', text: last_message_text ?? '' },
    opening: openingLine(opening ?? ''),
  };
}
