import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import { voidApproval } from '#server/practices/approval/index.ts';
import { type ChangeRow, writeChange } from './rows.ts';
import { moveOn } from './take-back.ts';

/** Where a change goes back to, by where it stands when what it was authorised for is not the same any more. */
const BACK: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  normal: { authorise: 'assess', scheduled: 'assess' },
  emergency: { expedite: 'draft' },
  standard: { scheduled: 'draft' },
};

const END_OVERRIDES =
  'update change_overrides set ended_at = $3 where client_id = $1 and change_id = $2 and ended_at is null';

/** Takes back what was authorised, asked for or overridden, and the change to where that is asked for anew. */
export async function voidAuthorisation(ctx: Ctx, ticket: TicketRecord, change: ChangeRow, why: string): Promise<void> {
  await ctx.hot('change_overrides_end', END_OVERRIDES, [ticket.client_id, ticket.id, ctx.now]);
  const back = BACK[change.type]?.[ticket.status];
  if (back === undefined) return;
  await voidApproval(ctx, ticket, why);
  if (change.authorised_at !== null || change.consent !== null)
    await writeChange(ctx, change, { authorised_at: null, authorised_why: '', consent: null });
  await moveOn(ctx, ticket.id, back, { reason: why });
}
