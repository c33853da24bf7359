import { Fault, forbidden } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { TimeState } from '#shared/time.ts';

/** What somebody recorded, as far as it says who may change it. */
export type Recorded = { readonly staff_id: string; readonly state: TimeState };

/** Whether the caller may still change what was recorded: one's own that is not handed in, and what is not approved for whoever approves. */
export const mayEdit = (ctx: Ctx, { staff_id, state }: Recorded): boolean =>
  state !== 'approved' &&
  ((staff_id === ctx.scope.principalId && state !== 'submitted' && ctx.can('ticket.time')) || ctx.can('time.approve'));

/** Throws why it is not changed as it stands, with the way to. */
export function refuseSettled(ctx: Ctx, recorded: Recorded, what: 'time' | 'expense'): void {
  if (mayEdit(ctx, recorded)) return;
  if (recorded.state === 'approved')
    throw new Fault('conflict', `This ${what} is approved. Whoever approves time can return it to be changed.`);
  if (recorded.staff_id !== ctx.scope.principalId) throw forbidden(`This is somebody else’s ${what}.`);
  throw new Fault(
    'conflict',
    `This ${what} is submitted. Take it back first, or ask whoever approves it to return it.`,
  );
}
