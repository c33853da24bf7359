import { type FieldError, invalid, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent, type Changes } from '#platform/events/index.ts';
import { seal } from '#platform/secrets/index.ts';
import { oneLine } from '#platform/text/index.ts';
import type { PutMailSending } from '#shared/mail.ts';
import { PASSWORD_PURPOSE, type SendingRow, sendingRow } from './server.ts';
import { faultsOfServer, goesElsewhere, type MailPlace } from './server-faults.ts';
import { mayBeTold, tokenSource } from './tokens.ts';

/** Sets how mail is sent. Whatever trouble there was is forgotten, and what could not be sent because of it is tried at once. */
export async function putSending(ctx: Ctx, caller: Pick<Ctx, 'scope'>, input: PutMailSending): Promise<void> {
  requireAllClients(caller, 'Sending mail');
  await ctx.hot('lock_mail_sending', 'select pg_advisory_xact_lock(6402771954)', []);
  const before = await sendingRow(ctx);
  if (input.version !== (before?.version ?? 0)) throw staleVersion('setting', before?.version ?? 0);
  const faults = await faultsOf(ctx, input, before);
  if (faults.length > 0) throw invalid(faults);
  const password = passwordFor(ctx, input, before);
  const { via = 'smtp', mailboxId = null } = input;
  const { host, port, security, username } = placeIn(input, before);
  const server = { via, host, port, security, username, password, mailbox_id: mailboxId };
  const sending = { active: input.active, from_name: input.fromName.trim(), from_address: input.fromAddress };
  const id = before?.id ?? newId();
  if (before) {
    await ctx.tx
      .updateTable('mail_sending')
      .set({ ...sending, version: before.version + 1, updated_at: ctx.now })
      .execute();
    await ctx.tx
      .updateTable('mail_server')
      .set({ ...server, failures: 0, last_error: '', last_error_at: null, retry_at: null })
      .execute();
    await ctx.tx.updateTable('outgoing_mails').set({ next_at: ctx.now }).where('state', '=', 'failed').execute();
  } else {
    await ctx.tx
      .insertInto('mail_sending')
      .values({ id, ...sending, updated_at: ctx.now })
      .execute();
    await ctx.tx.insertInto('mail_server').values(server).execute();
  }
  await appendEvent(ctx, {
    clientId: null,
    subjectType: 'mail_sending',
    subjectId: id,
    type: 'mail_sending.changed',
    data: { changes: changesOf(input, before) },
  });
}

/** Where mail is handed to. By Graph there is no such place: what was said before is kept for another time. */
function placeIn(input: PutMailSending, before: SendingRow | null): MailPlace {
  const kept = input.via === 'graph' ? before : null;
  return {
    host: input.host ?? kept?.host ?? '',
    port: input.port ?? kept?.port ?? 587,
    security: input.security ?? kept?.security ?? 'starttls',
    username: input.username ?? kept?.username ?? '',
  };
}

async function faultsOf(ctx: Ctx, input: PutMailSending, before: SendingRow | null): Promise<FieldError[]> {
  if (input.via === 'graph') return graphFaults(ctx, input);
  if (input.host === undefined) return [{ path: 'host', message: 'must be given' }];
  const place = placeIn(input, before);
  const { username } = place;
  const faults = await faultsOfServer(place);
  if (oneLine(username) !== username)
    faults.push({ path: 'username', message: 'must be one line without blanks around it' });
  if (input.mailboxId) return [...faults, ...(await tokenFaults(ctx, place, input.mailboxId, input.password))];
  if (username !== '' && input.password === undefined && !before?.password)
    faults.push({ path: 'password', message: 'must be given with a user' });
  else if (before?.password && username !== '' && input.password === undefined && goesElsewhere(place, before))
    faults.push({ path: 'password', message: 'must be given again, since it would go to another server or user' });
  return faults;
}

/** By Graph mail is sent from a mailbox that is read by it, with its sign-in. */
async function graphFaults(ctx: Ctx, { mailboxId, password }: PutMailSending): Promise<FieldError[]> {
  const box = mailboxId ? await tokenSource().signedIn(ctx, mailboxId) : null;
  return [
    ...(box?.url ? [] : [{ path: 'mailboxId', message: 'must be a mailbox that is read by Microsoft Graph' }]),
    ...(password === undefined ? [] : [{ path: 'password', message: 'is not used with Microsoft Graph' }]),
  ];
}

/** A token opens a whole mailbox, so it is said to its provider's servers alone. */
async function tokenFaults(
  ctx: Ctx,
  { host, username }: MailPlace,
  mailboxId: string,
  password: string | undefined,
): Promise<FieldError[]> {
  const box = await tokenSource().signedIn(ctx, mailboxId);
  if (!box) return [{ path: 'mailboxId', message: 'is not a mailbox that signs in at its provider' }];
  if (box.url !== null) return [{ path: 'mailboxId', message: 'is read by Microsoft Graph: send by it as well' }];
  return [
    ...(mayBeTold(box, host) ? [] : [{ path: 'host', message: 'is not a server of this mailbox’s provider' }]),
    ...(username === '' ? [{ path: 'username', message: 'must be given with a mailbox’s sign-in' }] : []),
    ...(password === undefined ? [] : [{ path: 'password', message: 'is not used with a mailbox’s sign-in' }]),
  ];
}

function passwordFor(ctx: Ctx, input: PutMailSending, before: SendingRow | null): Buffer | null {
  if (!input.username || input.mailboxId) return null;
  if (input.password === undefined) return before?.password ?? null;
  return seal(ctx.services.secret, PASSWORD_PURPOSE, Buffer.from(input.password));
}

function changesOf(input: PutMailSending, before: SendingRow | null): Changes {
  const { host, port, security, username } = placeIn(input, before);
  const pairs: Changes = {
    active: [before?.active ?? null, input.active],
    via: [before?.via ?? null, input.via ?? 'smtp'],
    host: [before?.host ?? null, host],
    port: [before?.port ?? null, port],
    security: [before?.security ?? null, security],
    username: [before?.username ?? null, username],
    mailbox_id: [before?.mailbox_id ?? null, input.mailboxId ?? null],
    from_name: [before?.from_name ?? null, input.fromName.trim()],
    from_address: [before?.from_address ?? null, input.fromAddress],
  };
  const changed = Object.entries(pairs).filter(([, [was, is]]) => was !== is);
  return {
    ...Object.fromEntries(changed),
    ...(input.password === undefined ? {} : { password: ['hidden', 'changed'] }),
  };
}
