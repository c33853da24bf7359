import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { Fault, notFound } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { seal, unseal } from '#platform/secrets/index.ts';
import type { DkimKey } from '#shared/mail.ts';
import { domainOf } from '../compose.ts';
import { sendingRow } from '../server.ts';

/** What a private key is sealed for. */
const PURPOSE = 'dkim key';
/** What every receiver takes and fits into DNS (RFC 8301, section 3.2). */
const BITS = 2_048;

export type KeyRow = {
  selector: string;
  domain: string;
  state: 'new' | 'active' | 'old';
  public_key: string;
  created_at: string;
  active_at: string | null;
  looked_at: string | null;
  found: string | null;
};

const LIST = `
select selector, domain, state, public_key, created_at, active_at, looked_at, found from dkim_keys
order by domain, array_position(array['new', 'active', 'old'], state), created_at desc`;

/** Every key, with the record that the domain's DNS has to hold; never the private half. */
export async function listKeys(ctx: Ctx): Promise<DkimKey[]> {
  return (await ctx.hot<KeyRow>('dkim_list', LIST, [])).map((row) => ({
    selector: row.selector,
    domain: row.domain,
    state: row.state,
    recordName: recordName(row),
    recordValue: `v=DKIM1; k=rsa; p=${row.public_key}`,
    createdAt: row.created_at,
    activeAt: row.active_at,
    lookedAt: row.looked_at,
    found: row.found,
  }));
}

export const recordName = ({ selector, domain }: Pick<KeyRow, 'selector' | 'domain'>): string =>
  `${selector}._domainkey.${domain}`;

/**
 * Makes a key for a domain. Mail is signed with it once its record has been seen in DNS; a key that was made before and never seen is
 * forgotten, one that signs goes on doing so until then.
 */
export async function makeKey(ctx: Ctx, caller: Pick<Ctx, 'scope'>, domain: string): Promise<void> {
  requireAllClients(caller, 'Signing mail');
  const name = domain.toLowerCase();
  const pair = await promisify(generateKeyPair)('rsa', {
    modulusLength: BITS,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const selector = `fettle-${randomBytes(4).toString('hex')}`;
  await ctx.tx.deleteFrom('dkim_keys').where('domain', '=', name).where('state', '=', 'new').execute();
  await ctx.tx
    .insertInto('dkim_keys')
    .values({
      selector,
      domain: name,
      private_key: seal(ctx.services.secret, PURPOSE, Buffer.from(pair.privateKey)),
      public_key: pair.publicKey.toString('base64'),
      created_at: ctx.now,
    })
    .execute();
  await tell(ctx, `a key for ${name}`);
}

/** Forgets a key. Where it signs, mail from its domain is not signed any more. */
export async function forgetKey(ctx: Ctx, caller: Pick<Ctx, 'scope'>, selector: string): Promise<void> {
  requireAllClients(caller, 'Signing mail');
  const row = await lockKey(ctx, selector);
  await ctx.tx.deleteFrom('dkim_keys').where('selector', '=', selector).execute();
  await tell(ctx, `no longer ${selector} for ${row.domain}`);
}

/** The key, locked. */
export async function lockKey(ctx: Ctx, selector: string): Promise<KeyRow> {
  const [row] = await ctx.hot<KeyRow>('dkim_lock', 'select * from dkim_keys where selector = $1 for update', [
    selector,
  ]);
  if (!row) throw notFound('key');
  return row;
}

/** Says who changed what about signing. */
export async function tell(ctx: Ctx, what: string): Promise<void> {
  const sending = await sendingRow(ctx);
  if (!sending) throw new Fault('invalid', 'Sending mail is not set up yet: save the settings first.');
  await appendEvent(ctx, {
    clientId: null,
    subjectType: 'mail_sending',
    subjectId: sending.id,
    type: 'mail_sending.changed',
    data: { changes: { signing: [null, what] } },
  });
}

/** The fields that are signed, where a mail has them (RFC 6376, section 5.4.1); RFC 8058 asks for both by which mail is stopped. */
const SIGNED = [
  ...['From', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'To', 'Cc', 'MIME-Version', 'Content-Type'],
  ...['Content-Transfer-Encoding', 'In-Reply-To', 'References', 'List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post'],
].join(':');

/** What mail from an address is signed with; null where its domain has no key that was seen in DNS. */
export async function signerFor(
  ctx: Ctx,
  address: string,
): Promise<{ domainName: string; keySelector: string; privateKey: string; headerFieldNames: string } | null> {
  const domain = domainOf(address).toLowerCase();
  const [row] = await ctx.hot<{ selector: string; private_key: Buffer }>(
    'dkim_signer',
    "select selector, private_key from dkim_keys where domain = $1 and state = 'active'",
    [domain],
  );
  if (!row) return null;
  const privateKey = unseal(ctx.services.secret, PURPOSE, row.private_key).toString();
  return { domainName: domain, keySelector: row.selector, privateKey, headerFieldNames: SIGNED };
}
