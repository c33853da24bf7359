import { Fault, invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { differences } from '#platform/database/index.ts';
import type { CreateAnnouncement, UpdateAnnouncement } from '#shared/announcement.ts';
import type { Audience as AudienceWord } from '#shared/announcement-words.ts';
import { linkAnnouncement } from './link.ts';
import { type Audience, chosenOf, putAudience, putSites, refuseAudience, requireReach, sitesOf } from './reach.ts';
import { type AnnouncementRecord, lockAnnouncement } from './rows.ts';
import { statusSaid } from './said.ts';
import { tell } from './tell.ts';

type Fields = Omit<CreateAnnouncement, 'ticketId' | 'kind' | 'title'> & { kind?: string; title?: string };

/** What the columns say, with what a request leaves out as it was. */
function columnsOf(
  input: Fields,
  before: Pick<AnnouncementRecord, 'kind' | 'title' | 'from_at'> & Partial<AnnouncementRecord>,
) {
  const pick = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given);
  const kind = pick(input.kind, before.kind);
  return {
    kind,
    title: pick(input.title, before.title).trim(),
    body: pick(input.text, before.body ?? '').trim(),
    effect: pick(input.effect, before.effect === undefined ? usualEffect(kind) : before.effect),
    from_at: pick(input.fromAt, before.from_at),
    until_at: pick(input.untilAt, before.until_at ?? null),
    service_ids: [...pick(input.serviceIds, before.service_ids ?? [])],
    group_ids: [...pick(input.groupIds, input.audience && input.audience !== 'groups' ? [] : (before.group_ids ?? []))],
    audience: pick<string>(input.audience, before.audience ?? 'services'),
  };
}

/** What a kind does to services unless somebody says otherwise. */
const usualEffect = (kind: string): 'outage' | 'maintenance' | null =>
  kind === 'notice' ? null : kind === 'outage' ? 'outage' : 'maintenance';

function refuseTimes({ from_at, until_at }: { from_at: string; until_at: string | null }): void {
  if (until_at !== null && Date.parse(until_at) <= Date.parse(from_at))
    throw invalid([{ path: 'untilAt', message: 'must be after the beginning' }]);
}

/**
 * Writes an announcement as a draft, which nobody but staff reads. Returns its id.
 * @param wholeId the ticket above those of clients that it tells of, where its readers may have a report of that
 */
export async function createAnnouncement(
  ctx: Ctx,
  input: CreateAnnouncement,
  wholeId: string | null = null,
): Promise<string> {
  const columns = columnsOf(input, { kind: input.kind, title: input.title, from_at: ctx.now });
  refuseTimes(columns);
  const { clientIds = [], siteIds = [] } = input;
  await refuseAudience(ctx, audienceOf(columns, clientIds, siteIds));
  const id = newId();
  await ctx.tx
    .insertInto('announcements')
    .values({
      ...columns,
      id,
      whole_id: wholeId,
      client_count: new Set(clientIds).size,
      created_by: actingStaff(ctx),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  if (clientIds.length > 0)
    await ctx.tx
      .insertInto('announcement_clients')
      .values([...new Set(clientIds)].map((client_id) => ({ client_id, announcement_id: id })))
      .execute();
  await putSites(ctx, id, siteIds);
  await tell(ctx, await lockAnnouncement(ctx, id), 'created');
  if (input.ticketId) await linkAnnouncement(ctx, input.ticketId, id);
  return id;
}

const audienceOf = (
  columns: { audience: string; group_ids: string[]; service_ids: string[] },
  clientIds: readonly string[],
  siteIds: readonly string[],
): Audience => ({
  audience: columns.audience as AudienceWord,
  groupIds: columns.group_ids,
  serviceIds: columns.service_ids,
  clientIds: [...clientIds],
  siteIds: [...siteIds],
});

/** Changes an announcement. What is published already changes for its readers at once. */
export async function updateAnnouncement(ctx: Ctx, id: string, input: UpdateAnnouncement): Promise<void> {
  const { version, clientIds, siteIds, ...fields } = input;
  const before = await lockAnnouncement(ctx, id, version);
  if (before.state === 'ended') throw new Fault('invalid', 'It has ended. Write a new one.');
  await requireReach(ctx, before);
  const columns = columnsOf(fields, before);
  refuseTimes(columns);
  const chosen = columns.audience !== 'chosen' ? (clientIds ?? []) : (clientIds ?? (await chosenOf(ctx, before.id)));
  // Of a client that is not chosen any more its sites go as well.
  const kept = chosen.map((one) => one.toLowerCase());
  const sites = siteIds ?? (await sitesOf(ctx, id)).filter((site) => kept.includes(site.clientId)).map((one) => one.id);
  await refuseAudience(ctx, audienceOf(columns, chosen, sites));
  const after = await putAudience(ctx, before, columns, chosen, sites);
  // What it says is not for the log.
  const { body: _, title: __, ...changes } = differences(before, columns);
  await tell(ctx, after, 'changed', { changes });
  if (after.state === 'published') await statusSaid(ctx, { source: 'announcement', id });
}

/** Throws a draft away. */
export async function discardAnnouncement(ctx: Ctx, id: string): Promise<void> {
  const before = await lockAnnouncement(ctx, id);
  if (before.state !== 'draft') throw new Fault('invalid', 'It was published. End it instead.');
  await requireReach(ctx, before);
  await tell(ctx, before, 'discarded');
  await ctx.tx.deleteFrom('announcements').where('id', '=', id).execute();
}
