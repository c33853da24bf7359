import type { Ctx } from '#platform/context/index.ts';
import { tellNotNeeded } from './not-needed.ts';
import { lockApproval, type OfTicket, openOf } from './rows.ts';
import { endApproval } from './settle.ts';

const LAST = `
select id, state from approvals where client_id = $1 and (ticket_id = $2 or whole_id = $2) order by created_at desc, id desc limit 1`;

/** Kinds of ticket that may wait for an approval. */
const KINDS: readonly string[] = ['request', 'change'];

/** Lets what is asked for rest once its ticket has ended: withdrawn, cancelled, merged. Whose decision was awaited hears of it. */
export async function followApprovals(
  ctx: Ctx,
  before: { kind: string; is_open: boolean | null },
  ticket: OfTicket & { is_open: boolean | null },
): Promise<void> {
  if (!KINDS.includes(before.kind) || before.is_open === ticket.is_open || ticket.is_open === true) return;
  await dropApproval(
    ctx,
    ticket,
    ctx.actor.kind === 'contact' ? `withdrawn by ${ctx.actor.name}` : 'the ticket has ended',
  );
}

/** Lets what is asked for rest, and tells whoever was asked. */
export async function dropApproval(ctx: Ctx, ticket: OfTicket, why: string): Promise<void> {
  const id = await openOf(ctx, ticket);
  if (id === null) return;
  const approval = await lockApproval(ctx, ticket.client_id, id);
  await endApproval(ctx, approval, { state: 'dropped', why });
  await tellNotNeeded(ctx, approval, why);
}

/** Takes back an approval that was given or is asked for, because what it is about is not the same any more. True where there was one. */
export async function voidApproval(ctx: Ctx, ticket: OfTicket, why: string): Promise<boolean> {
  const [row] = await ctx.hot<{ id: string; state: string }>('approval_last', LAST, [ticket.client_id, ticket.id]);
  if (!row || (row.state !== 'pending' && row.state !== 'approved')) return false;
  await endApproval(ctx, await lockApproval(ctx, ticket.client_id, row.id), { state: 'voided', why });
  return true;
}
