import type { Stage } from '#kernel/change.ts';
import { Fault } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { isProvider } from '#server/business/client/index.ts';
import { findTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import { approvalsOf, voidApproval } from '#server/practices/approval/index.ts';
import { askStage, STAGES } from './ask.ts';
import { bringParts } from './parts.ts';
import { partsOf } from './parts-rows.ts';
import { assess } from './risk.ts';
import { lockChange, writeChange } from './rows.ts';

/**
 * Asks whoever has to decide about a change where it stands now. Of a change of the provider people of the clients that it affects may
 * have to as well, of whom the asker need not see all.
 */
export async function askAuthorisation(ctx: Ctx, ticket: TicketRecord, stage: Stage, why: string): Promise<void> {
  const change = await assess(ctx, ticket, await lockChange(ctx, ticket));
  if (!(await isProvider(ctx, ticket.client_id))) return askStage(ctx, ticket, change, stage, why);
  await writeChange(ctx, change, { consent: 'wanted' });
  await bringParts(ctx, ticket);
}

/** Asks once more where too few are left to decide, or where nobody is asked although it waits for that. */
export async function askAgain(ctx: Ctx, idOrKey: string): Promise<void> {
  const ticket = await findTicket(ctx, idOrKey, { lock: true });
  await lockChange(ctx, ticket);
  const stage = STAGES[ticket.status];
  if (!stage) throw new Fault('conflict', `${ticket.key} does not wait for an authorisation.`);
  const pending = [];
  const parts = (await partsOf(ctx, ticket.id)).filter(({ client_id }) => client_id !== ticket.client_id);
  for (const of of [ticket, ...parts.map(({ client_id }) => ({ client_id, id: ticket.id }))])
    pending.push(...(await approvalsOf(ctx, of, null)).filter(({ state }) => state === 'pending'));
  if (pending.length > 0 && !pending.some(({ steps }) => steps.some(({ stuck }) => stuck)))
    throw new Fault('conflict', 'It waits for those who are asked already.');
  if (pending.length > 0) await voidApproval(ctx, ticket, 'too few were left to decide');
  await askAuthorisation(ctx, ticket, stage, 'asked again');
}
