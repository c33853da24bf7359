import { type RawBuilder, sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type {
  Counts,
  CountsOf,
  Rating,
  RatingRow,
  RatingsQuery,
  Satisfaction,
  SatisfactionQuery,
} from '#shared/satisfaction.ts';

const OF = `
select r.score, r.comment, p.name as by, r.asked_at as "askedAt", r.rated_at as "ratedAt", r.until
from ratings r left join contacts p on p.client_id = r.client_id and p.id = r.contact_id
where r.client_id = $1 and r.ticket_id = $2`;

/** What was said about a ticket, or is asked; null where nobody was asked. Under the reader's own scope. */
export async function ratingOf(ctx: Ctx, ticket: { client_id: string; id: string }): Promise<Rating | null> {
  const [found] = await ctx.hot<Rating>('rating_of', OF, [ticket.client_id, ticket.id]);
  return found ?? null;
}

/** The ratings that a question is about. Instants beside days would keep the index of instants from being asked. */
function within({ from, to, clientId, teamId, staffId }: SatisfactionQuery): RawBuilder<unknown> {
  return sql`r.asked_at >= ${from}::date::timestamptz and r.asked_at < (${to}::date + 1)::timestamptz
    ${clientId ? sql`and r.client_id = ${clientId}` : sql``} ${teamId ? sql`and r.team_id = ${teamId}` : sql``}
    ${staffId ? sql`and r.staff_id = ${staffId}` : sql``}`;
}

/** Ratings (`r`) counted by what was said. */
export const COUNTS = `count(*)::int as asked, count(*) filter (where r.score = 'good')::int as good,
  count(*) filter (where r.score = 'fair')::int as fair, count(*) filter (where r.score = 'bad')::int as bad`;

/** How content people were in a period, by client, team, person and month, each with how many were asked. */
export async function satisfaction(ctx: Ctx, query: SatisfactionQuery): Promise<Satisfaction> {
  if (query.clientId) await refuseUnseen(ctx, query.clientId);
  const by = async (id: RawBuilder<unknown>, name: RawBuilder<unknown>, join: RawBuilder<unknown>) =>
    (
      await sql<CountsOf>`select ${id} as id, coalesce(${name}, 'Nobody') as name, ${sql.raw(COUNTS)} from ratings r ${join}
        where ${within(query)} group by 1, 2 order by asked desc, 2 limit 200`.execute(ctx.tx)
    ).rows;
  const { rows: months } = await sql<Counts & { month: string }>`
    select to_char(r.asked_at at time zone 'UTC', 'YYYY-MM') as month, ${sql.raw(COUNTS)} from ratings r
    where ${within(query)} group by 1 order by 1`.execute(ctx.tx);
  const { rows: total } = await sql<Counts>`select ${sql.raw(COUNTS)} from ratings r where ${within(query)}`.execute(
    ctx.tx,
  );
  return {
    total: total[0] ?? { asked: 0, good: 0, fair: 0, bad: 0 },
    byClient: await by(sql`r.client_id`, sql`c.name`, sql`join clients c on c.id = r.client_id`),
    byTeam: await by(sql`r.team_id`, sql`t.name`, sql`left join teams t on t.id = r.team_id`),
    byPerson: await by(sql`r.staff_id`, sql`s.name`, sql`left join staff s on s.id = r.staff_id`),
    byMonth: months,
  };
}

/** The ratings behind a figure, the newest first. */
export async function listRatings(ctx: Ctx, query: RatingsQuery) {
  if (query.clientId) await refuseUnseen(ctx, query.clientId);
  const limit = query.limit ?? 50;
  const cursor = decodeCursor(query.cursor, ['instant', 'id']);
  const { rows } = await sql<RatingRow>`
    select r.ticket_id as "ticketId", t.key, t.title, json_build_object('id', c.id, 'name', c.name) as client, p.name as by,
      r.asked_at as "askedAt", r.score, r.comment
    from ratings r join clients c on c.id = r.client_id join tickets t on t.client_id = r.client_id and t.id = r.ticket_id
    join contacts p on p.client_id = r.client_id and p.id = r.contact_id
    where ${within(query)} ${query.score ? sql`and r.score = ${query.score}` : sql``}
      ${cursor ? sql`and (r.asked_at, r.ticket_id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : sql``}
    order by r.asked_at desc, r.ticket_id desc limit ${limit + 1}`.execute(ctx.tx);
  return pageOf(rows, limit, (row) => [row.askedAt, row.ticketId]);
}

async function refuseUnseen(ctx: Ctx, clientId: string): Promise<void> {
  const seen = await ctx.tx.selectFrom('clients').select('id').where('id', '=', clientId).executeTakeFirst();
  if (!seen) throw notFound('client');
}
