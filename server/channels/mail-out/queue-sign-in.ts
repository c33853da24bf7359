import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { seal } from '#platform/secrets/index.ts';
import type { Spoken } from '#shared/languages.ts';
import { LINK_PURPOSE } from './queue-one.ts';
import { type SignInReason, signInWords } from './sign-in-words.ts';

/** What a mail by which somebody signs in says: sealed until it is sent, and forgotten then. */
export type SignInMail = {
  /** The whole address that the link leads to. */
  url: string;
  /** To sign in; to be led to where one's own company signs in; to choose a password, asked for or invited to. */
  why: SignInReason;
  /** Only to sign in. */
  code: string | null;
  /** The client in whose name it is written; null for the desk's own. */
  from: string | null;
};

/** Notes a mail by which somebody of a client signs in. It is sent at once, and not any more once what it says is worth nothing. */
export async function queueSignIn(
  ctx: Ctx,
  to: { clientId: string; contactId: string; language: Spoken },
  mail: SignInMail,
  expiresAt: string,
): Promise<void> {
  await ctx.tx
    .insertInto('outgoing_mails')
    .values({
      client_id: to.clientId,
      id: newId(),
      contact_id: to.contactId,
      kind: 'sign_in',
      subject: signInWords(to.language).subject[mail.why],
      text: '',
      language: to.language,
      sealed_link: seal(ctx.services.secret, LINK_PURPOSE, Buffer.from(JSON.stringify(mail))),
      next_at: ctx.now,
      give_up_at: expiresAt,
      created_at: ctx.now,
    })
    .execute();
}
