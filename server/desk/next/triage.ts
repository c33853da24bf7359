import { sql } from 'kysely';
import { groupAlike } from '#kernel/alike.ts';
import type { Ctx } from '#platform/context/index.ts';
import { countTickets, listTickets, ticketRows } from '#server/desk/ticket/index.ts';
import type { TicketCluster, TriageBoard } from '#shared/next.ts';
import type { TicketRow } from '#shared/ticket.ts';
import type { TicketFilterQuery } from '#shared/ticket-filter.ts';
import { COUNT_CAP } from '#shared/vocabulary.ts';

const LANE = 50;
/** Clusters are looked for among this many of the newest open tickets of the last two hours. */
const WINDOW_MS = 2 * 3_600_000;
const MOST_RECENT = 300;
const MOST_CLUSTERS = 20;
const SHOWN_EACH = 50;

type Recent = { client_id: string; id: string; title: string; source: string };

/** What whoever hands work out looks at first: what nobody has, what is due within the hour, and what looks like one thing. */
export async function triageBoard(ctx: Ctx): Promise<TriageBoard> {
  return {
    unassigned: await lane(ctx, { status: ['open'], assigneeId: ['none'], sort: 'priority' }),
    atRisk: await lane(ctx, { status: ['open'], due: 'hour', sort: 'due' }),
    clusters: await clusters(ctx),
  };
}

async function lane(ctx: Ctx, query: TicketFilterQuery) {
  const { items } = await listTickets(ctx, { ...query, limit: LANE });
  const count = items.length < LANE ? items.length : await countTickets(ctx, query);
  return { items, count, capped: count >= COUNT_CAP };
}

/** Alike tickets of the last two hours: alerts across clients, everything else within one. Those under a parent are dealt with. */
async function clusters(ctx: Ctx): Promise<TicketCluster[]> {
  const since = new Date(Date.parse(ctx.now) - WINDOW_MS).toISOString();
  const { rows } = await sql<Recent>`
    select t.client_id, t.id, t.title, t.source from tickets t
    where t.is_open and t.created_at >= ${since} and t.parent_id is null
      and (${ctx.scope.allClients} or t.client_id = any (${ctx.scope.clientIds}::uuid[]))
    order by t.created_at desc, t.id desc limit ${MOST_RECENT}`.execute(ctx.tx);
  const alerts = groupAlike(rows.filter((row) => row.source === 'monitoring'));
  const grouped = new Set(alerts.flat());
  const byClient = Map.groupBy(
    rows.filter((row) => !grouped.has(row)),
    (row) => row.client_id,
  );
  const found = [...alerts, ...[...byClient.values()].flatMap((recent) => groupAlike(recent))]
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_CLUSTERS);
  const lines = await ticketRows(
    ctx,
    found.flatMap((members) => members.slice(0, SHOWN_EACH)),
  );
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  return found.flatMap((members) => {
    const items = members.map(({ id }) => lineOf.get(id)).filter((line): line is TicketRow => line !== undefined);
    const [newest] = items;
    if (!newest) return [];
    return [{ id: newest.id, reason: reasonFor(members, newest), title: newest.title, count: members.length, items }];
  });
}

function reasonFor(members: readonly Recent[], newest: TicketRow): string {
  const clients = new Set(members.map((member) => member.client_id)).size;
  const where = clients === 1 ? `at ${newest.client.name}` : `at ${clients} clients`;
  const what = members.every((member) => member.source === 'monitoring') ? 'alike alerts' : 'alike tickets';
  return `${members.length} ${what} ${where} within two hours`;
}
