import { notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';

/** Thrown where another looks at a mailbox meanwhile: nothing is wrong with it. */
export class MailboxLost extends Error {
  override name = 'MailboxLost';
}

/** How long whoever looks at a mailbox may be silent before another takes it over; they say several times as often that they are there. */
const LEASE_MS = 60_000;
export const STILL_HERE_MS = LEASE_MS / 4;
const MINUTE_MS = 60_000;
/** While a mailbox cannot be reached it is tried again at least this often. */
const LONGEST_PEACE_MS = 15 * MINUTE_MS;

/** A mailbox that is ours to look at, how it is reached, and how far it has been read. */
export type Access = {
  mailbox_id: string;
  version: number;
  kind: 'imap' | 'graph';
  username: string;
  auth: 'password' | 'oauth';
  password: Buffer | null;
  folder: string;
  mark_read: boolean;
  found_before: number | null;
  take_since: string | null;
  looked_at: string | null;
  /** Who looks at it: made anew each time that it is taken. */
  held_by: string | null;
} & ImapPlace &
  GraphPages;

/** Where a mailbox is over IMAP, and up to which number of which numbering it has been read. */
type ImapPlace = {
  host: string | null;
  port: number | null;
  security: 'none' | 'starttls' | 'tls' | null;
  uid_validity: number | null;
  last_uid: number | null;
};

/** Where a mailbox is in Microsoft Graph, and up to which page it has been listed. */
type GraphPages = {
  url: string | null;
  page_link: string | null;
  listing_since: string | null;
  checked_at: string | null;
};

const FREE = `
select a.mailbox_id from mailbox_access a join mailboxes b on b.id = a.mailbox_id
where b.active and b.kind <> 'smtp' and (a.retry_at is null or a.retry_at <= $1) and (a.held_until is null or a.held_until <= $1)
order by a.mailbox_id`;

/** Mailboxes that nobody looks at and that may be tried. */
export async function freeMailboxes(ctx: Ctx): Promise<string[]> {
  return (await ctx.hot<{ mailbox_id: string }>('mailbox_free', FREE, [ctx.now])).map((row) => row.mailbox_id);
}

const later = (now: string, ms: number) => new Date(Date.parse(now) + ms).toISOString();

const TAKE = `
update mailbox_access a set held_until = $2, held_by = $4 from mailboxes b
where b.id = a.mailbox_id and b.active and b.kind <> 'smtp' and a.mailbox_id = $1 and (a.held_until is null or a.held_until <= $3)
returning a.*, b.version, b.kind`;

/** Takes a mailbox to look at; null where another was faster. */
export async function takeMailbox(ctx: Ctx, id: string): Promise<Access | null> {
  const [row] = await ctx.hot<Access>('mailbox_take', TAKE, [id, later(ctx.now, LEASE_MS), ctx.now, newId()]);
  return row ?? null;
}

const STAY = `update mailbox_access set held_until = $2 where mailbox_id = $1 and held_by = $3 returning mailbox_id`;

/** Says that whoever looks at a mailbox is still there; false where it is another's by now. */
export async function stayWithMailbox(ctx: Ctx, { mailbox_id, held_by }: Access): Promise<boolean> {
  return (await ctx.hot('mailbox_stay', STAY, [mailbox_id, later(ctx.now, LEASE_MS), held_by])).length > 0;
}

const LOOK_UP = `
select a.*, b.version, b.kind from mailbox_access a join mailboxes b on b.id = a.mailbox_id where a.mailbox_id = $1`;

/** How a mailbox is reached, without taking it. */
export async function lookUpMailbox(ctx: Ctx, id: string): Promise<Access> {
  const [row] = await ctx.hot<Access>('mailbox_look_up', LOOK_UP, [id]);
  if (!row) throw notFound('mailbox that is read');
  return row;
}

const KEEP = `
update mailbox_access a set held_until = $2, looked_at = $3, failures = 0, last_error = '', last_error_at = null, retry_at = null
from mailboxes b where b.id = a.mailbox_id and b.active and a.mailbox_id = $1 and b.version = $4 and a.held_by = $5 returning a.*, b.version, b.kind`;

/** Goes on looking at a mailbox that answers; null where its settings have changed, so that it is to be begun anew, or it is another's. */
export async function keepMailbox(ctx: Ctx, { mailbox_id, version, held_by }: Access): Promise<Access | null> {
  const until = later(ctx.now, LEASE_MS);
  const [row] = await ctx.hot<Access>('mailbox_keep', KEEP, [mailbox_id, until, ctx.now, version, held_by]);
  return row ?? null;
}

/** How far a mailbox has been read. */
export type ReadUpTo = Partial<
  Pick<
    Access,
    'uid_validity' | 'last_uid' | 'found_before' | 'take_since' | 'page_link' | 'listing_since' | 'checked_at'
  >
>;

/** Notes how far a mailbox has been read. Throws `MailboxLost` where it is another's by now. */
export async function noteRead(ctx: Ctx, { mailbox_id: id, held_by }: Access, place: ReadUpTo): Promise<void> {
  const noted = await ctx.tx
    .updateTable('mailbox_access')
    .set(place)
    .where('mailbox_id', '=', id)
    .where('held_by', '=', held_by)
    .executeTakeFirst();
  if (noted.numUpdatedRows === 0n) throw new MailboxLost('Another looks at this mailbox by now');
}

/** Leaves a mailbox to whoever looks next. */
export async function leaveMailbox(ctx: Ctx, { mailbox_id: id, held_by }: Access): Promise<void> {
  const mine = ctx.tx.updateTable('mailbox_access').where('mailbox_id', '=', id).where('held_by', '=', held_by);
  await mine.set({ held_until: null }).execute();
}

const TROUBLE = `
update mailbox_access set failures = failures + 1, last_error = $2, last_error_at = $3, held_until = null,
  retry_at = $3::timestamptz + greatest(least($4::double precision * power(2, least(failures, 20)), $5), $6) * interval '1 millisecond'
where mailbox_id = $1 and held_by = $7`;

/**
 * Notes that a mailbox cannot be read, in the server's own words; it is left in peace for 1, 2, 4 … minutes, at most a quarter of an hour,
 * or for as long as the server asks.
 */
export async function noteTrouble(ctx: Ctx, access: Access, words: string, peaceMs: number): Promise<void> {
  const { mailbox_id: id, held_by } = access;
  const peace = [MINUTE_MS, LONGEST_PEACE_MS, peaceMs];
  await ctx.hot('mailbox_trouble', TROUBLE, [id, words.slice(0, 500), ctx.now, ...peace, held_by]);
}
