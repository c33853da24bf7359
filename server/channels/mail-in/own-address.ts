import type { Ctx } from '#platform/context/index.ts';

const OWN = `
select address from mailboxes union select lower(from_address) from mail_sending
union select lower(value ->> 'fromAddress') from settings where key = 'mail.toClients'`;

/** Addresses that are the desk's own. Under the program's own scope. */
export async function ownAddresses(ctx: Ctx): Promise<string[]> {
  const found = await ctx.hot<{ address: string | null }>('incoming_own', OWN, []);
  return found.flatMap(({ address }) => address || []);
}

/**
 * Whether mail to an address comes to the desk, with whatever stands after a plus: whoever can read it there proves nothing of themselves.
 * @param email in small letters
 */
export async function isOwnAddress(ctx: Ctx, email: string): Promise<boolean> {
  return (await ownAddresses(ctx)).includes(email.replace(/\+[^@]*@/, '@'));
}
