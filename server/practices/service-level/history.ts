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
    readonly site_id: string | null;
    readonly priority_why: { readonly rule?: string };
    readonly promise_id: string | null;
    readonly created_at: string;
  };
  readonly events: readonly Happening[];
};

const FACTS = [
  ...['kind', 'status', 'status_category', 'hold_reason', 'priority', 'impact', 'urgency', 'requester_id', 'team_id'],
  ...['assignee_id', 'category_id', 'service_id', 'source', 'tags', 'first_response_at', 'resolution_note'],
] as const satisfies readonly (keyof TicketFacts)[];

const KEPT = ['categoryBefore', 'promise', 'asked', 'target', 'percent', 'seconds', 'reason', 'text'];

/** Only what clocks look at leaves the database: descriptions and the like are long. */
const EVENTS = `
select e.subject_id, e.at, e.type, e.actor_name as by, e.actor_kind in ('staff', 'key') as person, e.visibility = 'public' as "isPublic",
  coalesce((select jsonb_object_agg(d.key, d.value) from jsonb_each(e.data) d where d.key = any ($2)), '{}')
  || jsonb_build_object('changes', coalesce((select jsonb_object_agg(c.key, c.value) from jsonb_each(e.data -> 'changes') c
    where c.key = any ($3)), '{}')) as data
from events e where e.subject_id = any ($1) and e.subject_type = 'ticket'
  and (e.type like 'ticket.sla%' or e.type in ('ticket.created', 'ticket.replied', 'ticket.moved_here') or e.data ? 'changes')
order by e.subject_id, e.at, e.id`;

const TICKETS = `select client_id, id, key, site_id, priority_why, promise_id, created_at, ${FACTS.join(', ')} from tickets where id = any ($1)`;

type Row = Omit<Happening, 'before' | 'after'> & { subject_id: string };

/** The lives of tickets. What each looked like at each event is worked out backwards from how it is now. */
export async function historiesOf(ctx: Ctx, ids: readonly string[]): Promise<History[]> {
  const ask = async <R>(text: string, values: unknown[]) =>
    (await ctx.tx.executeQuery<R>(CompiledQuery.raw(text, values))).rows;
  const tickets = await ask<History['ticket']>(TICKETS, [ids]);
  const byTicket = new Map<string, Row[]>();
  for (const row of await ask<Row>(EVENTS, [ids, KEPT, FACTS])) {
    const known = byTicket.get(row.subject_id);
    if (known) known.push(row);
    else byTicket.set(row.subject_id, [row]);
  }
  return tickets.map((ticket) => ({ ticket, events: backwards(ticket, byTicket.get(ticket.id) ?? []) }));
}

function backwards(ticket: TicketFacts, rows: readonly Row[]): Happening[] {
  const told: Happening[] = [];
  let after: TicketFacts = ticket;
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i] as Row;
    const before = row.type === 'ticket.created' ? null : beforeOf(after, row);
    told.push({ ...row, before, after });
    after = before ?? after;
  }
  return told.reverse();
}

function beforeOf(after: TicketFacts, { data }: Row): TicketFacts {
  const changes = Object.entries(data.changes ?? {});
  if (changes.length === 0 && !data.categoryBefore && !data.asked) return after;
  const before: Record<string, unknown> = { ...after };
  for (const [column, [value]] of changes) before[column] = value;
  if (data.categoryBefore) before['status_category'] = data.categoryBefore;
  // Who asked at the client it came from is not told here, only whether somebody did.
  if (data.asked) before['requester_id'] = data.asked[0] ? 'somebody' : null;
  return before as unknown as TicketFacts;
}
