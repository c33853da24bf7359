import { newId } from '#kernel/ids.ts';
import type { FilledMail } from '#kernel/mail-template.ts';
import type { Ctx } from '#platform/context/index.ts';
import { seal } from '#platform/secrets/index.ts';
import type { Spoken } from '#shared/languages.ts';
import type { MailKind } from '#shared/mail-words.ts';
import type { OutgoingFile } from './claim.ts';
import { TRIED_MS } from './queue.ts';
import { LINK_PURPOSE } from './queue-one.ts';

const QUEUE = `
insert into outgoing_mails (client_id, id, address, kind, subject, text, text_after, files, language, next_at, give_up_at, created_at, sealed_link)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $10, $12)`;

/** What goes to an address of a client, with files that the store has. */
export type AddressedMail = {
  readonly address: string;
  readonly kind: MailKind;
  readonly words: FilledMail;
  readonly language: Spoken;
  readonly files: readonly OutgoingFile[];
  /** Path of a page of the portal that it leads to. */
  readonly link?: string;
};

/** Notes a mail to an address of a client that is nobody's in particular. Returns its id. */
export async function queueToAddress(
  ctx: Ctx,
  clientId: string,
  { address, kind, words, language, files, link }: AddressedMail,
): Promise<string> {
  const id = newId();
  await ctx.hot('queue_address_mail', QUEUE, [
    ...[clientId, id, address, kind, words.subject, words.before, words.after, JSON.stringify(files), language],
    ctx.now,
    new Date(Date.parse(ctx.now) + TRIED_MS).toISOString(),
    link === undefined ? null : seal(ctx.services.secret, LINK_PURPOSE, Buffer.from(link)),
  ]);
  return id;
}
