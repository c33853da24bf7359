import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, callingContact } from '#platform/context/index.ts';
import type { SignatureView } from '#shared/signature.ts';

/** What is signed, by its id. */
type About = { readonly quoteId: string } | { readonly contractId: string };
/** What is signed, and the text that holds everything the signer was shown. */
export type Signed = About & { readonly content: string };
const quoteOf = (about: object) => ('quoteId' in about ? about.quoteId : null);
const contractOf = (about: object) => ('contractId' in about ? about.contractId : null);
type By = { readonly name: string; readonly consent: boolean; readonly address: string };

/**
 * Keeps what the calling contact signs, with the SHA-256 of exactly that. `invalid` where they did not consent. Whoever calls has locked what
 * is signed, and has seen that it may be.
 */
export async function sign(ctx: Ctx, { content, ...about }: Signed, { name, consent, address }: By): Promise<void> {
  if (!consent)
    throw invalid([{ path: 'consent', message: 'must be given: that you may bind your company by signing' }]);
  const { clientId, contactId } = callingContact(ctx);
  const sha256 = createHash('sha256').update(content).digest('hex');
  await sql`
    insert into signatures (client_id, id, quote_id, contract_id, contact_id, name, contact_name, address, content, sha256, signed_at)
    values (${clientId}, ${newId()}, ${quoteOf(about)}, ${contractOf(about)}, ${contactId}, ${name.trim()}, ${ctx.actor.name}, ${address}, ${content}, ${sha256}, ${ctx.now})`.execute(
    ctx.tx,
  );
}

/** What was signed of a quote or a contract, and by whom; null where nobody has. */
export async function signatureOf(ctx: Ctx, clientId: string, about: About): Promise<SignatureView | null> {
  const { rows } = await sql<SignatureView>`
    select name, jsonb_build_object('id', contact_id, 'name', contact_name) as contact, signed_at as "signedAt", address, sha256, content
    from signatures where client_id = ${clientId} and (quote_id = ${quoteOf(about)} or contract_id = ${contractOf(about)})`.execute(
    ctx.tx,
  );
  return rows[0] ?? null;
}
