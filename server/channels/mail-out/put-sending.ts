import { type FieldError, invalid, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent, type Changes } from '#platform/events/index.ts';
import { seal } from '#platform/secrets/index.ts';
import type { PutMailSending } from '#shared/mail.ts';
import { oneLine } from './one-line.ts';
import { PASSWORD_PURPOSE, type SendingRow, sendingRow } from './server.ts';
import { faultsOfServer, goesElsewhere } from './server-faults.ts';

/** Sets how mail is sent. Whatever trouble there was is forgotten, and what could not be sent because of it is tried at once. */
export async function putSending(ctx: Ctx, caller: Pick<Ctx, 'scope'>, input: PutMailSending): Promise<void> {
  requireAllClients(caller, 'Sending mail');
  await ctx.hot('lock_mail_sending', 'select pg_advisory_xact_lock(6402771954)', []);
  const before = await sendingRow(ctx);
  if (input.version !== (before?.version ?? 0)) throw staleVersion('setting', before?.version ?? 0);
  const faults = await faultsOf(input, before);
  if (faults.length > 0) throw invalid(faults);
  const password = passwordFor(ctx, input, before);
  const server = { host: input.host, port: input.port, security: input.security, username: input.username, password };
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

async function faultsOf(input: PutMailSending, before: SendingRow | null): Promise<FieldError[]> {
  const { username } = input;
  const faults = await faultsOfServer(input);
  if (oneLine(username) !== username)
    faults.push({ path: 'username', message: 'must be one line without blanks around it' });
  if (username !== '' && input.password === undefined && !before?.password)
    faults.push({ path: 'password', message: 'must be given with a user' });
  else if (before?.password && username !== '' && input.password === undefined && goesElsewhere(input, before))
    faults.push({ path: 'password', message: 'must be given again, since it would go to another server or user' });
  return faults;
}

function passwordFor(ctx: Ctx, input: PutMailSending, before: SendingRow | null): Buffer | null {
  if (input.username === '') return null;
  if (input.password === undefined) return before?.password ?? null;
  return seal(ctx.services.secret, PASSWORD_PURPOSE, Buffer.from(input.password));
}

function changesOf(input: PutMailSending, before: SendingRow | null): Changes {
  const pairs: Changes = {
    active: [before?.active ?? null, input.active],
    host: [before?.host ?? null, input.host],
    port: [before?.port ?? null, input.port],
    security: [before?.security ?? null, input.security],
    username: [before?.username ?? null, input.username],
    from_name: [before?.from_name ?? null, input.fromName.trim()],
    from_address: [before?.from_address ?? null, input.fromAddress],
  };
  const changed = Object.entries(pairs).filter(([, [was, is]]) => was !== is);
  return {
    ...Object.fromEntries(changed),
    ...(input.password === undefined ? {} : { password: ['hidden', 'changed'] }),
  };
}
