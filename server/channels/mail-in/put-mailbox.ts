import { type FieldError, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent, type Changes } from '#platform/events/index.ts';
import { seal } from '#platform/secrets/index.ts';
import { faultsOfServer, goesElsewhere } from '#server/channels/mail-out/index.ts';
import type { MailboxOauth, PutMailbox } from '#shared/mail.ts';
import { endpointsOf } from './oauth/providers.ts';
import { OAUTH_PURPOSE } from './oauth/row.ts';

/** What a mailbox's password is sealed for. */
export const MAILBOX_PASSWORD = 'imap password';

type Before = {
  id: string;
  version: number;
  address: string;
  host: string | null;
  port: number | null;
  security: string | null;
  username: string | null;
  folder: string | null;
  password: Buffer | null;
  token_url: string | null;
  oauth_client_id: string | null;
} & Record<string, unknown>;

/** Sets up a mailbox, or (with `id`) changes it. Under the program's scope; `caller` is who asks. Answers its id. */
export async function putMailbox(
  ctx: Ctx,
  caller: Pick<Ctx, 'scope'>,
  id: string | null,
  input: PutMailbox,
): Promise<string> {
  requireAllClients(caller, 'A mailbox');
  const before = id === null ? null : await lockMailbox(ctx, id);
  if (before && before.version !== input.version) throw staleVersion('mailbox', before.version);
  const faults = await faultsOf(ctx, input, before);
  if (faults.length > 0) throw invalid(faults);
  const row = {
    name: input.name.trim(),
    address: input.address.toLowerCase(),
    kind: input.kind,
    active: input.active,
    serves_id: input.servesId,
    team_id: input.teamId,
    ticket_kind: input.ticketKind,
    trusted_servers: input.trustedServers.map((name) => name.toLowerCase()),
    acknowledges: input.acknowledges,
    plus_addresses: input.plusAddresses,
    version: (before?.version ?? 0) + 1,
    updated_at: ctx.now,
  };
  const mailboxId = before?.id ?? newId();
  if (before) await ctx.tx.updateTable('mailboxes').set(row).where('id', '=', mailboxId).execute();
  else
    await ctx.tx
      .insertInto('mailboxes')
      .values({ ...row, id: mailboxId, created_at: ctx.now })
      .execute();
  await putAccess(ctx, mailboxId, input, before);
  await appendEvent(ctx, {
    clientId: null,
    subjectType: 'mailbox',
    subjectId: mailboxId,
    type: before ? 'mailbox.changed' : 'mailbox.created',
    data: { changes: changesOf(row, input, before) },
  });
  return mailboxId;
}

async function lockMailbox(ctx: Ctx, id: string): Promise<Before> {
  const [row] = await ctx.hot<Before>(
    'mailbox_lock',
    `select b.*, a.host, a.port, a.security, a.username, a.folder, a.password, o.token_url, o.oauth_client_id
     from mailboxes b left join mailbox_access a on a.mailbox_id = b.id left join mailbox_oauth o on o.mailbox_id = b.id
     where b.id = $1 for update of b`,
    [id],
  );
  if (!row) throw notFound('mailbox');
  return row;
}

async function faultsOf(ctx: Ctx, input: PutMailbox, before: Before | null): Promise<FieldError[]> {
  const faults: FieldError[] = [];
  const { servesId, teamId, imap } = input;
  const twin = await ctx.tx
    .selectFrom('mailboxes')
    .select('id')
    .where('address', '=', input.address.toLowerCase())
    .where('id', '<>', before?.id ?? newId())
    .executeTakeFirst();
  if (twin) faults.push({ path: 'address', message: 'has a mailbox already' });
  if (servesId && !(await isActive(ctx, 'clients', servesId)))
    faults.push({ path: 'servesId', message: 'is not an active client' });
  if (teamId && !(await isActive(ctx, 'teams', teamId)))
    faults.push({ path: 'teamId', message: 'is not a team in use' });
  if (input.kind === 'smtp' && imap) faults.push({ path: 'imap', message: 'is for mailboxes that are read over IMAP' });
  if (input.kind === 'imap' && !imap) faults.push({ path: 'imap', message: 'must say where the mailbox is' });
  return imap && input.kind === 'imap' ? [...faults, ...(await accessFaults(imap, before))] : faults;
}

async function accessFaults(imap: NonNullable<PutMailbox['imap']>, before: Before | null): Promise<FieldError[]> {
  const { password } = imap;
  const faults = await faultsOfServer(imap, 'imap.');
  if (imap.oauth) return [...faults, ...oauthFaults(imap.oauth, before)];
  if (password === undefined && !before?.password) faults.push({ path: 'imap.password', message: 'must be given' });
  else if (password === undefined && before && goesElsewhere(imap, before))
    faults.push({
      path: 'imap.password',
      message: 'must be given again, since it would go to another server or user',
    });
  return faults;
}

function oauthFaults(oauth: MailboxOauth, before: Before | null): FieldError[] {
  const { tokenUrl, authorizeUrl } = endpointsOf(oauth);
  const faults: FieldError[] = [];
  const web = (url: string) => ['https:', 'http:'].includes(URL.parse(url)?.protocol ?? '');
  if (!web(tokenUrl)) faults.push({ path: 'imap.oauth.tokenUrl', message: 'must be a web address' });
  if (!web(authorizeUrl)) faults.push({ path: 'imap.oauth.authorizeUrl', message: 'must be a web address' });
  if (oauth.provider === 'google' && oauth.grant === 'app')
    faults.push({ path: 'imap.oauth.grant', message: 'must be "code" for Google' });
  const isSame = before?.token_url === tokenUrl && before.oauth_client_id === oauth.clientId;
  if (oauth.clientSecret === undefined && !isSame)
    faults.push({ path: 'imap.oauth.clientSecret', message: 'must be given with this application' });
  return faults;
}

