import { type RawBuilder, sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import { type Ctx, callingContact } from '#platform/context/index.ts';
import { callingReader, inWordsOf } from '#platform/words/index.ts';
import type { PortalAnnouncement, PortalAnnouncements } from '#shared/announcement.ts';
import { INSTANT } from './queries.ts';
import { toldSince } from './told-since.ts';

const MOST = 100;

/** An announcement as its reader is shown it, and since when. */
export type Told = PortalAnnouncement & { readonly publishedAt: string };

/** What the caller's client is told, as `where` says and in that order. */
async function toldTo(ctx: Ctx, { where, order }: Record<'where' | 'order', RawBuilder<unknown>>): Promise<Told[]> {
  const { clientId, contactId } = callingContact(ctx);
  const { rows } = await sql<Told>`
    select a.id, a.kind, a.title, a.body as text, a.effect, a.from_at as "fromAt", a.until_at as "untilAt", a.ended_at as "endedAt",
      a.published_at as "publishedAt", a.whole_id is not null as report,
      coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name) order by lower(s.name)) from services s
        join client_services x on x.service_id = s.id and x.client_id = ${clientId} where s.id = any (a.service_ids)), '[]') as services,
      coalesce((select json_agg(json_build_object('id', u.id, 'text', u.text, 'at', ${INSTANT(sql`u.at`)}) order by u.at, u.id)
        from announcement_updates u where u.announcement_id = a.id and not exists (
          select from announcement_clients c where c.client_id = ${clientId} and c.announcement_id = a.id and u.id = any (c.withheld))), '[]') as updates,
      coalesce(r.dismissed_at >= coalesce((select max(u.at) from announcement_updates u where u.announcement_id = a.id), a.published_at), false) as dismissed,
      r.follows_since is not null as follows
    from announcements a
    left join announcement_readers r on r.client_id = ${clientId} and r.contact_id = ${contactId} and r.announcement_id = a.id
    where app.announced_to(a, ${clientId}) and ${where} order by ${order} limit ${MOST}`.execute(ctx.tx);
  return inWordsOf(ctx, await callingReader(ctx), (say) =>
    rows.map((item) => ({
      ...item,
      title: say(item.title, 'announcement'),
      text: say(item.text, 'announcement'),
      updates: item.updates.map((update) => ({ ...update, text: say(update.text, 'announcement') })),
      services: item.services.map((service) => ({ ...service, name: say(service.name, 'service') })),
    })),
  );
}

/**
 * What concerns the caller: what holds or is to come (outages, planned work, notices), then what ended within the last 90 days. A notice
 * is seen from its beginning on. In the words of the reader.
 */
export async function announcementsFor(ctx: Ctx): Promise<PortalAnnouncements> {
  const { clientId, contactId } = callingContact(ctx);
  const items = await toldTo(ctx, {
    where: sql`(a.kind <> 'notice' or a.from_at <= ${ctx.now}) and (a.ended_at is null or a.ended_at >= ${toldSince(ctx)})`,
    order: sql`a.ended_at is not null, case when a.ended_at is null then array_position(array['outage', 'maintenance', 'notice'], a.kind) end,
      case when a.ended_at is null then a.from_at end, a.ended_at desc, a.id`,
  });
  const stopped = await ctx.tx
    .selectFrom('announcement_mail_stops')
    .select('contact_id')
    .where('client_id', '=', clientId)
    .where('contact_id', '=', contactId)
    .executeTakeFirst();
  return { items, mail: stopped === undefined };
}

const OF_WHOLE = `
select a.whole_id as "wholeId" from announcements a
where a.id = $1 and a.whole_id is not null and app.announced_to(a, $2) and (a.ended_at is null or a.ended_at >= $3)`;

/**
 * Everything that the caller was told of what one of its announcements tells of, in the order of time: of a major incident that came
 * back, several. Not found where the announcement is not for them, tells of none, or ended before the last 90 days.
 */
export async function toldOfWhole(ctx: Ctx, id: string): Promise<{ wholeId: string; told: Told[] }> {
  const { clientId } = callingContact(ctx);
  const [found] = await ctx.hot<{ wholeId: string }>('announcement_whole', OF_WHOLE, [id, clientId, toldSince(ctx)]);
  if (!found) throw notFound('announcement');
  const { wholeId } = found;
  const told = await toldTo(ctx, { where: sql`a.whole_id = ${wholeId}`, order: sql`a.published_at, a.id` });
  return { wholeId, told };
}

async function note(
  ctx: Ctx,
  id: string,
  columns: { dismissed_at: string | null } | { follows_since: string | null },
): Promise<void> {
  const { clientId, contactId } = callingContact(ctx);
  const found = await ctx.tx.selectFrom('announcements').select('id').where('id', '=', id).executeTakeFirst();
  if (!found) throw notFound('announcement');
  await ctx.tx
    .insertInto('announcement_readers')
    .values({ client_id: clientId, contact_id: contactId, announcement_id: id, ...columns })
    .onConflict((on) => on.columns(['client_id', 'contact_id', 'announcement_id']).doUpdateSet(columns))
    .execute();
}

const SEEN = `
select coalesce((select max(u.at) from (select at from announcement_updates where announcement_id = a.id order by at, id limit $2) u), a.published_at) as at
from announcements a where a.id = $1`;

/**
 * Puts an announcement aside, until more is said; or takes it up again.
 * @param seen how many of its updates the reader was shown: what was said meanwhile brings it back
 */
export async function dismiss(ctx: Ctx, id: string, dismissed: boolean, seen?: number): Promise<void> {
  if (!dismissed) return note(ctx, id, { dismissed_at: null });
  const [row] = seen === undefined ? [] : await ctx.hot<{ at: string | null }>('announcement_seen', SEEN, [id, seen]);
  await note(ctx, id, { dismissed_at: row?.at ?? ctx.now });
}

/** Says that it affects the caller too: they are told what follows. */
export async function follow(ctx: Ctx, id: string, follows: boolean): Promise<void> {
  await note(ctx, id, { follows_since: follows ? ctx.now : null });
  // Whoever asks to be told wants mail again.
  if (follows) await wantMail(ctx, true);
}

/** Says whether the caller wants mail about announcements. */
export async function wantMail(ctx: Ctx, wanted: boolean): Promise<void> {
  const { clientId: client_id, contactId: contact_id } = callingContact(ctx);
  if (wanted)
    await ctx.tx
      .deleteFrom('announcement_mail_stops')
      .where('client_id', '=', client_id)
      .where('contact_id', '=', contact_id)
      .execute();
  else
    await ctx.tx
      .insertInto('announcement_mail_stops')
      .values({ client_id, contact_id, at: ctx.now })
      .onConflict((on) => on.doNothing())
      .execute();
}
