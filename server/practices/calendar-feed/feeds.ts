import { notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { newToken, tokenHash } from '#platform/identity/index.ts';
import type { ClientFeed, CreateFeed, MyFeed } from '#shared/change-schedule.ts';

const addressOf = (ctx: Ctx, token: string): string => `${ctx.services.baseUrl}/calendar/${token}.ics`;

const tell = (ctx: Ctx, clientId: string | null, subjectId: string, verb: 'made' | 'ended') =>
  appendEvent(ctx, {
    ...{ clientId, subjectType: 'calendar_feed', subjectId, type: `calendar_feed.${verb}`, data: {} },
  });

/** Makes the address of one's own calendar; one that was made before ends. */
export async function makeMyFeed(ctx: Ctx): Promise<{ url: string }> {
  const staffId = actingStaff(ctx) ?? '';
  const token = newToken();
  const values = { token_hash: tokenHash(token), created_at: ctx.now, used_at: null };
  await ctx.tx
    .insertInto('staff_calendar_feeds')
    .values({ staff_id: staffId, ...values })
    .onConflict((on) => on.column('staff_id').doUpdateSet(values))
    .execute();
  await tell(ctx, null, staffId, 'made');
  return { url: addressOf(ctx, token) };
}

/** Takes the address of one's own calendar back. */
export async function endMyFeed(ctx: Ctx): Promise<void> {
  const staffId = actingStaff(ctx) ?? '';
  await ctx.tx.deleteFrom('staff_calendar_feeds').where('staff_id', '=', staffId).execute();
  await tell(ctx, null, staffId, 'ended');
}

export async function myFeed(ctx: Ctx): Promise<MyFeed> {
  const row = await ctx.tx
    .selectFrom('staff_calendar_feeds')
    .select(['created_at', 'used_at'])
    .where('staff_id', '=', actingStaff(ctx) ?? '')
    .executeTakeFirst();
  return { made: row !== undefined, createdAt: row?.created_at ?? null, usedAt: row?.used_at ?? null };
}

/** Makes an address under which a client's calendar is read. */
export async function makeClientFeed(ctx: Ctx, clientId: string, { name }: CreateFeed): Promise<{ url: string }> {
  await requireClient(ctx, clientId);
  const [id, token] = [newId(), newToken()];
  await ctx.tx
    .insertInto('client_calendar_feeds')
    .values({
      ...{ client_id: clientId, id, name: name.trim(), token_hash: tokenHash(token) },
      ...{ created_by: actingStaff(ctx), created_at: ctx.now },
    })
    .execute();
  await tell(ctx, clientId, id, 'made');
  return { url: addressOf(ctx, token) };
}

/** Takes one back: whoever reads by it finds nothing from now on. */
export async function endClientFeed(ctx: Ctx, clientId: string, id: string): Promise<void> {
  await requireClient(ctx, clientId);
  const { numUpdatedRows } = await ctx.tx
    .updateTable('client_calendar_feeds')
    .set({ revoked_at: ctx.now })
    .where('client_id', '=', clientId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw notFound('calendar feed');
  await tell(ctx, clientId, id, 'ended');
}

/** The addresses of a client's calendar that work. */
export async function clientFeeds(ctx: Ctx, clientId: string): Promise<ClientFeed[]> {
  await requireClient(ctx, clientId);
  return ctx.tx
    .selectFrom('client_calendar_feeds as f')
    .leftJoin('staff as s', 's.id', 'f.created_by')
    .select(['f.id', 'f.name', 'f.created_at as createdAt', 'f.used_at as usedAt', 's.name as createdBy'])
    .where('f.client_id', '=', clientId)
    .where('f.revoked_at', 'is', null)
    .orderBy('f.created_at')
    .limit(200)
    .execute();
}

async function requireClient(ctx: Ctx, id: string): Promise<void> {
  const found = await ctx.tx.selectFrom('clients').select('id').where('id', '=', id).executeTakeFirst();
  if (!found) throw notFound('client');
}
