import { sql } from 'kysely';
import { forbidden, invalid } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { refuseUnknown } from '#platform/record/index.ts';
import { MAIL_TO_CLIENTS } from '#server/channels/mail-out/index.ts';
import type { Reach, ReachQuery } from '#shared/announcement.ts';
import { type AnnouncementRecord, changeAnnouncement } from './rows.ts';

const WHAT = 'An announcement that is not for chosen clients';

/** Refuses somebody limited to some clients what would be told to others than theirs. */
export async function requireReach(
  ctx: Ctx,
  { id, audience, client_count }: Pick<AnnouncementRecord, 'id' | 'audience' | 'client_count'>,
): Promise<void> {
  if (ctx.scope.allClients) return;
  if (audience !== 'chosen') requireAllClients(ctx, WHAT);
  if ((await chosenOf(ctx, id)).length < client_count)
    throw forbidden('This announcement is not for your clients alone; only somebody who sees all of them may do this.');
}

export async function chosenOf(ctx: Ctx, id: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('announcement_clients')
    .select('client_id')
    .where('announcement_id', '=', id)
    .execute();
  return rows.map(({ client_id }) => client_id);
}

/** Sites to which it is narrowed. */
export async function sitesOf(ctx: Ctx, id: string): Promise<{ id: string; clientId: string }[]> {
  const rows = await ctx.tx
    .selectFrom('announcement_sites')
    .select(['client_id', 'site_id'])
    .where('announcement_id', '=', id)
    .execute();
  return rows.map(({ client_id, site_id }) => ({ id: site_id, clientId: client_id }));
}

export type Audience = Required<ReachQuery>;

/** Refuses an audience that names nobody, or what is not there. */
export async function refuseAudience(ctx: Ctx, asked: Audience): Promise<void> {
  const { audience, groupIds, clientIds, siteIds, serviceIds } = asked;
  if (audience !== 'chosen') requireAllClients(ctx, WHAT);
  const named = [
    ['services', 'serviceIds', serviceIds, 'must name a service'],
    ['groups', 'groupIds', groupIds, 'must name a group'],
    ['chosen', 'clientIds', clientIds, 'must name a client'],
  ] as const;
  for (const [one, path, ids, message] of named) {
    if (one === audience && ids.length === 0) throw invalid([{ path, message }]);
    if (one !== audience && one !== 'services' && ids.length > 0)
      throw invalid([{ path, message: `goes with the audience "${one}"` }]);
  }
  await refuseUnknown(ctx, 'services', 'serviceIds', serviceIds);
  await refuseUnknown(ctx, 'clients', 'clientIds', clientIds);
  await refuseUnknown(ctx, 'client_groups', 'groupIds', groupIds);
  await refuseSites(ctx, siteIds, clientIds);
}

/** Refuses a site that is not of one of the chosen clients. */
async function refuseSites(ctx: Ctx, siteIds: readonly string[], clientIds: readonly string[]): Promise<void> {
  if (siteIds.length === 0) return;
  const found = await ctx.tx.selectFrom('sites').select(['id', 'client_id']).where('id', 'in', siteIds).execute();
  const chosen = new Set(clientIds.map((id) => id.toLowerCase()));
  const known = new Set<string>(found.filter(({ client_id }) => chosen.has(client_id)).map(({ id }) => id));
  const unknown = siteIds.find((id) => !known.has(id.toLowerCase()));
  if (unknown)
    throw invalid([{ path: 'siteIds', message: `names ${unknown}, which is not a site of a client that is chosen` }]);
}

/** Writes to which sites of its chosen clients it is narrowed. */
export async function putSites(ctx: Ctx, id: string, siteIds: readonly string[]): Promise<void> {
  await sql`delete from announcement_sites where announcement_id = ${id} and site_id <> all (${siteIds}::uuid[])`.execute(
    ctx.tx,
  );
  await sql`insert into announcement_sites (client_id, announcement_id, site_id)
    select client_id, ${id}, id from sites where id = any (${siteIds}::uuid[]) on conflict do nothing`.execute(ctx.tx);
}

/** Writes for which chosen clients it is, and which sites of theirs; in this order, so that it is within the writer's sight at each step. */
export async function putAudience(
  ctx: Ctx,
  before: AnnouncementRecord,
  columns: Parameters<typeof changeAnnouncement>[2],
  clientIds: readonly string[],
  siteIds: readonly string[],
): Promise<AnnouncementRecord> {
  const old = await chosenOf(ctx, before.id);
  const wanted = [...new Set(clientIds.map((id) => id.toLowerCase()))];
  const [added, gone] = [wanted.filter((id) => !old.includes(id)), old.filter((id) => !wanted.includes(id))];
  if (added.length > 0)
    await ctx.tx
      .insertInto('announcement_clients')
      .values(added.map((client_id) => ({ client_id, announcement_id: before.id })))
      .execute();
  const after = await changeAnnouncement(ctx, before, { ...columns, client_count: wanted.length });
  if (gone.length > 0)
    await ctx.tx
      .deleteFrom('announcement_clients')
      .where('announcement_id', '=', before.id)
      .where('client_id', 'in', gone)
      .execute();
  await putSites(ctx, before.id, siteIds);
  return after;
}

/** How many clients and people it would reach, among those that the asker sees. */
export async function reachOf(ctx: Ctx, query: ReachQuery): Promise<Reach> {
  const { audience, groupIds = [], clientIds = [], siteIds = [], serviceIds = [] } = query;
  const reached = {
    all: sql`true`,
    services: sql`exists (select from client_services s where s.client_id = c.id and s.service_id = any (${serviceIds}::uuid[]))`,
    groups: sql`c.group_id = any (${groupIds}::uuid[])`,
    chosen: sql`c.id = any (${clientIds}::uuid[])`,
  }[audience];
  const { rows } = await sql<Reach>`
    with reached as (
      select c.id, c.name, c.name_key,
        exists (select from mail_sending where active) and coalesce(
          (select v.value ->> 'active' from settings v where v.key = ${MAIL_TO_CLIENTS.key}
            and (v.client_id = c.id or (v.client_id is null and (v.group_id = c.group_id or v.group_id is null)))
          order by v.client_id is null, v.group_id is null limit 1), 'true') = 'true' as mailed
      from clients c where c.active and ${reached}),
    people as (
      select r.client_id, c.mailed and r.email <> '' and m.paused_at is null and x.contact_id is null as mailed
      from contacts r join reached c on c.id = r.client_id
      left join contact_mail m on m.client_id = r.client_id and m.contact_id = r.id
      left join announcement_mail_stops x on x.client_id = r.client_id and x.contact_id = r.id
      where r.active and (r.site_id = any (${siteIds}::uuid[]) or app.sees_company(r.client_id, r.sees)
        or not exists (select from sites s where s.client_id = r.client_id and s.id = any (${siteIds}::uuid[]))))
    select (select count(*)::int from reached) as clients, (select count(*)::int from people) as people,
      (select count(*)::int from people where mailed) as mails,
      array(select name from reached order by name_key, id limit 20) as names`.execute(ctx.tx);
  return rows[0] as Reach;
}
