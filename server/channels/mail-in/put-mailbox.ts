import { type FieldError, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent, type Changes } from '#platform/events/index.ts';
import type { PutMailbox } from '#shared/mail.ts';
import { accessFaults } from './access-faults.ts';
import { type AccessBefore, graphPlace, putAccess } from './put-access.ts';

type Before = { id: string; version: number; address: string } & AccessBefore & Record<string, unknown>;

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
    `select b.*, a.host, a.port, a.security, a.url, a.username, a.folder, a.mark_read, a.password, o.token_url, o.oauth_client_id
     from mailboxes b left join mailbox_access a on a.mailbox_id = b.id left join mailbox_oauth o on o.mailbox_id = b.id
     where b.id = $1 for update of b`,
    [id],
  );
  if (!row) throw notFound('mailbox');
  return row;
}

async function faultsOf(ctx: Ctx, input: PutMailbox, before: Before | null): Promise<FieldError[]> {
  const faults: FieldError[] = [];
  const { servesId, teamId } = input;
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
  return [...faults, ...(await accessFaults(ctx, input, before))];
}

async function isActive(ctx: Ctx, table: 'clients' | 'teams', id: string): Promise<boolean> {
  const row = await ctx.tx.selectFrom(table).select('active').where('id', '=', id).executeTakeFirst();
  return row?.active ?? false;
}

const HIDDEN = ['version', 'updated_at'];

function changesOf(row: Record<string, unknown>, input: PutMailbox, before: Before | null): Changes {
  const { password, oauth: byPassword, ...imap } = input.imap ?? {};
  const oauth = input.graph?.oauth ?? byPassword;
  const { clientSecret, ...application } = oauth ?? {};
  const access = input.graph ? graphPlace(input.graph, input.address, before) : imap;
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
