import { type RawBuilder, sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type {
  ImprovementAbout,
  ImprovementQuery,
  ImprovementRow,
  ImprovementScope,
  ImprovementView,
} from '#shared/improvement.ts';
import { sourceTable, TABLES } from './refuse.ts';
import type { ImprovementRecord, Reading } from './rows.ts';

const CLIENT = sql`case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name) end as client`;
const OWNER = sql`case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end as owner`;
const FROM = sql`improvements i left join clients c on c.id = i.client_id left join staff o on o.id = i.owner_id`;
const ROW = sql`
  select i.id, i.title, ${CLIENT}, ${OWNER}, i.status, i.measure, i.unit, (i.baseline ->> 'figure')::float8 as baseline,
    (i.readings -> 0 ->> 'figure')::float8 as now, i.target, i.target_on as "targetOn",
    i.readings -> 0 -> 'effect' ->> 'words' as effect, i.updated_at as "updatedAt"
  from ${FROM}`;

/** Entries of the provider, of those clients that the reader sees. */
const inSight = ({ scope }: Ctx): RawBuilder<unknown> =>
  scope.allClients ? sql`true` : sql`(i.client_id is null or i.client_id = any (${[...scope.clientIds]}::uuid[]))`;

/** The register, what changed last first. */
export async function listImprovements(ctx: Ctx, query: ImprovementQuery) {
  const { status, clientId, ownerId, limit = 50 } = query;
  const cursor = decodeCursor(query.cursor, ['instant', 'id']);
  const where = [
    inSight(ctx),
    ...(status ? [sql`i.status = ${status}`] : []),
    ...(clientId ? [sql`i.client_id = ${clientId}`] : []),
    ...(ownerId ? [sql`i.owner_id = ${ownerId}`] : []),
    ...(cursor ? [sql`(i.updated_at, i.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`] : []),
  ];
  const { rows } = await sql<ImprovementRow>`${ROW} where ${sql.join(where, sql` and `)}
    order by i.updated_at desc, i.id desc limit ${limit + 1}`.execute(ctx.tx);
  return pageOf(rows, limit, (row) => [row.updatedAt, row.id]);
}

/**
 * Entries that change something, came from it, or are measured of it, for whoever shows that; those that go on first. With a client: its
 * own and the provider's.
 */
export async function improvementsOf(ctx: Ctx, { kind, id, clientId }: ImprovementAbout): Promise<ImprovementRow[]> {
  const of = id.toLowerCase();
  const link = JSON.stringify([{ kind, id: of }]);
  const where = [
    inSight(ctx),
    sql`(i.links @> ${link}::jsonb or i.source ->> 'id' = ${of}${MEASURED_OF[kind] ? sql` or i.scope ->> ${MEASURED_OF[kind]} = ${of}` : sql``})`,
    ...(clientId ? [sql`(i.client_id is null or i.client_id = ${clientId})`] : []),
  ];
  const { rows } = await sql<ImprovementRow>`${ROW} where ${sql.join(where, sql` and `)}
    order by i.status in ('achieved', 'not_achieved', 'dropped'), i.updated_at desc, i.id limit ${MOST}`.execute(
    ctx.tx,
  );
  return rows;
}

/** More are not shown beside something. */
const MOST = 50;
/** What of the scope says that an entry is measured of something. */
const MEASURED_OF: Partial<Record<ImprovementAbout['kind'], keyof ImprovementScope>> = {
  service: 'serviceId',
  stream: 'streamId',
};

/** One entry, with the names of what it names; of what the reader does not see it says that something is there. */
export async function viewImprovement(ctx: Ctx, id: string): Promise<ImprovementView> {
  const { rows } = await sql<ImprovementRecord & Pick<ImprovementView, 'client' | 'owner'>>`
    select i.*, ${CLIENT}, ${OWNER} from ${FROM} where ${inSight(ctx)} and i.id = ${id}`.execute(ctx.tx);
  const [row] = rows;
  if (!row) throw notFound('improvement');
  const table = sourceTable(row.source.kind);
  const { sample: _, ...baseline } = row.baseline ?? { sample: null };
  return {
    ...{ id: row.id, title: row.title, idea: row.idea, client: row.client, owner: row.owner, status: row.status },
    source: {
      ...{ kind: row.source.kind, step: row.source.step, text: row.source.text },
      ...(await named(ctx, table, row.source.id)),
    },
    ...{ measure: row.measure, unit: row.unit, better: row.better, scope: row.scope },
    baseline: row.baseline === null ? null : (baseline as ImprovementView['baseline']),
    ...{ target: row.target, targetOn: row.target_on, measureOn: row.measure_on },
    readings: row.readings as Reading[],
    links: await Promise.all(
      row.links.map(async ({ kind, id: to }) => ({ kind, ...(await named(ctx, TABLES[kind], to)) })),
    ),
    ...{ learnt: row.learnt, updatedAt: row.updated_at, version: row.version },
  };
}

type Linked = { id: string | null; name: string; key: string | null };
const UNSEEN: Linked = { id: null, name: '', key: null };

/** What something is called, and its key where it is a ticket; no id where the reader does not see it. */
async function named(ctx: Ctx, table: string | null, id: string | null): Promise<Linked> {
  if (table === null || id === null) return UNSEEN;
  const isTicket = table === 'tickets';
  const name = isTicket || table === 'articles' ? sql.ref('title') : sql.ref('name');
  const { rows } = await sql<Linked>`
    select id, ${name} as name, ${isTicket ? sql.ref('key') : sql`null`} as key from ${sql.table(table)} where id = ${id}`.execute(
    ctx.tx,
  );
  return rows[0] ?? UNSEEN;
}
