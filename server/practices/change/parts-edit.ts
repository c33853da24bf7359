import { Fault } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import { approvalsOf } from '#server/practices/approval/index.ts';
import { refuseNames } from '#server/practices/span/index.ts';
import type { EditPart } from '#shared/change.ts';
import { lockPart } from './parts-rows.ts';
import { lockChange } from './rows.ts';
import { tell } from './tell.ts';

const WRITE = `
update change_parts set means = $3, version = version + 1, updated_at = $4 where client_id = $1 and change_id = $2`;

/** Writes what a change means for a client, which its people read. What they were asked about stays as it was. */
export async function editPart(
  ctx: Ctx,
  idOrKey: string,
  clientId: string,
  { version, means }: EditPart,
): Promise<void> {
  const ticket = await findTicket(ctx, idOrKey, { lock: true });
  await lockChange(ctx, ticket);
  const part = await lockPart(ctx, ticket.id, clientId, version);
  const [last] = await approvalsOf(ctx, { client_id: part.client_id, id: ticket.id }, null);
  if (last?.state === 'pending' || last?.state === 'approved')
    throw new Fault(
      'conflict',
      'Their people were asked about it as it is. Take the change back to its planning first.',
    );
  await refuseNames(ctx, ticket, { means }, clientId);
  await ctx.hot('change_part_means', WRITE, [clientId, ticket.id, means.trim(), ctx.now]);
  await tell(ctx, ticket, 'edited', { text: 'what it means for a client' });
}
