import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';
import { type AnnouncedMail, queueAnnouncement } from '#server/channels/mail-out/index.ts';

const CLERK = systemIdentity('Announcements');

export const ANNOUNCE_JOB = 'announcement.mail';
type Asked = { id: string; kind: AnnouncedMail['kind']; saidId: string };

/** Has mail written about an announcement once the transaction has committed. `saidId`: the update that it tells, or the announcement. */
export async function writeLater(ctx: Ctx, asked: Asked): Promise<void> {
  if (!ctx.quiet) await ctx.services.jobs.enqueue(ctx, ANNOUNCE_JOB, asked);
}

/** Writes it. Whoever is told by mail that something is announced follows it from then on, and hears how it goes on. */
export function writeMail(services: Services, { id, kind, saidId }: Asked): Promise<void> {
  return withContext(services, CLERK, async (ctx) => {
    const announcement = await ctx.tx
      .selectFrom('announcements')
      .selectAll()
      .where('id', '=', id)
      .where('published_at', 'is not', null)
      .forUpdate()
      .executeTakeFirst();
    if (!announcement) return;
    const update = await ctx.tx
      .selectFrom('announcement_updates')
      .select('text')
      .where('announcement_id', '=', id)
      .where('id', '=', saidId)
      .executeTakeFirst();
    const text = update?.text ?? (kind === 'announcement' ? announcement.body : '');
    const told = await queueAnnouncement(ctx, announcement, { kind, saidId, text });
    if (kind !== 'announcement' || told.length === 0) return;
    await ctx.tx
      .insertInto('announcement_readers')
      .values(told.map((one) => ({ ...one, announcement_id: id, follows_since: ctx.now })))
      .onConflict((on) =>
        on.columns(['client_id', 'contact_id', 'announcement_id']).doUpdateSet({ follows_since: ctx.now }),
      )
      .execute();
  });
}

export const announceJob = (services: Services): JobDefinition<Asked> => ({
  name: ANNOUNCE_JOB,
  run: (asked) => writeMail(services, asked),
});
