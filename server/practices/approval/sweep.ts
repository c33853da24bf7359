import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { askPeople } from './ask.ts';
import { beginOne } from './delegation.ts';
import { lockApproval, stepsOf, votersOf } from './rows.ts';
import { endApproval } from './settle.ts';
import { nextLook } from './start.ts';

const SWEEPER = systemIdentity('Approval');
const MOST = 500;
const DUE = `
select a.client_id, a.id from approvals a join tickets t on t.client_id = a.client_id and t.id = a.ticket_id
where a.next_at <= $1 and a.state = 'pending' order by a.next_at limit 1 for update of t skip locked`;
/** The same of what is about a client's part in a whole, which is in nobody's way. */
const DUE_PART = `
select client_id, id from approvals where next_at <= $1 and state = 'pending' and whole_id is not null
order by next_at limit 1 for update skip locked`;

/**
 * Tells those who begin to stand in what waits for them, reminds whoever has not voted, and ends what has expired, each in a transaction
 * of its own. Returns how many were due.
 */
export async function sweepApprovals(services: Services, signal?: AbortSignal): Promise<number> {
  let done = 0;
  while (done < MOST && !signal?.aborted && (await withContext(services, SWEEPER, beginOne))) done += 1;
  while (done < MOST && !signal?.aborted && (await withContext(services, SWEEPER, sweepOne))) done += 1;
  return done;
}

async function sweepOne(ctx: Ctx): Promise<boolean> {
  type Due = { client_id: string; id: string };
  const due =
    (await ctx.hot<Due>('approval_due', DUE, [ctx.now]))[0] ??
    (await ctx.hot<Due>('approval_due_part', DUE_PART, [ctx.now]))[0];
  if (!due) return false;
  const approval = await lockApproval(ctx, due.client_id, due.id);
  // Whoever had the lock before may have decided it.
  if (approval.state !== 'pending' || approval.next_at === null || approval.next_at > ctx.now) return true;
  if (approval.expires_at <= ctx.now) {
    await endApproval(ctx, approval, { state: 'expired', why: 'nobody decided in time' });
    return true;
  }
  const voters = await votersOf(ctx, approval);
  for (const step of await stepsOf(ctx, approval)) {
    const silent = voters.filter(({ position, vote }) => position === step.position && vote === null);
    if (step.state === 'open' && silent.length > 0) await askPeople(ctx, approval, step, silent, 'reminded');
  }
  await ctx.tx
    .updateTable('approvals')
    .set({ next_at: nextLook(ctx.now, approval.terms, approval.expires_at) })
    .where('client_id', '=', approval.client_id)
    .where('id', '=', approval.id)
    .execute();
  return true;
}
