import type { Ctx } from '#platform/context/index.ts';
import { seal } from '#platform/secrets/index.ts';
import type { MailboxOauth, PutMailbox } from '#shared/mail.ts';
import { type Endpoints, endpointsOf, graphEndpointsOf } from './oauth/providers.ts';
import { OAUTH_PURPOSE } from './oauth/row.ts';

/** What a mailbox's password is sealed for. */
export const MAILBOX_PASSWORD = 'imap password';
/** Where Microsoft Graph is, unless somebody says otherwise. */
const GRAPH = 'https://graph.microsoft.com';

/** How a mailbox was reached before; all null where it was not, or is new. */
export type AccessBefore = {
  kind: string;
  host: string | null;
  port: number | null;
  security: string | null;
  url: string | null;
  username: string | null;
  folder: string | null;
  mark_read: boolean | null;
  password: Buffer | null;
  token_url: string | null;
  oauth_client_id: string | null;
};

type GraphInput = NonNullable<PutMailbox['graph']>;

/** Where a mailbox is in Microsoft Graph, as it is stored. */
export function graphPlace(graph: GraphInput, address: string, before: AccessBefore | null) {
  return {
    url: URL.parse(graph.url ?? GRAPH)?.origin ?? '',
    username: graph.username ?? address.toLowerCase(),
    folder: graph.folder ?? (before?.kind === 'graph' ? before.folder : null) ?? 'Inbox',
    mark_read: graph.markRead ?? false,
  };
}

/** By which addresses and scopes tokens for a mailbox are come by; null where it has a password, or that is not known. */
export function endpointsFor({ imap, graph, address }: PutMailbox): Endpoints | null {
  if (!graph) return imap?.oauth ? endpointsOf(imap.oauth) : null;
  const { url, mark_read: marks } = graphPlace(graph, address, null);
  return graphEndpointsOf(graph.oauth, url, marks);
}

/** Another place, user or folder is another mailbox: it is looked at anew, from now on. */
export async function putAccess(
  ctx: Ctx,
  mailboxId: string,
  input: PutMailbox,
  before: AccessBefore | null,
): Promise<void> {
  const place = placeOf(ctx, input, before);
  if (place === null) {
    await ctx.tx.deleteFrom('mailbox_oauth').where('mailbox_id', '=', mailboxId).execute();
    await ctx.tx.deleteFrom('mailbox_items').where('mailbox_id', '=', mailboxId).execute();
    await ctx.tx.deleteFrom('mailbox_access').where('mailbox_id', '=', mailboxId).execute();
    return;
  }
  const access = { ...place, failures: 0, last_error: '', last_error_at: null, retry_at: null };
  const isSame = (['host', 'url', 'username', 'folder'] as const).every((column) => before?.[column] === place[column]);
  if (!isSame) await ctx.tx.deleteFrom('mailbox_items').where('mailbox_id', '=', mailboxId).execute();
  await ctx.tx
    .insertInto('mailbox_access')
    .values({ mailbox_id: mailboxId, ...access })
    .onConflict((on) => on.column('mailbox_id').doUpdateSet({ ...access, ...(isSame ? {} : ANEW) }))
    .execute();
  await putOauth(ctx, mailboxId, input, before);
}

const ANEW = {
  ...{ uid_validity: null, last_uid: null, found_before: null, take_since: null, looked_at: null },
  ...{ page_link: null, listing_since: null, checked_at: null },
};

/** How it is reached; null where a mail server hands mail on. */
function placeOf(ctx: Ctx, { kind, address, imap, graph }: PutMailbox, before: AccessBefore | null) {
  if (kind === 'graph' && graph) {
    const nowhere = { host: null, port: null, security: null, password: null };
    return { ...nowhere, ...graphPlace(graph, address, before), auth: 'oauth' };
  }
  if (kind !== 'imap' || !imap) return null;
  const { host, port, security, username, password } = imap;
  const sealed =
    password === undefined ? {} : { password: seal(ctx.services.secret, MAILBOX_PASSWORD, Buffer.from(password)) };
  return {
    ...{ host, port, security, username, url: null, mark_read: false },
    folder: imap.folder ?? (before?.kind === 'imap' ? before.folder : null) ?? 'INBOX',
    auth: imap.oauth ? 'oauth' : 'password',
    ...sealed,
  };
}

/** Tokens of another application, of another place, or for another way of reading, are worth nothing. */
async function putOauth(ctx: Ctx, mailboxId: string, input: PutMailbox, before: AccessBefore | null): Promise<void> {
  const oauth: MailboxOauth | undefined = input.kind === 'graph' ? input.graph?.oauth : input.imap?.oauth;
  const endpoints = endpointsFor(input);
  if (!oauth || !endpoints) {
    await ctx.tx.deleteFrom('mailbox_oauth').where('mailbox_id', '=', mailboxId).execute();
    return;
  }
  const { authorizeUrl, tokenUrl, scope } = endpoints;
  const given = {
    provider: oauth.provider,
    grant_kind: oauth.grant,
    authorize_url: authorizeUrl,
    token_url: tokenUrl,
    oauth_client_id: oauth.clientId,
    scope,
    secret_ends_on: oauth.secretEndsOn ?? null,
    ...(oauth.clientSecret === undefined
      ? {}
      : { client_secret: seal(ctx.services.secret, OAUTH_PURPOSE, Buffer.from(oauth.clientSecret)) }),
  };
  const anew = { refresh_token: null, access_token: null, expires_at: null, connected_at: null };
  if (isSameApplication(oauth, tokenUrl, before))
    await ctx.tx
      .updateTable('mailbox_oauth')
      .set({ ...given, access_token: null, ...(before?.kind === input.kind ? {} : anew) })
      .where('mailbox_id', '=', mailboxId)
      .execute();
  else
    await ctx.tx
      .insertInto('mailbox_oauth')
      .values({ mailbox_id: mailboxId, ...given, client_secret: given.client_secret as Buffer })
      .onConflict((on) => on.column('mailbox_id').doUpdateSet({ ...given, ...anew }))
      .execute();
}

/** Whether it is the application whose secret is kept. */
export const isSameApplication = (oauth: MailboxOauth, tokenUrl: string, before: AccessBefore | null): boolean =>
  before?.token_url === tokenUrl && before.oauth_client_id === oauth.clientId;
