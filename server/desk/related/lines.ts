import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import type { RelatedTicket } from '#shared/related.ts';

/** A ticket as it is compared and shown here. */
export type Line = Omit<RelatedTicket, 'why'> & { categoryId: string | null };

const COLUMNS = sql`t.id, t.key, t.title, t.kind, t.status, t.status_category as "statusCategory", t.hold_reason as "holdReason", t.priority, t.updated_at as "updatedAt",
  t.category_id as "categoryId", json_build_object('id', c.id, 'name', c.name) as client,
  case when t.resolved_at is null then null
    else json_build_object('code', coalesce(t.resolution_code, ''), 'note', left(coalesce(t.resolution_note, ''), 300)) end as resolution`;

/** What tickets are compared by: little, since hundreds are looked at and a handful is shown. */
export type Candidate = {
  client_id: string;
  id: string;
  key: string;
  title: string;
  category_id: string | null;
  status_category: Line['statusCategory'];
  updated_at: string;
};

const COMPARED =
  'select t.client_id, t.id, t.key, t.title, t.category_id, t.status_category, t.updated_at from tickets t';
const NEWEST = `${COMPARED} where t.client_id = $1 and t.merged_into_id is null order by t.updated_at desc, t.id desc limit $2`;
const THESE = `${COMPARED} join unnest($1::uuid[], $2::uuid[]) k (client_id, id) on t.client_id = k.client_id and t.id = k.id
  where t.merged_into_id is null`;

/** A client's tickets by newest change, to be compared. */
export const newestOf = (ctx: Ctx, clientId: string, most: number): Promise<Candidate[]> =>
  ctx.hot<Candidate>('newest_of_client', NEWEST, [clientId, most]);

/** Known tickets, to be compared. */
export const candidates = (ctx: Ctx, places: readonly { client_id: string; id: string }[]): Promise<Candidate[]> =>
  places.length === 0
    ? Promise.resolve([])
    : ctx.hot<Candidate>('candidates', THESE, [places.map((one) => one.client_id), places.map((one) => one.id)]);

/** A client's tickets by newest change. */
export async function ofClient(ctx: Ctx, clientId: string, most: number): Promise<Line[]> {
  const { rows } = await sql<Line>`select ${COLUMNS} from tickets t join clients c on c.id = t.client_id
    where t.client_id = ${clientId} and t.merged_into_id is null
    order by t.updated_at desc, t.id desc limit ${most}`.execute(ctx.tx);
  return rows;
}

/** A requester's tickets by newest change. */
export async function ofRequester(ctx: Ctx, clientId: string, contactId: string, most: number): Promise<Line[]> {
  const { rows } = await sql<Line>`select ${COLUMNS} from tickets t join clients c on c.id = t.client_id
    where t.client_id = ${clientId} and t.requester_id = ${contactId} and t.merged_into_id is null
    order by t.updated_at desc, t.id desc limit ${most}`.execute(ctx.tx);
  return rows;
}

/** With its category, where that is in use. */
export type Categorised = Line & { category: { id: string; path: string } | null };

/** Known tickets with their categories, in no particular order. */
export async function named(ctx: Ctx, places: readonly { client_id: string; id: string }[]): Promise<Categorised[]> {
  if (places.length === 0) return [];
  const { rows } = await sql<Categorised>`select ${COLUMNS},
    case when g.id is not null then json_build_object('id', g.id, 'path', g.path) end as category
    from tickets t join clients c on c.id = t.client_id left join categories g on g.id = t.category_id and g.active
    where (t.client_id, t.id) in (select * from unnest(${places.map((one) => one.client_id)}::uuid[], ${places.map((one) => one.id)}::uuid[]))
      and t.merged_into_id is null`.execute(ctx.tx);
  return rows;
}
