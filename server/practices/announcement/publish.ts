import { Fault } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import type { EndAnnouncement, PublishAnnouncement } from '#shared/announcement.ts';
import { writeLater } from './mail.ts';
import { requireReach } from './reach.ts';
import { type AnnouncementRecord, changeAnnouncement, lockAnnouncement, lockRunning } from './rows.ts';
import { statusSaid } from './said.ts';
import { tell } from './tell.ts';

/** Shows an announcement to those whom it is for. */
export async function publishAnnouncement(ctx: Ctx, id: string, input: PublishAnnouncement): Promise<void> {
  const before = await lockAnnouncement(ctx, id, input.version);
  if (before.state !== 'draft') throw new Fault('invalid', 'It is published already.');
  await requireReach(ctx, before);
  if (before.kind !== 'outage' && before.until_at !== null && before.until_at <= ctx.now)
    throw new Fault('invalid', 'Its end has passed; nobody would see it.');
  const after = await changeAnnouncement(ctx, before, { published_at: ctx.now });
  await tell(ctx, after, 'published', { mail: input.mail ?? false });
  await statusSaid(ctx, { source: 'announcement', id });
  if (input.mail) await writeLater(ctx, { id, kind: 'announcement', saidId: id });
}

/** Says what has become of it, to everybody whom it is for. */
export async function sayMore(ctx: Ctx, id: string, text: string): Promise<void> {
  const before = await lockRunning(ctx, id);
  await requireReach(ctx, before);
  const saidId = await addUpdate(ctx, before, text);
  const after = await changeAnnouncement(ctx, before, {});
  await tell(ctx, after, 'updated');
  await writeLater(ctx, { id, kind: 'announcementUpdate', saidId });
}

/** Ends it: from now on it is told as something that was. */
export async function endAnnouncement(ctx: Ctx, id: string, input: EndAnnouncement): Promise<void> {
  const before = await lockRunning(ctx, id, input.version);
  await requireReach(ctx, before);
  const text = input.text?.trim() ?? '';
  await end(ctx, before, ctx.now, text === '' ? id : await addUpdate(ctx, before, text));
}

async function addUpdate(ctx: Ctx, { id }: AnnouncementRecord, text: string): Promise<string> {
  const saidId = newId();
  await ctx.tx
    .insertInto('announcement_updates')
    .values({
      announcement_id: id,
      id: saidId,
      text: text.trim(),
      staff_id: actingStaff(ctx),
      by_name: ctx.actor.name,
      at: ctx.now,
    })
    .execute();
  return saidId;
}

async function end(ctx: Ctx, before: AnnouncementRecord, at: string, saidId: string): Promise<void> {
  await tell(ctx, await changeAnnouncement(ctx, before, { ended_at: at }), 'ended');
  await statusSaid(ctx, { source: 'announcement', id: before.id });
  if (before.kind !== 'notice') await writeLater(ctx, { id: before.id, kind: 'announcementEnded', saidId });
}

const CLERK = systemIdentity('Announcements');
const OVER = `
select id from announcements where state = 'published' and kind <> 'outage' and until_at <= $1
order by until_at limit 100 for update skip locked`;

/** Ends notices and planned work whose time is over. An outage ends when somebody says so. */
export function endThoseOver(services: Services): Promise<void> {
  return withContext(services, CLERK, async (ctx) => {
    for (const { id } of await ctx.hot<{ id: string }>('announcements_over', OVER, [ctx.now])) {
      const before = await lockAnnouncement(ctx, id);
      await end(ctx, before, before.until_at ?? ctx.now, id);
    }
  });
}
