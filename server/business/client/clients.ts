import { sql } from 'kysely';
import { type FieldError, forbidden, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { fold } from '#kernel/fold.ts';
import { newId } from '#kernel/ids.ts';
import { isTimeZone } from '#kernel/time-zone.ts';
import type { Ctx } from '#platform/context/index.ts';
import { differences, toColumns } from '#platform/database/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import { likeText } from '#platform/text/index.ts';
import { reindexLater } from '#server/desk/search/index.ts';
import { rebaseLater } from '#server/practices/service-level/index.ts';
import type { ClientQuery, ClientView, CreateClient, UpdateClient } from '#shared/client.ts';

const VIEW =
  sql.raw(`c.id, c.name, c.code, c.kind, c.time_zone as "timeZone", c.language, c.country, c.region, c.group_id as "groupId",
  c.importance, c.notes, c.active, c.version, case when g.id is null then null else json_build_object('id', g.id, 'name', g.name) end as "group"`);

export function zoneFaults(path: string, zone: string | null | undefined): FieldError[] {
  return zone === undefined || zone === null || isTimeZone(zone)
    ? []
    : [{ path, message: 'must be a time zone such as Australia/Sydney' }];
}

/**
 * Takes on a client. Its code begins every ticket key and cannot change once there are tickets. Whoever works for certain
 * clients would not see the new one, so it is for those who see all.
 */
export async function createClient(ctx: Ctx, input: CreateClient): Promise<string> {
  if (!ctx.scope.allClients)
    throw forbidden('You work for certain clients only; ask somebody who sees all clients to take on a new one.');
  const faults = zoneFaults('timeZone', input.timeZone);
  if (faults.length > 0) throw invalid(faults);
  const id = newId();
  await ctx.tx
    .insertInto('clients')
    .values({
      id,
      code: input.code,
      name: input.name.trim(),
      time_zone: input.timeZone,
      language: input.language ?? (await languageOfProvider(ctx)),
      country: input.country ?? '',
      region: input.region ?? '',
      group_id: input.groupId ?? null,
      importance: input.importance ?? 'normal',
      notes: input.notes ?? '',
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  await appendEvent(ctx, {
    clientId: id,
    subjectType: 'client',
    subjectId: id,
    type: 'client.created',
    data: { name: input.name, code: input.code },
  });
  return id;
}

const languageOfProvider = async (ctx: Ctx): Promise<string> =>
  (await ctx.tx.selectFrom('clients').select('language').where('kind', '=', 'internal').executeTakeFirst())?.language ??
  'en';

export async function updateClient(ctx: Ctx, id: string, input: UpdateClient): Promise<void> {
  const before = await ctx.tx.selectFrom('clients').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!before) throw notFound('client');
  if (before.version !== input.version) throw staleVersion('client', before.version);
  const faults = zoneFaults('timeZone', input.timeZone);
  if (input.code !== undefined && input.code !== before.code && before.next_number > 1)
    faults.push({ path: 'code', message: `stays ${before.code}: tickets carry it in their keys` });
  if (before.kind === 'internal' && input.active === false)
    faults.push({ path: 'active', message: 'the provider’s own record stays active' });
  if (faults.length > 0) throw invalid(faults);
  const { version: _version, ...fields } = input;
  const columns = toColumns(fields);
  const changes = differences(before, columns);
  await ctx.tx
    .updateTable('clients')
    .set({ ...columns, version: before.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute();
  await appendEvent(ctx, {
    clientId: id,
    subjectType: 'client',
    subjectId: id,
    type: 'client.changed',
    data: { changes },
  });
  if ('name' in changes || 'code' in changes) await reindexLater(ctx, { clientId: id });
  const place = Object.entries(PLACE).find(([column]) => column in changes);
  if (place) await followPlace(ctx, id, `the client’s ${place[1]}`);
}

/** By what a client's hours are found: its clock, its holidays, and the group from which it may have its hours. */
const PLACE = { time_zone: 'time zone', country: 'country', region: 'region', group_id: 'group' };

/** Clocks that run count by the hours of the place as it is now, as they follow a change of the hours themselves. */
export const followPlace = (ctx: Ctx, clientId: string, what: string): Promise<void> =>
  rebaseLater(ctx, { clientId, groupId: null, why: `${what} was changed`, hoursOnly: true });

/** Clients in the reader's scope by name, a page at a time. */
export async function listClients(
  ctx: Ctx,
  query: ClientQuery,
): Promise<{ items: ClientView[]; nextCursor: string | null }> {
  const limit = query.limit ?? 50;
  const cursor = decodeCursor(query.cursor, ['text', 'id']);
  const like = query.q ? `%${likeText(fold(query.q))}%` : null;
  const { rows } = await sql<ClientView & { sortKey: string }>`
    select ${VIEW}, lower(c.name) as "sortKey" from clients c left join client_groups g on g.id = c.group_id
    where (${ctx.scope.allClients}::boolean or c.id = any (${ctx.scope.clientIds}::uuid[]))
      and (${query.active ?? null}::boolean is null or c.active = ${query.active ?? null})
      and (${query.kind ?? null}::text is null or c.kind = ${query.kind ?? null})
      and (${query.groupId ?? null}::uuid is null or c.group_id = ${query.groupId ?? null})
      and (${like}::text is null or app.plain(c.name) like ${like} or lower(c.code) like ${like})
      and (${cursor?.[0] ?? null}::text is null or (lower(c.name), c.id) > (${cursor?.[0] ?? null}, ${cursor?.[1] ?? null}::uuid))
    order by lower(c.name), c.id limit ${limit + 1}`.execute(ctx.tx);
  return pageOf(rows, limit, (row) => [row.sortKey, row.id]);
}

export async function viewClient(ctx: Ctx, id: string): Promise<ClientView> {
  const { rows } =
    await sql<ClientView>`select ${VIEW} from clients c left join client_groups g on g.id = c.group_id where c.id = ${id}`.execute(
      ctx.tx,
    );
  if (!rows[0]) throw notFound('client');
  return rows[0];
}
