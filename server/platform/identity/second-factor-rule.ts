import Type from 'typebox';
import type { Ctx } from '../context/index.ts';
import { defineSetting, resolveSetting } from '../settings/index.ts';

/** Whether staff must have more than a password. */
export const SECOND_FACTOR = defineSetting({
  key: 'signIn.secondFactor',
  title: 'Second factor for staff',
  help: 'When required, somebody with a password alone can do nothing but add a passkey or codes from an app.',
  levels: ['provider'],
  schema: Type.Object({ required: Type.Boolean() }),
  default: { required: false },
});

/** Whether this person still has to add a passkey or codes before they may do anything else. */
export async function mustAddSecondFactor(ctx: Ctx, staffId: string): Promise<boolean> {
  const { value } = await resolveSetting(ctx, SECOND_FACTOR, null);
  if (!value.required) return false;
  const has = await ctx.tx
    .selectNoFrom((q) => [
      q
        .or([
          q.exists(q.selectFrom('passkeys').select('id').where('staff_id', '=', staffId)),
          q.exists(q.selectFrom('federated_identities').select('id').where('staff_id', '=', staffId)),
          q.exists(
            q
              .selectFrom('credentials')
              .select('staff_id')
              .where('staff_id', '=', staffId)
              .where('totp_confirmed_at', 'is not', null),
          ),
        ])
        .as('any'),
    ])
    .executeTakeFirst();
  return !has?.any;
}
