import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { languageOf } from '#platform/identity/index.ts';
import { seal } from '#platform/secrets/index.ts';
import type { Spoken } from '#shared/languages.ts';
import type { MailKind, MailValues } from '#shared/mail-words.ts';
import { takeMailId } from './mail-id.ts';
import { oneLine } from './one-line.ts';
import { TRIED_MS } from './queue.ts';
import { mailTextFor } from './templates/fill.ts';

/** What a link in a mail is sealed for while it waits to be sent. */
export const LINK_PURPOSE = 'mail link';

const READERS = `
select r.id, r.name, r.language, c.language as client_language, c.time_zone
from contacts r join clients c on c.id = r.client_id
where r.client_id = $1 and r.id = any ($2::uuid[]) and r.active and r.email <> '' and exists (select from mail_sending where active)`;

const QUEUE = `
insert into outgoing_mails (client_id, id, ticket_id, contact_id, kind, subject, text, text_after, language, sealed_link, next_at, give_up_at,
  created_at, message_id)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $11, $13)`;

type ReaderRow = { id: string; name: string; language: string | null; client_language: string; time_zone: string };

/** Whom a mail with a link is for, as far as its words need it. */
export type LinkReader = { readonly language: Spoken; readonly timeZone: string };

/** What such a mail says: words of a kind of template, what its variables stand for, and what is put in as the message, a line each. */
export type LinkWords = {
  readonly template: MailKind;
  values?(reader: LinkReader): MailValues;
  lines?(reader: LinkReader): readonly string[];
};

/**
 * Notes mail about a ticket for people of its client, at once and each by itself. A link is one that its reader alone may know: it is
 * sealed until the mail is sent, and forgotten then. Whoever has no address, or has left, gets none.
 * @param to.link path below the program's address
 */
export async function queueLinks(
  ctx: Ctx,
  ticket: { client_id: string; id: string },
  to: readonly { contactId: string; link: string }[],
  what: { kind: string } & LinkWords,
): Promise<void> {
  if (to.length === 0 || ctx.quiet) return;
  const ids = to.map(({ contactId }) => contactId);
  const readers = await ctx.hot<ReaderRow>('link_readers', READERS, [ticket.client_id, ids]);
  for (const { contactId, link } of to) {
    const row = readers.find(({ id }) => id === contactId);
    if (!row) continue;
    const said = { clientId: ticket.client_id, own: row.language, client: row.client_language };
    const reader = { language: await languageOf(ctx, said), timeZone: row.time_zone };
    const person = { name: row.name, language: reader.language };
    const words = await mailTextFor(ctx, ticket, person, what.template, what.values?.(reader) ?? {});
    const lines = (what.lines?.(reader) ?? []).map(oneLine).filter((line) => line !== '');
    const id = newId();
    await ctx.hot('queue_link', QUEUE, [
      ticket.client_id,
      id,
      ticket.id,
      contactId,
      what.kind,
      words.subject,
      [words.before, lines.join('\n')].filter((part) => part !== '').join('\n\n'),
      words.after,
      reader.language,
      seal(ctx.services.secret, LINK_PURPOSE, Buffer.from(link)),
      ctx.now,
      new Date(Date.parse(ctx.now) + TRIED_MS).toISOString(),
      await takeMailId(ctx, ticket, id),
    ]);
  }
}
