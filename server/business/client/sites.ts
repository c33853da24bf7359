import { sql } from 'kysely';
import { invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { differences, toColumns } from '#platform/database/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { CreateSite, SiteView } from '#shared/client.ts';
import { followPlace, viewClient, zoneFaults } from './clients.ts';

export async function createSite(ctx: Ctx, clientId: string, input: CreateSite): Promise<string> {
  await viewClient(ctx, clientId);
  const faults = zoneFaults('timeZone', input.timeZone);
  if (faults.length > 0) throw invalid(faults);
  const id = newId();
  await ctx.tx
    .insertInto('sites')
    .values({
      client_id: clientId,
      id,
      name: input.name.trim(),
      address: input.address ?? '',
      time_zone: input.timeZone ?? null,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  await appendEvent(ctx, {
    clientId,
    subjectType: 'site',
    subjectId: id,
    type: 'site.created',
    data: { name: input.name },
  });
  return id;
}

export async function updateSite(
  ctx: Ctx,
  clientId: string,
  id: string,
  input: { version: number; timeZone?: string | null },
): Promise<void> {
  const before = await ctx.tx
    .selectFrom('sites')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!before) throw notFound('site');
  if (before.version !== input.version) throw staleVersion('site', before.version);
  const faults = zoneFaults('timeZone', input.timeZone);
  if (faults.length > 0) throw invalid(faults);
  const { version: _version, ...fields } = input;
  const columns = toColumns(fields);
  const changes = differences(before, columns);
  await ctx.tx
    .updateTable('sites')
    .set({ ...columns, version: before.version + 1, updated_at: ctx.now })
    .where('client_id', '=', clientId)
    .where('id', '=', id)
    .execute();
  await appendEvent(ctx, {
    clientId,
    subjectType: 'site',
    subjectId: id,
    type: 'site.changed',
    data: { changes },
  });
  if ('time_zone' in changes) await followPlace(ctx, clientId, `the time zone of ${before.name}`);
}

export async function listSites(ctx: Ctx, clientId: string): Promise<SiteView[]> {
  await viewClient(ctx, clientId);
  const { rows } =
    await sql<SiteView>`select id, client_id as "clientId", name, address, time_zone as "timeZone", active, version from sites where client_id = ${clientId} order by lower(name), id limit 2000`.execute(
      ctx.tx,
    );
  return rows;
}
