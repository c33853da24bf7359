import { type RawBuilder, sql } from 'kysely';
import { dayAt } from '#kernel/day.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type { ProblemQuery, ProblemRow } from '#shared/problem.ts';

/** Problems by their newest change, of the clients that the reader sees. */
export async function listProblems(ctx: Ctx, { clientId, show, limit = 50, cursor: from }: ProblemQuery) {
  const cursor = decodeCursor(from, ['instant', 'id']);
  const { allClients, clientIds } = ctx.scope;
  const where: RawBuilder<unknown>[] = [
    sql`t.kind = 'problem' and t.merged_into_id is null`,
    ...(allClients ? [] : [sql`t.client_id = any (${[...clientIds]}::uuid[])`]),
    ...(clientId ? [sql`t.client_id = ${clientId}`] : []),
    ...(cursor ? [sql`(t.updated_at, t.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`] : []),
    ...shownBy(ctx, show),
  ];
  const { rows } = await sql<ProblemRow>`
    select t.id, t.key, t.title, t.status, t.status_category as "statusCategory", t.priority,
      jsonb_build_object('id', c.id, 'name', c.name) as client,
      case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end as assignee,
      (select count(*)::int from ticket_span_links l where l.whole_id = t.id and l.how = 'problem') as incidents,
      (select count(*)::int from known_errors k where k.problem_id = t.id and k.retired_at is null) as "knownErrors",
      p.review_on as "reviewOn", t.updated_at as "updatedAt"
    from tickets t join problems p on p.client_id = t.client_id and p.ticket_id = t.id join clients c on c.id = t.client_id
    left join staff a on a.id = t.assignee_id
    where ${sql.join(where, sql` and `)} order by t.updated_at desc, t.id desc limit ${limit + 1}`.execute(ctx.tx);
  return pageOf(rows, limit, (row) => [row.updatedAt, row.id]);
}

function shownBy(ctx: Ctx, show: ProblemQuery['show']): RawBuilder<unknown>[] {
  switch (show) {
    case 'open':
      return [sql`t.is_open`];
    case 'known':
      return [
        sql`(t.status = 'known_error' or exists (select from known_errors k where k.problem_id = t.id and k.retired_at is null))`,
      ];
    case 'review':
      return [sql`p.review_on <= ${dayAt(ctx.now, 'UTC')}::date`];
    case 'ended':
      return [sql`not t.is_open`];
    default:
      return [];
  }
}
