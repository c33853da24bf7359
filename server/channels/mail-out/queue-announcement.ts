import { newId } from '#kernel/ids.ts';
import { firstName } from '#kernel/template.ts';
import type { Ctx } from '#platform/context/index.ts';
import { languageOf } from '#platform/identity/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { bookFor } from '#platform/words/index.ts';
import { textToHtml } from '#shared/html.ts';
import { instantIn } from '#shared/when-words.ts';
import { announcedTo } from './announced-to.ts';
import { TRIED_MS } from './queue.ts';
import { isSending } from './recipients.ts';
import { MAIL_TO_CLIENTS } from './settings.ts';
import { textsOf } from './templates/fill.ts';

/** What a mail about an announcement says. `saidId`: what it is about, so that it is told to nobody twice. */
export type AnnouncedMail = {
  readonly kind: 'announcement' | 'announcementUpdate' | 'announcementEnded';
  readonly saidId: string;
  /** Plain text. */
  readonly text: string;
};

type Announcement = {
  id: string;
  title: string;
  from_at: string;
  until_at: string | null;
  service_ids: readonly string[];
};

/** Whoever it is for and who wants mail; of what follows, whoever said that it affects them. */
const READERS = `
select r.client_id, r.id, r.name, r.language, c.language as client_language, c.name as client, c.time_zone,
  (select from_name from mail_sending) as provider,
  coalesce((select json_agg(s.name order by lower(s.name)) from services s
    join client_services x on x.service_id = s.id and x.client_id = c.id where s.id = any (a.service_ids)), '[]') as services
from announcements a join clients c on c.active
join contacts r on r.client_id = c.id and r.active and r.email <> '' and ${announcedTo('c.id')}
left join contact_mail m on m.client_id = r.client_id and m.contact_id = r.id
where a.id = $1 and m.paused_at is null
  and ($2 or exists (select from announcement_readers f where f.client_id = r.client_id and f.contact_id = r.id
    and f.announcement_id = a.id and f.follows_since is not null))
  and not exists (select from announcement_mail_stops x where x.client_id = r.client_id and x.contact_id = r.id)
  and not exists (select from outgoing_mails o where o.client_id = r.client_id and o.contact_id = r.id and o.said_id = $3
    and o.kind = $4)
order by r.client_id, r.id`;

type Reader = {
  client_id: string;
  id: string;
  name: string;
  language: string | null;
  client_language: string;
  client: string;
  time_zone: string;
  provider: string | null;
  services: string[];
};

const QUEUE = `
insert into outgoing_mails (client_id, id, announcement_id, contact_id, said_id, kind, subject, text, html, next_at, give_up_at, created_at,
  text_after, language)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $10, $12, $13)`;

/**
 * Notes mail about an announcement for those whom it is for, each alone: at its beginning for all of them, later for whoever follows it.
 * Whether it is still for them is looked at again when it is sent.
 * @returns who gets one
 */
export async function queueAnnouncement(
  ctx: Ctx,
  announcement: Announcement,
  mail: AnnouncedMail,
): Promise<{ client_id: string; contact_id: string }[]> {
  if (ctx.quiet || !(await isSending(ctx))) return [];
  const readers = await ctx.hot<Reader>('announcement_mail_readers', READERS, [
    announcement.id,
    mail.kind === 'announcement',
    mail.saidId,
    mail.kind,
  ]);
  const told: { client_id: string; contact_id: string }[] = [];
  for (const [clientId, people] of Map.groupBy(readers, ({ client_id }) => client_id)) {
    const { value: setting } = await resolveSetting(ctx, MAIL_TO_CLIENTS, clientId);
    if (!setting.active) continue;
    const [{ client, provider, services } = { client: '', provider: null, services: [] }] = people;
    const book = await bookFor(ctx, clientId, [...services, announcement.title, mail.text.trim()]);
    const textFor = await textsOf(ctx, clientId, mail.kind, ({ name, language }) => ({
      'recipient.firstName': firstName(name),
      'recipient.name': name,
      'client.name': client,
      'provider.name': setting.fromName || provider,
      'announcement.title': book(language)(announcement.title, 'announcement'),
    }));
    for (const { id, name, language: own, client_language, time_zone } of people) {
      const language = await languageOf(ctx, { clientId, own, client: client_language });
      const say = book(language);
      const text = say(mail.text.trim(), 'announcement');
      const when = (at: string) => instantIn(language, at, time_zone);
      const words = textFor(
        { name, language },
        {
          'announcement.services': services.map((name) => say(name, 'service')).join(', ') || null,
          'announcement.from': when(announcement.from_at),
          'announcement.until': announcement.until_at && when(announcement.until_at),
        },
      );
      await ctx.hot('queue_announcement_mail', QUEUE, [
        clientId,
        newId(),
        announcement.id,
        id,
        mail.saidId,
        mail.kind,
        words.subject,
        words.before,
        text === '' ? null : `<p>${textToHtml(text)}</p>`,
        ctx.now,
        new Date(Date.parse(ctx.now) + TRIED_MS).toISOString(),
        words.after,
        language,
      ]);
      told.push({ client_id: clientId, contact_id: id });
    }
  }
  return told;
}
