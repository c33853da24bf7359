import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '../context/index.ts';
import { type Account, holderOf, ownerOf } from './account.ts';
import { hashPassword, passwordFaults } from './password.ts';
import { endPasswordLinks } from './password-link.ts';

/**
 * Sets the password of an account; needs the system scope, since credentials are the sign-in code's alone. Links that would set
 * another one die with it.
 */
export async function choosePassword(ctx: Ctx, account: Account, password: string, path = 'password'): Promise<void> {
  const { name, email } = await holderOf(ctx, account);
  const faults = passwordFaults(path, password, [name, email]);
  if (faults.length > 0) throw invalid(faults);
  const set = { password_hash: await hashPassword(password), password_set_at: ctx.now };
  await ctx.tx
    .insertInto('credentials')
    .values({ ...ownerOf(account), ...set })
    .onConflict((on) =>
      ('staffId' in account ? on.column('staff_id') : on.columns(['client_id', 'contact_id'])).doUpdateSet(set),
    )
    .execute();
  await endPasswordLinks(ctx, account);
}
