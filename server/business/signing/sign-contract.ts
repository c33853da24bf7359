import { sql } from 'kysely';
import { Fault, forbidden } from '#kernel/errors.ts';
import { type Ctx, callingContact } from '#platform/context/index.ts';
import { sign } from '#server/business/signature/index.ts';
import { notifyOfContract } from '#server/desk/notification/index.ts';
import type { SignContract } from '#shared/signing.ts';
import { ownContract } from './portal.ts';
import { lockContract, tellContract } from './send.ts';

/**
 * The caller signs a contract for their company, exactly as it was sent to them. `forbidden` for anybody else of the company; `conflict`
 * where it was signed already, or sent anew since they read it. Of two at the same moment one wins.
 */
export async function signContract(
  ctx: Ctx,
  id: string,
  { version, name, consent }: SignContract,
  address: string,
): Promise<void> {
  await ownContract(ctx, id);
  const contract = await lockContract(ctx, id);
  const { client_id, state, sent_text: content, sent_to, sent_by } = contract;
  const { contactId } = callingContact(ctx);
  if (state === 'draft' || !content)
    throw new Fault('conflict', 'This contract was taken back. It cannot be signed as it was.');
  if (sent_to !== contactId) throw forbidden('This contract was sent to somebody else of your company to sign.');
  if (state !== 'sent') throw new Fault('conflict', 'This contract was signed already.');
  if (contract.version !== version)
    throw new Fault('conflict', 'This contract was changed and sent again. Read it once more before you sign.');
  await sign(ctx, { contractId: id, content }, { name, consent, address });
  await sql`
    update contracts set state = 'signed', version = version + 1, updated_at = ${ctx.now}
    where client_id = ${client_id} and id = ${id}`.execute(ctx.tx);
  await tellContract(ctx, contract, 'signed');
  if (sent_by)
    await notifyOfContract(
      ctx,
      { client_id, id },
      [sent_by],
      `${contract.name} was signed by ${ctx.actor.name}. Make it active.`,
      'quote',
    );
}
