import { isDeepStrictEqual } from 'node:util';
import type { Selectable } from 'kysely';
import { notFound, staleVersion } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import { isProvider } from '#server/business/client/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import { knowWhole } from '#server/practices/span/index.ts';
import type { ChangeRow } from './rows.ts';
import { timesOf } from './when.ts';

/** Names of what a change touches of a client's. */
export type Touches = { readonly items: readonly string[]; readonly services: readonly string[] };
/** What a change means for one of the clients that it affects. */
export type PartRow = Omit<Selectable<Tables['change_parts']>, 'touches'> & { readonly touches: Touches };

/** `$3`: it is of the provider, so that whoever has one of its services is affected; else its own client alone is. */
const AFFECTED = `
select k.id, coalesce(i.names, '[]') as items, coalesce(s.names, '[]') as services from clients k
left join lateral (
  select jsonb_agg(distinct n.name) as names from change_items l
  join configuration_items o on o.client_id = l.client_id and o.id = l.item_id
  join configuration_items n on n.client_id = o.client_id and n.id = coalesce(o.merged_into, o.id)
  where l.client_id = k.id and l.change_client_id = $1 and l.change_id = $2) i on true
left join lateral (
  select jsonb_agg(v.name order by v.name, v.id) as names from change_services c join services v on v.id = c.service_id
  where c.client_id = $1 and c.change_id = $2 and (k.id = $1 or exists (
    select from client_services x where x.client_id = k.id and x.service_id = v.id))) s on true
where k.kind <> 'internal' and (k.id = $1 or ($3::boolean and k.active and (i.names is not null or s.names is not null)))`;
const PARTS = 'select * from change_parts where change_id = $1 order by since, client_id';
const WRITE = `
insert into change_parts (client_id, change_client_id, change_id, touches, from_at, until_at, outage, since, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
on conflict (client_id, change_id) do update set touches = excluded.touches, from_at = excluded.from_at, until_at = excluded.until_at,
  outage = excluded.outage, ended_at = null, version = change_parts.version + 1, updated_at = excluded.updated_at`;
const END = `
update change_parts set ended_at = $3, version = version + 1, updated_at = $3 where client_id = $1 and change_id = $2`;

/** The parts of a change at the clients in sight, also those that it does not affect any more. */
export const partsOf = (ctx: Ctx, changeId: string): Promise<PartRow[]> =>
  ctx.hot<PartRow>('change_parts', PARTS, [changeId]);

/** Writes what a change touches of each client that it affects, of those in the writer's sight. */
export async function writeParts(ctx: Ctx, ticket: TicketRecord, change: ChangeRow): Promise<void> {
  const { client_id, ticket_id, outage } = change;
  const { from, until } = timesOf(change, ticket);
  const affected = await ctx.hot<Touches & { id: string }>('change_affected', AFFECTED, [
    ...[client_id, ticket_id, await isProvider(ctx, client_id)],
  ]);
  const before = new Map((await partsOf(ctx, ticket_id)).map((part) => [part.client_id as string, part]));
  for (const { id, ...touches } of affected) {
    const was = before.get(id);
    before.delete(id);
    const now = [touches, from, until, outage, null];
    if (was && isDeepStrictEqual([was.touches, was.from_at, was.until_at, was.outage, was.ended_at], now)) continue;
    if (!was) await knowWhole(ctx, ticket, id);
    await ctx.hot('change_part_write', WRITE, [
      ...[id, client_id, ticket_id, JSON.stringify(touches), from, until, outage, ctx.now],
    ]);
  }
  for (const gone of before.values())
    if (gone.ended_at === null) await ctx.hot('change_part_end', END, [gone.client_id, ticket_id, ctx.now]);
}

/** The part of a client, locked; `not_found` where the change does not affect it. */
export async function lockPart(ctx: Ctx, changeId: string, clientId: string, version: number): Promise<PartRow> {
  const [row] = await ctx.hot<PartRow>(
    'change_part_lock',
    'select * from change_parts where client_id = $1 and change_id = $2 and ended_at is null for update',
    [clientId, changeId],
  );
  if (!row) throw notFound('affected client');
  if (row.version !== version) throw staleVersion('part', row.version);
  return row;
}
