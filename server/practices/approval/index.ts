import type { Services } from '#platform/context/index.ts';
import { whenContactLeaves, whenStaffLeave } from '#platform/identity/index.ts';
import { endGiven } from './delegation.ts';
import { approvalRoutes } from './routes.ts';
import { endLinksOf } from './staff-left.ts';
import { sweepApprovals } from './sweep.ts';

export { askByMail } from './ask-by-mail.ts';
export { type Decision, whenDecided, whenPartDecided } from './decided.ts';
export { dropApproval, followApprovals, voidApproval } from './end.ts';
export { votersFor } from './people.ts';
export { approvalsOf } from './queries.ts';
export { reassignVote } from './reassign.ts';
export { callerOf } from './routes.ts';
export type { OfTicket } from './rows.ts';
export { startApproval } from './start.ts';
export { castVote, type Who } from './vote.ts';

whenContactLeaves((ctx, gone) => endGiven(ctx, gone));
whenStaffLeave((ctx, staffId) => endLinksOf(ctx, staffId));

export const approvalModule = {
  name: 'approval',
  routes: approvalRoutes,
  loops: [
    {
      name: 'approval.sweep',
      everyMs: 30_000,
      run: (services: Services, signal: AbortSignal) => sweepApprovals(services, signal),
    },
  ],
};
