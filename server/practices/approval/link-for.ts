import type { Ctx } from '#platform/context/index.ts';
import { newToken, tokenHash } from '#platform/identity/index.ts';
import type { Approval, VoterRow } from './rows.ts';

/** Who holds a link: one of the client's people, or one of the provider's. */
export type Holder = { readonly contactId: string } | { readonly staffId: string };

/** A link by which one reader may cast a vote, once. The token is in the fragment, which is sent to no server by itself. */
export async function linkFor(
  ctx: Ctx,
  { client_id, expires_at }: Approval,
  voter: Pick<VoterRow, 'id'>,
  holder: Holder,
): Promise<string> {
  const token = newToken();
  await ctx.tx
    .insertInto('approval_links')
    .values({
      ...{ client_id, token_hash: tokenHash(token), voter_id: voter.id, expires_at, created_at: ctx.now },
      ...('contactId' in holder ? { contact_id: holder.contactId } : { staff_id: holder.staffId }),
    })
    .execute();
  return `/portal/decide#token=${token}`;
}
