import { sql } from 'kysely';
import type { Entry } from '#kernel/billing.ts';
import type { Ctx } from '#platform/context/index.ts';

/** An entry as it is billed, with what people read of it. */
export type LoadedEntry = Entry & {
  readonly ticket: string;
  readonly ticketTitle: string;
  readonly staff: string;
  readonly workType: string | null;
};
/** Time that nobody has approved yet. `oldest`: when it was worked. */
export type Waiting = { readonly entries: number; readonly minutes: number; readonly oldest: string };

/** All of a client: `approved` says of each whether somebody agreed to it. */
export type TimeToBill = Omit<LoadedEntry, 'endedAt'> & {
  readonly clientId: string;
  readonly endedAt: string;
  readonly approved: boolean;
};

/**
 * Billable time of clients that no invoice has, worked by a day of each client's zone, the earliest first. With `lock` nobody changes it until
 * the end of the transaction. `again`: all since that day instead, also what an invoice has.
 */
export async function loadTime(
  ctx: Ctx,
  clientIds: readonly string[],
  { by, lock, again = null }: { by: string; lock: boolean; again?: string | null },
): Promise<TimeToBill[]> {
  const { rows } = await sql<TimeToBill>`
    select e.client_id as "clientId", e.id, e.ticket_id as "ticketId", t.key as ticket, t.title as "ticketTitle", e.staff_id as "staffId", s.name as staff,
      s.role_keys as "roleKeys", e.work_type_id as "workTypeId", w.name as "workType", t.kind,
      coalesce(above.ids, '{}') as "categoryIds", case when t.service_id is null then '{}'::uuid[] else array[t.service_id] end as "serviceIds",
      coalesce(items.ids, '{}') as "itemIds", t.requester_id as "contactId", date_trunc('minute', e.worked_at) as "endedAt", e.minutes,
      (coalesce(e.started_at, e.worked_at) at time zone c.time_zone)::date as day, e.state = 'approved' as approved
    from time_entries e join clients c on c.id = e.client_id join tickets t on t.client_id = e.client_id and t.id = e.ticket_id
    join staff s on s.id = e.staff_id left join work_types w on w.id = e.work_type_id
    left join categories k on k.id = t.category_id
    left join lateral (select array_agg(a.id) as ids from categories a where k.path = a.path or k.path like replace(a.path, '%', '\\%') || ' / %') above on k.id is not null
    left join lateral (select array_agg(i.item_id) as ids from ticket_items i
      where i.client_id = t.client_id and i.ticket_id = t.id) items on true
    where e.client_id = any (${clientIds}::uuid[]) and e.billable
      and (coalesce(e.started_at, e.worked_at) at time zone c.time_zone)::date <= ${by}
      -- What is worked for a fixed price is in that price.
      and not exists (select from project_tasks k join projects j on j.client_id = k.client_id and j.id = k.project_id and j.charged = 'fixed'
        where k.client_id = e.client_id and k.ticket_id = e.ticket_id)
      and (case when ${again}::date is null then not exists (select from time_billed b where b.client_id = e.client_id and b.entry_id = e.id)
        else (coalesce(e.started_at, e.worked_at) at time zone c.time_zone)::date >= ${again}::date end)
    order by e.worked_at, e.id ${lock ? sql`for share of e` : sql``}`.execute(ctx.tx);
  return rows;
}

/** What of it is billed; what is not approved apart, where only that is. */
export function sortTime(
  rows: readonly TimeToBill[],
  { approved }: { approved: boolean },
): { entries: LoadedEntry[]; waiting: Waiting | null } {
  const entries = rows.filter((row) => row.approved || !approved);
  const late = rows.filter((row) => !row.approved && approved);
  return {
    entries: entries.map(({ approved: _, clientId: __, ...row }) => ({ ...row, endedAt: Date.parse(row.endedAt) })),
    waiting: late[0]
      ? { entries: late.length, minutes: late.reduce((sum, { minutes }) => sum + minutes, 0), oldest: late[0].endedAt }
      : null,
  };
}
