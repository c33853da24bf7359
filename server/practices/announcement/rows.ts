import type { Selectable, Updateable } from 'kysely';
import { Fault, notFound, staleVersion } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';

export type AnnouncementRecord = Selectable<Tables['announcements']>;

/** The announcement as the caller may see it; what is not there and what they may not see look the same. */
export async function findAnnouncement(ctx: Ctx, id: string): Promise<AnnouncementRecord> {
  const found = await ctx.tx.selectFrom('announcements').selectAll().where('id', '=', id).executeTakeFirst();
  if (!found) throw notFound('announcement');
  return found;
}

/** The same locked for a change; `conflict` when the writer saw an older version. */
export async function lockAnnouncement(ctx: Ctx, id: string, version?: number): Promise<AnnouncementRecord> {
  const found = await ctx.tx
    .selectFrom('announcements')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw notFound('announcement');
  if (version !== undefined && found.version !== version) throw staleVersion('announcement', found.version);
  return found;
}

/** The same for what only one that is published and has not ended takes. */
export async function lockRunning(ctx: Ctx, id: string, version?: number): Promise<AnnouncementRecord> {
  const found = await lockAnnouncement(ctx, id, version);
  if (found.state !== 'published') throw new Fault('invalid', 'Only what is published and has not ended takes this.');
  return found;
}

/** Writes columns and counts the version up. */
export function changeAnnouncement(
  ctx: Ctx,
  { id, version }: AnnouncementRecord,
  columns: Updateable<Tables['announcements']>,
): Promise<AnnouncementRecord> {
  return ctx.tx
    .updateTable('announcements')
    .set({ ...columns, version: version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
