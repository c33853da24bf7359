import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import { type Ctx, systemIdentity } from '#platform/context/index.ts';
import { keyIdOf, newDataKey, openDataKey, sealUnder, unsealUnder, wrapKey } from '#platform/secrets/index.ts';
import type { LinkState } from '#shared/accounting-words.ts';

/** The program where it keeps the books in step. */
export const BOOKKEEPING = systemIdentity('Accounting');

/** The connection as it is stored; secrets sealed. */
export type LinkRow = {
  id: string;
  authorize_url: string;
  token_url: string;
  api_url: string;
  oauth_client_id: string;
  key_id: string;
  wrapped_key: Buffer;
  client_secret: Buffer;
  webhook_key: Buffer | null;
  refresh_token: Buffer | null;
  access_token: Buffer | null;
  access_until: string | null;
  state_hash: string | null;
  verifier: Buffer | null;
  asked_by: string | null;
  asked_until: string | null;
  state: LinkState;
  tenant_id: string | null;
  tenant_name: string;
  send_from: string;
  read_until: string | null;
  next_at: string;
  failures: number;
  fault: string;
  fault_at: string | null;
  good_at: string | null;
  version: number;
};

/** The connection, if there is one; locked so that of two who renew a token one waits for the other. Under the program's scope. */
export async function findLink(ctx: Ctx, { lock = false } = {}): Promise<LinkRow | null> {
  const { rows } = await sql<LinkRow>`select * from accounting_links ${lock ? sql`for update` : sql``}`.execute(ctx.tx);
  return rows[0] ?? null;
}

export async function lockLink(ctx: Ctx): Promise<LinkRow> {
  const link = await findLink(ctx, { lock: true });
  if (!link) throw notFound('connection to accounting');
  return link;
}

const ownerOf = (id: string) => `accounting ${id}`;
export type SecretField = 'client_secret' | 'webhook_key' | 'refresh_token' | 'access_token' | 'verifier';
const placeOf = (id: string, field: SecretField) => `${id}|${field}`;

/** The key of a new connection, as its row keeps it. */
export function newLinkKey(ctx: Ctx, id: string): Pick<LinkRow, 'key_id' | 'wrapped_key'> {
  const { keyId, wrapped } = newDataKey(ctx.services.credentialKeys[0], ownerOf(id));
  return { key_id: keyId, wrapped_key: wrapped };
}

type Keyed = Pick<LinkRow, 'id' | 'key_id' | 'wrapped_key'>;
const keyOf = (ctx: Ctx, { id, key_id: keyId, wrapped_key: wrapped }: Keyed): Buffer =>
  openDataKey(ctx.services.credentialKeys, ownerOf(id), { keyId, wrapped });

/** A secret as the row keeps it. */
export const sealed = (ctx: Ctx, link: Keyed, field: SecretField, text: string): Buffer =>
  sealUnder(keyOf(ctx, link), placeOf(link.id, field), Buffer.from(text));

/** A secret of the row, for one use; null where there is none. */
export const opened = (ctx: Ctx, link: Keyed & Pick<LinkRow, SecretField>, field: SecretField): string | null => {
  const kept = link[field];
  return kept === null ? null : unsealUnder(keyOf(ctx, link), placeOf(link.id, field), kept).toString();
};

/** Wraps the key anew where it is not wrapped by the one in use, so that the one before it can be forgotten. */
export async function rewrapLink(ctx: Ctx): Promise<void> {
  const link = await findLink(ctx, { lock: true });
  const [current] = ctx.services.credentialKeys;
  if (!link || link.key_id === keyIdOf(current)) return;
  const { keyId, wrapped } = wrapKey(current, ownerOf(link.id), keyOf(ctx, link));
  await sql`update accounting_links set key_id = ${keyId}, wrapped_key = ${wrapped} where id = ${link.id}`.execute(
    ctx.tx,
  );
}

/** Has the books looked at next: something waits, or changed there. */
export async function lookSoon(ctx: Ctx): Promise<void> {
  await sql`update accounting_links set next_at = least(next_at, ${ctx.now}) where state = 'on'`.execute(ctx.tx);
}
