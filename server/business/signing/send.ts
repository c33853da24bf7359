import { sql } from 'kysely';
import { Fault, invalid } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { lockRecord } from '#platform/record/index.ts';
import { clientOfContract, viewContract } from '#server/business/contract/index.ts';
import { mailSigner, maySign } from '#server/business/signature/index.ts';
import type { ContractState } from '#shared/contract-words.ts';
import type { SendContract } from '#shared/signing.ts';
import { documentOf, textOf } from './document.ts';

type Locked = { client_id: string; id: string; name: string; state: ContractState; version: number };
type SentContract = Locked & { sent_to: string; sent_by: string | null; sent_text: string };

/** The contract, locked; `conflict` where the writer saw an older version. */
export async function lockContract(ctx: Ctx, id: string, version?: number): Promise<Locked & Partial<SentContract>> {
  const clientId = await clientOfContract(ctx, id);
  return (await lockRecord(ctx, 'contracts', 'contract', id, version, clientId)) as unknown as Locked;
}

/**
 * Sends a draft to somebody of the client, who finds it in the portal and signs it there. From then on it is not changed, unless it is taken
 * back. `invalid` where they may not bind the client, `conflict` says what is missing.
 */
export async function sendContract(
  ctx: Ctx,
  id: string,
  { version, contactId, mail = false }: SendContract,
): Promise<void> {
  const before = await lockContract(ctx, id, version);
  const { client_id: clientId } = before;
  if (before.state !== 'draft') throw new Fault('conflict', 'Only a draft is sent to be signed.');
  if (!(await maySign(ctx, clientId, contactId)))
    throw invalid([
      { path: 'contactId', message: 'must be somebody who looks after all of the company, and still is there' },
    ]);
  const contract = await viewContract(ctx, id);
  if (contract.lines.length === 0)
    throw new Fault('conflict', 'A contract needs at least one line before it is sent to be signed.');
  const document = await documentOf(ctx, contract);
  if (document.seller.name === '')
    throw new Fault('conflict', 'Say first under Settings, “You on invoices”, who offers: nothing is sent without it.');
  await sql`
    update contracts set state = 'sent', sent_to = ${contactId}, sent_by = ${actingStaff(ctx)}, sent_at = ${ctx.now},
      sent_text = ${textOf(document)}, version = version + 1, updated_at = ${ctx.now}
    where client_id = ${clientId} and id = ${id}`.execute(ctx.tx);
  if (mail) await mailSigner(ctx, 'contract', { clientId, id, contactId });
  await tellContract(ctx, before, 'sent', { contactId });
}

/** Takes a contract back to a draft that was sent and that nobody has signed: it cannot be signed any more. */
export async function takeBackContract(ctx: Ctx, id: string, version: number): Promise<void> {
  const before = await lockContract(ctx, id, version);
  if (before.state !== 'sent')
    throw new Fault('conflict', 'Only a contract that was sent and that nobody has signed is taken back.');
  await sql`
    update contracts set state = 'draft', sent_to = null, sent_by = null, sent_at = null, sent_text = null,
      version = version + 1, updated_at = ${ctx.now} where client_id = ${before.client_id} and id = ${id}`.execute(
    ctx.tx,
  );
  // What waits to be printed would go out as a draft.
  await sql`delete from contract_mails where client_id = ${before.client_id} and contract_id = ${id} and mail_id is null`.execute(
    ctx.tx,
  );
  await tellContract(ctx, before, 'taken_back');
}

/** Tells in the log what happened to a contract. */
export const tellContract = (ctx: Ctx, { client_id, id, name }: Locked, verb: string, data: object = {}) =>
  appendEvent(ctx, {
    ...{ clientId: client_id, subjectType: 'contract', subjectId: id, type: `contract.${verb}` },
    data: { name, ...data },
  });
