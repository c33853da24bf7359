import dns from 'node:dns/promises';
import { type Ctx, requireAllClients, type Services, withContext } from '#platform/context/index.ts';
import { MAILER } from '../mailer.ts';
import { type KeyRow, lockKey, recordName, tell } from './keys.ts';

/** What a DNS server says where there is no such record. */
const NONE = new Set(['ENOTFOUND', 'ENODATA']);
const LONGEST = 1_000;

/** Looks for a key's record in DNS, once, because somebody asked. A new key whose record is there signs from now on. */
export async function lookForKey(
  services: Services,
  caller: Pick<Ctx, 'scope' | 'actor'>,
  selector: string,
): Promise<void> {
  requireAllClients(caller, 'Signing mail');
  const inName = <R>(work: (ctx: Ctx) => Promise<R>) => withContext(services, { ...MAILER, actor: caller.actor }, work);
  const key = await inName((ctx) => lockKey(ctx, selector));
  // No transaction is open while others are asked.
  const found = await findRecord(key);
  await inName(async (ctx) => {
    const { state, domain } = await lockKey(ctx, selector);
    const becomes = state === 'new' && found === null;
    if (becomes)
      await ctx.tx
        .updateTable('dkim_keys')
        .set({ state: 'old' })
        .where('domain', '=', domain)
        .where('state', '=', 'active')
        .execute();
    await ctx.tx
      .updateTable('dkim_keys')
      .set({ looked_at: ctx.now, found, ...(becomes ? { state: 'active', active_at: ctx.now } : {}) })
      .where('selector', '=', selector)
      .execute();
    if (becomes) await tell(ctx, `${domain} with ${selector}`);
  });
}

/** Null where the record is as it should be, else what is wrong with it, in words. */
async function findRecord(key: KeyRow): Promise<string | null> {
  let records: string[];
  try {
    records = (await dns.resolveTxt(recordName(key))).map((parts) => parts.join(''));
  } catch (error) {
    const { code = '' } = error as { code?: string };
    return NONE.has(code) ? 'There is no such record yet.' : `DNS gave no answer (${code || String(error)}).`;
  }
  if (records.some((record) => publicKeyOf(record) === key.public_key)) return null;
  return `The record holds something else: ${records.join(' · ')}`.slice(0, LONGEST);
}

/** The key in a record (RFC 6376, section 3.6.1), blanks within it taken out. */
function publicKeyOf(record: string): string | null {
  const tags = record.split(';').map((tag) => tag.split('='));
  const [, ...value] = tags.find(([name]) => name?.trim() === 'p') ?? [];
  return value.length === 0 ? null : value.join('=').replace(/\s/g, '');
}
