import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../context/index.ts';
import { appendEvent } from '../events/index.ts';

/** Who signs in: one of the desk's own people, or one of a client's. */
export type Account = { readonly staffId: string } | { readonly clientId: string; readonly contactId: string };

/** Whose row of `credentials`, `sessions` or `one_time_tokens` one is; for a query of that table alone. */
export const ownedBy = (account: Account): RawBuilder<boolean> =>
  'staffId' in account
    ? sql<boolean>`staff_id = ${account.staffId}::uuid`
    : sql<boolean>`(client_id = ${account.clientId}::uuid and contact_id = ${account.contactId}::uuid)`;

/** The columns that say so. */
export const ownerOf = (account: Account) =>
  'staffId' in account
    ? { staff_id: account.staffId, client_id: null, contact_id: null }
    : { staff_id: null, client_id: account.clientId, contact_id: account.contactId };

/** Whose a row is; null for nobody's. */
export function accountOf(row: {
  staff_id: string | null;
  client_id: string | null;
  contact_id: string | null;
}): Account | null {
  if (row.staff_id) return { staffId: row.staff_id };
  return row.client_id && row.contact_id ? { clientId: row.client_id, contactId: row.contact_id } : null;
}

/** What an account is told apart by where something is counted or sealed for it. */
export const accountKey = (account: Account): string => ('staffId' in account ? account.staffId : account.contactId);

/** Name and address of whoever has the account. */
export function holderOf(ctx: Ctx, account: Account): Promise<{ name: string; email: string }> {
  return 'staffId' in account
    ? ctx.tx.selectFrom('staff').select(['name', 'email']).where('id', '=', account.staffId).executeTakeFirstOrThrow()
    : ctx.tx
        .selectFrom('contacts')
        .select(['name', 'email'])
        .where('client_id', '=', account.clientId)
        .where('id', '=', account.contactId)
        .executeTakeFirstOrThrow();
}

/** Notes in the event log what happened to somebody's sign-in: `staff.password_set` or `contact.password_set` for 'password_set'. */
export async function accountEvent(
  ctx: Ctx,
  account: Account,
  what: string,
  data: Record<string, unknown> = {},
): Promise<void> {
  const kind = 'staffId' in account ? 'staff' : 'contact';
  await appendEvent(ctx, {
    clientId: 'staffId' in account ? null : account.clientId,
    subjectType: kind,
    subjectId: accountKey(account),
    type: `${kind}.${what}`,
    data,
  });
}

/** Notes a try that was refused. */
export async function noteRefused(ctx: Ctx, account: Account, address: string, by: string): Promise<void> {
  if ('staffId' in account)
    await appendEvent(ctx, {
      clientId: null,
      subjectType: 'staff',
      subjectId: account.staffId,
      type: 'sign_in.refused',
      data: { address, by },
    });
  else await accountEvent(ctx, account, 'sign_in_refused', { address, by });
}
