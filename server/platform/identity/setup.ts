import { sql } from 'kysely';
import { Fault, invalid, StartupError } from '#kernel/errors.ts';
import { fold } from '#kernel/fold.ts';
import { newId } from '#kernel/ids.ts';
import { isTimeZone } from '#kernel/time-zone.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '../context/index.ts';
import { appendEvent } from '../events/index.ts';
import { passwordFaults } from './password.ts';
import { createStaff, setPassword } from './staff-account.ts';
import { newToken, tokenHash } from './token.ts';

const SETUP = systemIdentity('Set-up');
const LINK_HOURS = 24;
/** The job that fills a new installation with the sample MSP. */
export const SAMPLE_JOB = 'sample.load';

export type FirstOwner = {
  mspName: string;
  name: string;
  email: string;
  password: string;
  timeZone: string;
  language?: string;
};

/** Whether nobody has set the installation up yet. */
export async function isPending(ctx: Ctx): Promise<boolean> {
  const staff = await ctx.tx.selectFrom('staff').select('id').limit(1).executeTakeFirst();
  return staff === undefined;
}

/** A fresh one-time set-up address while set-up is pending; older ones stop working. Null afterwards. */
export function setupLink(services: Services, address: string): Promise<string | null> {
  return withContext(services, SETUP, async (ctx) => {
    if (!(await isPending(ctx))) return null;
    const token = newToken();
    await ctx.tx.deleteFrom('one_time_tokens').where('purpose', '=', 'setup').execute();
    await ctx.tx
      .insertInto('one_time_tokens')
      .values({
        token_hash: tokenHash(token),
        purpose: 'setup',
        created_at: ctx.now,
        expires_at: new Date(Date.parse(ctx.now) + LINK_HOURS * 3_600_000).toISOString(),
      })
      .execute();
    return `${address}/setup#token=${token}`;
  });
}

/** Whether this is the newest set-up link, within its time, while set-up is pending. */
export async function setupTokenWorks(ctx: Ctx, token: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('one_time_tokens')
    .select('expires_at')
    .where('token_hash', '=', tokenHash(token))
    .where('purpose', '=', 'setup')
    .executeTakeFirst();
  return row !== undefined && row.expires_at >= ctx.now && (await isPending(ctx));
}

/** Refuses anything else; to others the address does not exist. */
export async function checkSetupToken(ctx: Ctx, token: string): Promise<void> {
  if (!(await setupTokenWorks(ctx, token)))
    throw new Fault(
      'not_found',
      'This set-up link is not valid any more. Restart Fettle to get a new one in the terminal.',
    );
}

/** Makes the MSP's own client row and its first owner; of two at once, one wins and the other finds nothing to set up. */
export async function setUp(ctx: Ctx, input: FirstOwner): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended('fettle setup', 0))`.execute(ctx.tx);
  if (!(await isPending(ctx))) throw new Fault('not_found', 'This installation is set up already.');
  const faults = passwordFaults('password', input.password, [input.name, input.email]);
  if (!isTimeZone(input.timeZone))
    faults.push({ path: 'timeZone', message: 'must be a time zone such as Australia/Sydney' });
  if (faults.length > 0) throw invalid(faults);
  const clientId = newId();
  await ctx.tx
    .insertInto('clients')
    .values({
      id: clientId,
      code: codeFrom(input.mspName),
      name: input.mspName.trim(),
      kind: 'internal',
      time_zone: input.timeZone,
      language: input.language ?? 'en',
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  const staffId = await createStaff(ctx, {
    email: input.email,
    name: input.name,
    roleKeys: ['owner'],
    timeZone: input.timeZone,
    ...(input.language ? { language: input.language } : {}),
  });
  await setPassword(ctx, staffId, input.password);
  await ctx.tx.deleteFrom('one_time_tokens').where('purpose', '=', 'setup').execute();
  await appendEvent(ctx, {
    clientId,
    subjectType: 'installation',
    subjectId: clientId,
    type: 'installation.set_up',
    data: { name: input.mspName },
  });
  return staffId;
}

/** Up to five letters for the MSP's own tickets: HARBO for "Harbour IT", IT when nothing else is left. */
function codeFrom(name: string): string {
  const letters = fold(name)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^[0-9]+/, '');
  return letters.length >= 2 ? letters.slice(0, 5) : 'MSP';
}

/** The zone of this machine, where an MSP that says nothing else is taken to be. */
function zoneHere(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return isTimeZone(zone) ? zone : 'UTC';
}

/** The same with nobody there: from FETTLE_ADMIN_EMAIL and FETTLE_ADMIN_PASSWORD. Does nothing once somebody exists. */
export async function ensureAdmin(
  services: Services,
  admin: { email: string; password: string },
  options: { sample: boolean },
): Promise<void> {
  await withContext(services, SETUP, async (ctx) => {
    if (!(await isPending(ctx))) return;
    try {
      await setUp(ctx, {
        mspName: options.sample ? 'Harbour IT' : 'My MSP',
        name: 'Administrator',
        timeZone: options.sample ? 'Australia/Sydney' : zoneHere(),
        ...admin,
      });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      // Another process of this installation was quicker.
      if (error.code === 'not_found') return;
      throw new StartupError(`FETTLE_ADMIN_EMAIL or FETTLE_ADMIN_PASSWORD will not do: ${error.message}`, {
        cause: error,
      });
    }
    if (options.sample) await services.jobs.enqueue(ctx, SAMPLE_JOB, {});
  });
}
