import { CompiledQuery } from 'kysely';
import type { NextCandidate } from '#kernel/next-best.ts';
import type { Ctx } from '#platform/context/index.ts';
import { isGone } from '#server/desk/ticket/index.ts';

/** Own tickets, and tickets of each team, that are looked at; more than anybody could have pressing at once. */
const MOST_OWN = 200;
const MOST_EACH = 40;
const COLUMNS =
  't.client_id, t.id, t.priority, t.created_at, t.due_at, t.status, t.first_response_at, t.assignee_id, t.team_id, t.category_id';

/**
 * What a person could do next: their own tickets that do not wait, and those nobody has in their teams or in no team, or
 * somebody who is gone, the most urgent of each; without what others are considering now and what the person passed over. Every branch walks
 * an index.
 */
const CANDIDATES = `
with own as (
  select ${COLUMNS} from tickets t where t.is_open and t.assignee_id = $1 and t.status_category <> 'waiting'
    and ($4::uuid is null or t.team_id = $4) and ($5 or t.client_id = any ($6::uuid[]))
  order by t.due_at nulls last, t.priority, t.created_at limit ${MOST_OWN}
), of_teams as (
  select u.* from unnest($3::uuid[]) team cross join lateral (
    select ${COLUMNS} from tickets t where t.is_open and t.assignee_id is null and t.team_id = team and t.status_category <> 'waiting'
      and ($5 or t.client_id = any ($6::uuid[]))
    order by t.priority, t.created_at, t.id limit ${MOST_EACH}) u
), of_nobody as (
  select ${COLUMNS} from tickets t where $4::uuid is null and t.is_open and t.assignee_id is null and t.team_id is null
    and t.status_category <> 'waiting' and ($5 or t.client_id = any ($6::uuid[]))
  order by t.priority, t.created_at, t.id limit ${MOST_EACH}
), due as (
  select ${COLUMNS} from tickets t where t.is_open and t.assignee_id is null and t.due_at is not null and t.status_category <> 'waiting'
    and (t.team_id = any ($3::uuid[]) or (t.team_id is null and $4::uuid is null)) and ($5 or t.client_id = any ($6::uuid[]))
  order by t.due_at, t.id limit ${MOST_EACH}
), of_gone as (
  select ${COLUMNS} from staff s join tickets t on t.assignee_id = s.id and t.is_open
  where (not s.active or not s.all_clients) and s.id <> $1 and ${isGone('t.client_id')} and t.status_category <> 'waiting'
    and (t.team_id = any ($3::uuid[]) or (t.team_id is null and $4::uuid is null)) and ($5 or t.client_id = any ($6::uuid[]))
  order by t.priority, t.created_at, t.id limit ${MOST_EACH}
)
select t.client_id, t.id, t.priority, t.created_at, t.due_at, t.status, t.first_response_at, t.assignee_id, g.name as team_name,
  coalesce(c.skills, '{}') as skills, m.author_kind, m.author_name, m.created_at as said_at,
  (select k.target from ticket_clocks k where k.client_id = t.client_id and k.ticket_id = t.id and k.due_at = t.due_at
    and k.stopped_at is null order by k.target limit 1) as target
from (select * from own union select * from of_teams union select * from of_nobody union select * from due union select * from of_gone) t
left join teams g on g.id = t.team_id
left join categories c on c.id = t.category_id
left join lateral (
  select m.author_kind, m.author_name, m.created_at from messages m
  where m.client_id = t.client_id and m.ticket_id = t.id and m.visibility = 'public' and not m.is_report
  order by m.created_at desc, m.id desc limit 1) m on true
where not exists (
  select from ticket_offers o where o.client_id = t.client_id and o.ticket_id = t.id and o.until > $2
    and (o.staff_id = $1) = (o.state = 'rejected'))`;

type Row = {
  client_id: string;
  id: string;
  priority: number;
  created_at: string;
  due_at: string | null;
  status: string;
  first_response_at: string | null;
  assignee_id: string | null;
  team_name: string | null;
  skills: string[];
  author_kind: string | null;
  author_name: string | null;
  said_at: string | null;
  target: string | null;
};

export type PlacedCandidate = NextCandidate & { readonly clientId: string };

/** The candidates for a person; `teamIds` are the teams whose unassigned tickets count, `only` narrows everything to one. */
export async function candidatesFor(
  ctx: Ctx,
  staffId: string,
  teamIds: readonly string[],
  only: string | null,
): Promise<PlacedCandidate[]> {
  const { rows } = await ctx.tx.executeQuery<Row>(
    CompiledQuery.raw(CANDIDATES, [staffId, ctx.now, teamIds, only, ctx.scope.allClients, ctx.scope.clientIds]),
  );
  return rows.map((row) => {
    const mine = row.assignee_id === staffId;
    // Words of the client on a ticket that nobody has answered yet are part of the report, not an answer to us.
    const answered = row.author_kind === 'contact' && (mine || row.first_response_at !== null);
    return {
      id: row.id,
      clientId: row.client_id,
      priority: row.priority,
      createdAt: row.created_at,
      dueAt: row.due_at,
      dueFor: row.target,
      mine,
      teamName: row.team_name,
      skills: row.skills,
      returned: answered ? { by: row.author_name ?? 'The client', at: row.said_at ?? row.created_at } : null,
      reopened: row.status === 'reopened',
    };
  });
}
