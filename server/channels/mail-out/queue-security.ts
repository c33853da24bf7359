import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { languageOf, type Secured } from '#platform/identity/index.ts';
import { oneLine } from '#platform/text/index.ts';
import { instantIn } from '#shared/when-words.ts';
import { TRIED_MS } from './queue.ts';
import { securityLines, securitySubject } from './security-words.ts';

const READER = `
select r.language, c.language as client_language, c.time_zone from contacts r join clients c on c.id = r.client_id
where r.client_id = $1 and r.id = $2 and r.active and r.email <> '' and exists (select from mail_sending where active)`;

type Reader = { language: string | null; client_language: string; time_zone: string };

/** Notes a mail that tells somebody of a client that how they sign in has changed: what, when, from where, and what to do if it was not they. */
export async function queueSecurity(ctx: Ctx, { clientId, contactId, what, from }: Secured): Promise<void> {
  if (ctx.quiet) return;
  const [reader] = await ctx.hot<Reader>('security_reader', READER, [clientId, contactId]);
  if (!reader) return;
  const language = await languageOf(ctx, { clientId, own: reader.language, client: reader.client_language });
  const at = `${instantIn(language, ctx.now, reader.time_zone)} (${reader.time_zone})`;
  await ctx.tx
    .insertInto('outgoing_mails')
    .values({
      client_id: clientId,
      id: newId(),
      contact_id: contactId,
      kind: 'security',
      subject: securitySubject(language, what),
      text: securityLines(language, {
        what,
        at,
        from: from && { address: oneLine(from.address), userAgent: oneLine(from.userAgent) },
      }),
      language,
      next_at: ctx.now,
      give_up_at: new Date(Date.parse(ctx.now) + TRIED_MS).toISOString(),
      created_at: ctx.now,
    })
    .execute();
}
