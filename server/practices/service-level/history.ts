import { CompiledQuery } from 'kysely';
import type { TicketFacts } from '#kernel/service-level.ts';
import type { Ctx } from '#platform/context/index.ts';

/** An event of a ticket, as far as clocks look at it. */
export type Happening = {
  readonly at: string;
  readonly type: string;
  readonly by: string;
  readonly person: boolean;
  readonly isPublic: boolean;
  readonly data: {
    readonly changes?: Readonly<Record<string, readonly [unknown, unknown]>>;
    readonly categoryBefore?: string;
    readonly promise?: string;
    readonly asked?: readonly [boolean, boolean];
    readonly target?: string;
    readonly percent?: number;
    readonly seconds?: number | null;
    readonly reason?: string;
    readonly text?: string;
    /** It came from another client, and its clocks left all names there. */
    readonly nameless?: boolean;
  };
  readonly before: TicketFacts | null;
  readonly after: TicketFacts;
};

/** A ticket with its life as the log tells it, oldest first. */
export type History = {
  readonly ticket: TicketFacts & {
    readonly client_id: string;
    readonly id: string;
    readonly key: string;
    readonly lifecycle: string | null;
    readonly priority_why: { readonly rule?: string };
    readonly promise_id: string | null;
    readonly created_at: string;
  };
  readonly events: readonly Happening[];
};

const FACTS = [
  ...['kind', 'status', 'status_category', 'hold_reason', 'priority', 'impact', 'urgency', 'requester_id', 'team_id'],
  ...['assignee_id', 'category_id', 'service_id', 'site_id', 'source', 'tags', 'first_response_at', 'resolution_note'],
] as const satisfies readonly (keyof TicketFacts)[];

const KEPT = [
  'changes',
  'categoryBefore',
  'promise',
  'asked',
  'target',
  'percent',
  'seconds',
  'reason',
  'text',
  'nameless',
];

/** Only what clocks look at leaves the database, one row per ticket: descriptions and the like are long, and rows are many. */
const EVENTS = `
select e.subject_id, json_agg(json_build_array(
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.type, e.actor_name, e.actor_kind in ('staff', 'key'),
    e.visibility = 'public', e.data) order by e.at, e.id) as events
from (
  select e.subject_id, e.at, e.id, e.type, e.actor_name, e.actor_kind, e.visibility,
    (select jsonb_object_agg(d.key, d.value) from jsonb_each(e.data) d where d.key = any ($2)) as data
  from events e where e.subject_id = any ($1) and e.subject_type = 'ticket'
    and (e.type like 'ticket.sla%' or e.type in ('ticket.created', 'ticket.replied', 'ticket.moved_here') or e.data -> 'changes' ?| $3 or e.data ? 'promise')
) e group by e.subject_id`;

const TICKETS = `select client_id, id, key, lifecycle, priority_why, promise_id, created_at, ${FACTS.join(', ')} from tickets where id = any ($1)`;

type Told = readonly [
  at: string,
  type: string,
  by: string,
  person: boolean,
  isPublic: boolean,
  data: Happening['data'] | null,
];

/** The lives of tickets. What each looked like at each event is worked out backwards from how it is now. */
export async function historiesOf(ctx: Ctx, ids: readonly string[]): Promise<History[]> {
  const ask = async <R>(text: string, values: unknown[]) =>
    (await ctx.tx.executeQuery<R>(CompiledQuery.raw(text, values))).rows;
  const tickets = await ask<History['ticket']>(TICKETS, [ids]);
  const rows = await ask<{ subject_id: string; events: Told[] }>(EVENTS, [ids, KEPT, FACTS]);
  const byTicket = new Map(rows.map(({ subject_id, events }) => [subject_id, events]));
  return tickets.map((ticket) => ({ ticket, events: backwards(ticket, byTicket.get(ticket.id) ?? []) }));
}

const NOTHING: Happening['data'] = {};

function backwards(ticket: TicketFacts, rows: readonly Told[]): Happening[] {
  const told: Happening[] = [];
  let after: TicketFacts = ticket;
  for (let i = rows.length - 1; i >= 0; i--) {
    const [at, type, by, person, isPublic, data] = rows[i] as Told;
    const before = type === 'ticket.created' ? null : beforeOf(after, data ?? NOTHING);
    told.push({ at, type, by, person, isPublic, data: data ?? NOTHING, before, after });
    after = before ?? after;
  }
  return told.reverse();
}

const WATCHED: ReadonlySet<string> = new Set(FACTS);

function beforeOf(after: TicketFacts, data: Happening['data']): TicketFacts {
  let before: Record<string, unknown> | null = null;
  for (const column in data.changes)
    if (WATCHED.has(column)) {
      before ??= { ...after };
      before[column] = data.changes[column]?.[0];
    }
  if (data.categoryBefore) {
    before ??= { ...after };
    before['status_category'] = data.categoryBefore;
  }
  // Who asked at the client it came from is not told here, only whether somebody did.
  if (data.asked) {
    before ??= { ...after };
    before['requester_id'] = data.asked[0] ? 'somebody' : null;
  }
  return before === null ? after : (before as unknown as TicketFacts);
}
