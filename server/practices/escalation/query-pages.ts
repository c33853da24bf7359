import { type RawBuilder, sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type { PagesPage, PageView } from '#shared/escalation.ts';
import { type PageRow, planOf, stepsOf } from './rows.ts';

type Row = PageRow & {
  key: string;
  title: string;
  client_name: string;
  acknowledged_name: string | null;
};

async function pagesWhere(ctx: Ctx, condition: RawBuilder<boolean>, limit: number): Promise<PageView[]> {
  const { rows } = await sql<Row>`
    select p.*, t.key, t.title, c.name as client_name, s.name as acknowledged_name
    from pages p join tickets t on t.client_id = p.client_id and t.id = p.ticket_id
    join clients c on c.id = p.client_id left join staff s on s.id = p.acknowledged_by
    where ${condition} order by p.created_at desc, p.id desc limit ${limit}`.execute(ctx.tx);
  return rows.map(present);
}

function present(row: Row): PageView {
  const [plan, steps] = [planOf(row), stepsOf(row)];
  return {
    id: row.id,
    ticket: { id: row.ticket_id, key: row.key, title: row.title },
    client: { id: row.client_id, name: row.client_name },
    path: { id: row.path_id, name: plan.name },
    why: row.why,
    state: row.state as PageView['state'],
    level: row.level,
    levels: plan.levels.length,
    round: row.round,
    rounds: plan.repeatTimes + 1,
    toldAt: row.told_at,
    nextAt: row.next_at,
    told: steps.findLast(({ told }) => told.length > 0)?.told ?? [],
    steps,
    startedBy: row.started_by,
    acknowledgedBy:
      row.acknowledged_by === null ? null : { id: row.acknowledged_by, name: row.acknowledged_name ?? '' },
    acknowledgedAt: row.acknowledged_at,
    endedAt: row.ended_at,
    createdAt: row.created_at,
  };
}

/** A ticket's pages, the newest first, the latest of very many. */
export function pagesOfTicket(ctx: Ctx, ticket: { client_id: string; id: string }): Promise<PageView[]> {
  return pagesWhere(ctx, sql<boolean>`p.client_id = ${ticket.client_id} and p.ticket_id = ${ticket.id}`, 100);
}

export async function viewPage(ctx: Ctx, id: string): Promise<PageView> {
  const [found] = await pagesWhere(ctx, sql<boolean>`p.id = ${id}`, 1);
  if (!found) throw notFound('page');
  return found;
}

/** Pages of all tickets, the newest first, of one state or of all. */
export async function listPages(
  ctx: Ctx,
  query: { state?: PageView['state']; limit?: number; cursor?: string },
): Promise<PagesPage> {
  const limit = query.limit ?? 50;
  const [at, id] = decodeCursor(query.cursor, ['instant', 'id']) ?? [null, null];
  const { allClients, clientIds } = ctx.scope;
  const scoped = allClients ? sql<boolean>`true` : sql<boolean>`p.client_id = any (${clientIds}::uuid[])`;
  const state = query.state === undefined ? sql<boolean>`true` : sql<boolean>`p.state = ${query.state}`;
  const after =
    at === null ? sql<boolean>`true` : sql<boolean>`(p.created_at, p.id) < (${at}::timestamptz, ${id}::uuid)`;
  const rows = await pagesWhere(ctx, sql<boolean>`${scoped} and ${state} and ${after}`, limit + 1);
  return pageOf(rows, limit, (row) => [row.createdAt, row.id]);
}
