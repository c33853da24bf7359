import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { CountNow } from '#shared/count.ts';

const COUNTS = systemIdentity('Counts');

type Counted = { client_id: string; day: string; source: string; key: string; number: string };

/**
 * Counts the people and items of every client whose day has begun since it was counted last, by the client's own zone. What was counted
 * of a day stays, however often it is called.
 */
export async function takeDailyCounts(services: Services): Promise<void> {
  await withContext(services, COUNTS, async (ctx) => {
    const { rows } = await sql<{ id: string }>`
      select c.id from clients c where c.kind = 'client' and c.active and not exists (
        select from count_snapshots s where s.client_id = c.id and s.source = 'people' and s.key = ''
          and s.day = (${ctx.now}::timestamptz at time zone c.time_zone)::date)`.execute(ctx.tx);
    if (rows.length > 0)
      await take(
        ctx,
        rows.map(({ id }) => id),
      );
  });
}

/**
 * Counts now what was not counted today: of one client, or of all that the caller sees. What was counted today already stays as it is.
 * Returns how many numbers were added; `not_found` for a client out of sight.
 */
export async function countNow(ctx: Ctx, { clientId }: CountNow): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from clients where kind = 'client' and active and (${clientId ?? null}::uuid is null or id = ${clientId ?? null}::uuid)`.execute(
    ctx.tx,
  );
  if (clientId && rows.length === 0) throw notFound('client');
  return take(
    ctx,
    rows.map(({ id }) => id),
  );
}

async function take(ctx: Ctx, clientIds: readonly string[]): Promise<number> {
  const { rows } = await sql<Counted>`
    with recursive under as (
      select key as top, key from ci_classes
      union select u.top, k.key from under u join ci_classes k on k.parent_key = u.key),
    due as (
      select id as client_id, (${ctx.now}::timestamptz at time zone time_zone)::date as day from clients
      where id = any (${clientIds}::uuid[])),
    items as (
      select i.client_id, u.top as key, count(*) as number
      from configuration_items i join under u on u.key = i.class_key
      where i.client_id = any (${clientIds}::uuid[]) and i.state in ('deployed', 'in_maintenance') and i.merged_into is null
      group by 1, 2),
    wanted as (
      select distinct client_id, count_class as key from contract_lines
      where client_id = any (${clientIds}::uuid[]) and count_class is not null),
    counted as (
      select d.client_id, d.day, 'people' as source, '' as key,
        (select count(*) from contacts p where p.client_id = d.client_id and p.active) as number from due d
      union all
      select d.client_id, d.day, 'items', x.key, x.number
      from (select client_id, key, coalesce(number, 0) as number from items full join wanted using (client_id, key)) x
      join due d using (client_id))
    select c.client_id, c.day, c.source, c.key, c.number::text as number from counted c
    where not exists (select from count_snapshots s where s.client_id = c.client_id and s.day = c.day and s.source = c.source
      and s.key = c.key and s.list_id is null)
    order by c.client_id, c.source desc, c.key`.execute(ctx.tx);
  const [first] = rows;
  if (!first) return 0;
  const numbered = rows.map((row) => ({ ...row, id: newId() }));
  const added = await sql`
    insert into count_snapshots (client_id, id, day, source, key, number, created_at)
    select client_id, id, day, source, key, number, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb)
      as r (client_id uuid, id uuid, day date, source text, key text, number numeric)
    on conflict do nothing`.execute(ctx.tx);
  const numbers = Number(added.numAffectedRows ?? 0);
  if (numbers === 0) return 0;
  const clients = new Set(rows.map((row) => row.client_id));
  await appendEvent(ctx, {
    clientId: clients.size === 1 ? first.client_id : null,
    ...{ subjectType: 'count', subjectId: numbered[0]?.id ?? first.client_id, type: 'count.taken' },
    data: { clients: clients.size, numbers },
  });
  return numbers;
}
