import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { AnnouncementRecord } from './rows.ts';

/** Tells of an announcement. Where it is for one client it is that client's event; its texts are never part of it. */
export async function tell(
  ctx: Ctx,
  { id, audience, client_count }: AnnouncementRecord,
  verb: string,
  data: Record<string, unknown> = {},
): Promise<void> {
  const clients =
    audience === 'chosen' && client_count === 1
      ? await ctx.tx.selectFrom('announcement_clients').select('client_id').where('announcement_id', '=', id).execute()
      : [];
  await appendEvent(ctx, {
    clientId: clients[0]?.client_id ?? null,
    subjectType: 'announcement',
    subjectId: id,
    type: `announcement.${verb}`,
    data,
  });
}
