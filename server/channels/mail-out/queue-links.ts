import type { Ctx } from '#platform/context/index.ts';
import { languageOf } from '#platform/identity/index.ts';
import { oneLine } from '#platform/text/index.ts';
import { inWordsOf, type Say } from '#platform/words/index.ts';
import type { Spoken } from '#shared/languages.ts';
import type { MailKind, MailValues } from '#shared/mail-words.ts';
import { queueOne } from './queue-one.ts';
import { mailTexts } from './templates/fill.ts';

const READERS = `
select r.id, r.name, r.language, c.language as client_language, c.time_zone
from contacts r join clients c on c.id = r.client_id
where r.client_id = $1 and r.id = any ($2::uuid[]) and r.active and r.email <> '' and exists (select from mail_sending where active)`;

type ReaderRow = { id: string; name: string; language: string | null; client_language: string; time_zone: string };

/** Whom a mail with a link is for, as far as its words need it. */
export type LinkReader = {
  readonly language: Spoken;
  readonly timeZone: string;
  /** Says one of the MSP's texts as they read it. */
  readonly say: Say;
};

/** What such a mail says: words of a kind of template, what its variables stand for, and what is put in as the message, a line each. */
export type LinkWords = {
  readonly template: MailKind;
  values?(reader: LinkReader): MailValues;
  lines?(reader: LinkReader): readonly string[];
};

/**
 * Notes mail about a ticket, or about a client's `part` in what is no ticket of theirs, for people of that client, at once and each by
 * itself. A link is one that its reader alone may know: it is
 * sealed until the mail is sent, and forgotten then. Whoever has no address, or has left, gets none.
 * @param to.link path below the program's address
 */
export async function queueLinks(
  ctx: Ctx,
  ticket: { client_id: string; id: string; part?: boolean },
  to: readonly { contactId: string; link: string }[],
  what: { kind: string } & LinkWords,
): Promise<void> {
  if (to.length === 0 || ctx.quiet) return;
  const ids = to.map(({ contactId }) => contactId);
  const readers = await ctx.hot<ReaderRow>('link_readers', READERS, [ticket.client_id, ids]);
  if (readers.length === 0) return;
  const textFor = await mailTexts(ctx, ticket, what.template);
  const written = new Map<Spoken, Promise<{ values: MailValues | undefined; lines: string[] }>>();
  // They are people of one client: whoever reads the same language reads the same.
  const inLanguage = (language: Spoken, timeZone: string) => {
    const made =
      written.get(language) ??
      inWordsOf(ctx, { clientId: ticket.client_id, language }, (say) => {
        const reader = { language, timeZone, say };
        return {
          values: what.values?.(reader),
          lines: (what.lines?.(reader) ?? []).map(oneLine).filter((line) => line !== ''),
        };
      });
    written.set(language, made);
    return made;
  };
  for (const { contactId, link } of to) {
    const row = readers.find(({ id }) => id === contactId);
    if (!row) continue;
    const said = { clientId: ticket.client_id, own: row.language, client: row.client_language };
    const language = await languageOf(ctx, said);
    const { values, lines } = await inLanguage(language, row.time_zone);
    const words = textFor({ name: row.name, language }, values);
    const before = [words.before, lines.join('\n')].filter((part) => part !== '').join('\n\n');
    await queueOne(ctx, ticket, { contactId, language }, { kind: what.kind, words: { ...words, before }, link });
  }
}
