import type { Ctx } from '#platform/context/index.ts';
import type { Listed } from './page.ts';

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 60 * MINUTE_MS;

const LIST = `
insert into mailbox_items (mailbox_id, item_id, received_at, state)
select $1, i.id, coalesce(i.at, $4), case when coalesce(i.at, $4) < $5::timestamptz then 'old' else 'wanted' end
from unnest($2::text[], $3::timestamptz[]) i (id, at)
on conflict (mailbox_id, item_id) do nothing returning state`;

/**
 * Notes mails that were listed; those that are known already stay as they are. What came before `oldBefore` lay there before and is left
 * alone, the rest is to be fetched. Answers how many are old.
 */
export async function noteListed(
  ctx: Ctx,
  mailboxId: string,
  items: readonly Listed[],
  oldBefore: string | null,
): Promise<number> {
  const once = [...new Map(items.map((item) => [item.id, item])).values()];
  const [ids, instants] = [once.map(({ id }) => id), once.map(({ receivedAt }) => receivedAt)];
  const rows = await ctx.hot<{ state: string }>('mailbox_items_list', LIST, [
    mailboxId,
    ids,
    instants,
    ctx.now,
    oldBefore,
  ]);
  return rows.filter(({ state }) => state === 'old').length;
}

const WANT_OLD = `
update mailbox_items set state = 'wanted' where mailbox_id = $1 and state = 'old' and received_at >= $2`;

/** What lay there before, since an instant, is fetched as well. */
export async function wantOld(ctx: Ctx, mailboxId: string, since: string): Promise<void> {
  await ctx.hot('mailbox_items_want_old', WANT_OLD, [mailboxId, since]);
}

const WANTED = `
select item_id, attempts from mailbox_items where mailbox_id = $1 and state = 'wanted' and (next_at is null or next_at <= $2)
order by received_at, item_id limit $3`;

/** A mail that is to be fetched. */
export type Wanted = { item_id: string; attempts: number };

/** Those that are to be fetched now, the oldest first. */
export async function wantedItems(ctx: Ctx, mailboxId: string, limit: number): Promise<Wanted[]> {
  return await ctx.hot<Wanted>('mailbox_items_wanted', WANTED, [mailboxId, ctx.now, limit]);
}

/** It has been fetched, or was gone by then. */
export async function noteDone(ctx: Ctx, mailboxId: string, itemId: string): Promise<void> {
  await ctx.tx
    .updateTable('mailbox_items')
    .set({ state: 'done', next_at: null, last_error: '', failed_at: null })
    .where('mailbox_id', '=', mailboxId)
    .where('item_id', '=', itemId)
    .execute();
}

/** It cannot be fetched for now: it is tried again after 1, 2, 4 … minutes, at least every hour, and holds up no other. */
export async function noteStuck(ctx: Ctx, mailboxId: string, item: Wanted, words: string): Promise<void> {
  const pause = Math.min(MINUTE_MS * 2 ** Math.min(item.attempts, 20), LONGEST_PAUSE_MS);
  await ctx.tx
    .updateTable('mailbox_items')
    .set({
      attempts: item.attempts + 1,
      next_at: new Date(Date.parse(ctx.now) + pause).toISOString(),
      last_error: words.slice(0, 500),
      failed_at: ctx.now,
    })
    .where('mailbox_id', '=', mailboxId)
    .where('item_id', '=', item.item_id)
    .execute();
}