async function isActive(ctx: Ctx, table: 'clients' | 'teams', id: string): Promise<boolean> {
  const row = await ctx.tx.selectFrom(table).select('active').where('id', '=', id).executeTakeFirst();
  return row?.active ?? false;
}

/** Another server, user or folder is another mailbox: it is looked at anew, from now on. */
async function putAccess(
  ctx: Ctx,
  mailboxId: string,
  { kind, imap }: PutMailbox,
  before: Before | null,
): Promise<void> {
  if (kind === 'smtp' || !imap) {
    await ctx.tx.deleteFrom('mailbox_oauth').where('mailbox_id', '=', mailboxId).execute();
    await ctx.tx.deleteFrom('mailbox_access').where('mailbox_id', '=', mailboxId).execute();
    return;
  }
  const folder = imap.folder ?? before?.folder ?? 'INBOX';
  const access = {
    host: imap.host,
    port: imap.port,
    security: imap.security,
    username: imap.username,
    folder,
    auth: imap.oauth ? 'oauth' : 'password',
    failures: 0,
    last_error: '',
    last_error_at: null,
    retry_at: null,
    ...(imap.password === undefined
      ? {}
      : { password: seal(ctx.services.secret, MAILBOX_PASSWORD, Buffer.from(imap.password)) }),
  };
  const isSame = before?.host === imap.host && before.username === imap.username && before.folder === folder;
  const anew = { uid_validity: null, last_uid: null, found_before: null, take_since: null, looked_at: null };
  await ctx.tx
    .insertInto('mailbox_access')
    .values({ mailbox_id: mailboxId, ...access })
    .onConflict((on) => on.column('mailbox_id').doUpdateSet({ ...access, ...(isSame ? {} : anew) }))
    .execute();
  await putOauth(ctx, mailboxId, imap.oauth, before);
}

/** Tokens of another application, or of another place, are worth nothing. */
async function putOauth(
  ctx: Ctx,
  mailboxId: string,
  oauth: MailboxOauth | undefined,
  before: Before | null,
): Promise<void> {
  if (!oauth) {
    await ctx.tx.deleteFrom('mailbox_oauth').where('mailbox_id', '=', mailboxId).execute();
    return;
  }
  const { authorizeUrl, tokenUrl, scope } = endpointsOf(oauth);
  const given = {
    provider: oauth.provider,
    grant_kind: oauth.grant,
    authorize_url: authorizeUrl,
    token_url: tokenUrl,
    oauth_client_id: oauth.clientId,
    scope,
    ...(oauth.clientSecret === undefined
      ? {}
      : { client_secret: seal(ctx.services.secret, OAUTH_PURPOSE, Buffer.from(oauth.clientSecret)) }),
  };
  const isSame = before?.token_url === tokenUrl && before.oauth_client_id === oauth.clientId;
  const anew = { refresh_token: null, access_token: null, expires_at: null, connected_at: null };
  if (isSame)
    await ctx.tx
      .updateTable('mailbox_oauth')
      .set({ ...given, access_token: null })
      .where('mailbox_id', '=', mailboxId)
      .execute();
  else
    await ctx.tx
      .insertInto('mailbox_oauth')
      .values({ mailbox_id: mailboxId, ...given, client_secret: given.client_secret as Buffer })
      .onConflict((on) => on.column('mailbox_id').doUpdateSet({ ...given, ...anew }))
      .execute();
}

const HIDDEN = ['version', 'updated_at'];

function changesOf(row: Record<string, unknown>, { imap }: PutMailbox, before: Before | null): Changes {
  const { password, oauth, ...access } = imap ?? {};
  const { clientSecret, ...application } = oauth ?? {};
  const pairs = Object.entries({ ...row, ...access, ...(oauth ? { oauth: application } : {}) })
    .filter(([column]) => !HIDDEN.includes(column))
    .map(([column, is]) => [column, [before?.[column] ?? null, is]] as const)
    .filter(([, [was, is]]) => JSON.stringify(was) !== JSON.stringify(is ?? null));
  return {
    ...Object.fromEntries(pairs),
    ...(password === undefined ? {} : { password: ['hidden', 'changed'] }),
    ...(clientSecret === undefined ? {} : { client_secret: ['hidden', 'changed'] }),
  } as Changes;
}

/** Says from when on what lay in a mailbox before it was first looked at is taken as well; null leaves it alone. */
export async function takeOld(
  ctx: Ctx,
  caller: Pick<Ctx, 'scope'>,
  mailboxId: string,
  since: string | null,
): Promise<void> {
  requireAllClients(caller, 'A mailbox');
  const rows = await ctx.tx
    .updateTable('mailbox_access')
    .set({ take_since: since, ...(since === null ? { found_before: 0 } : {}) })
    .where('mailbox_id', '=', mailboxId)
    .returning('mailbox_id')
    .execute();
  if (rows.length === 0) throw notFound('mailbox');
  await appendEvent(ctx, {
    clientId: null,
    subjectType: 'mailbox',
    subjectId: mailboxId,
    type: 'mailbox.old_mail',
    data: { since },
  });
}
