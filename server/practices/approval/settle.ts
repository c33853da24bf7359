import { approvalVerdict, openNow, type StepState, stepNeeds, stepVerdict, type Vote } from '#kernel/approval.ts';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { askPeople } from './ask.ts';
import { type Decision, followDecision } from './decided.ts';
import { votesOfPeople } from './once.ts';
import { votersFor } from './people.ts';
import { type Approval, type StepRow, stepsOf, tell, ticketOf, votersOf } from './rows.ts';
import { notePeople } from './step-people.ts';

/**
 * Works out what the votes so far mean, opens the steps that have their turn, and ends the approval once it is decided. The approval
 * is locked by the caller.
 */
export async function goOn(ctx: Ctx, approval: Approval): Promise<void> {
  await settle(ctx, approval);
  await notePeople(ctx, approval);
}

async function settle(ctx: Ctx, approval: Approval): Promise<void> {
  const steps = await decideSteps(ctx, approval);
  const verdict = approvalVerdict(steps.map(({ state }) => state as StepState));
  if (verdict !== 'pending') {
    const words = verdict === 'rejected' ? await lastRejection(ctx, approval) : '';
    await endApproval(ctx, approval, { state: verdict, why: whyOf(steps, verdict) }, words);
    return;
  }
  for (const at of openNow(
    approval.terms.order,
    steps.map(({ state }) => state as StepState),
  ))
    await openStep(ctx, approval, steps[at] as StepRow);
}

async function decideSteps(ctx: Ctx, approval: Approval): Promise<StepRow[]> {
  const [steps, voters] = [await stepsOf(ctx, approval), await votersOf(ctx, approval)];
  const settled: StepRow[] = [];
  for (const step of steps) {
    const places = voters.filter(({ position }) => position === step.position);
    const votes = votesOfPeople(places).map(({ vote }) => vote as Vote);
    const asked = places.length;
    const rules = approval.terms.steps[step.position];
    const state = step.state === 'open' && rules ? stepVerdict(rules, asked, votes) : step.state;
    const counts = {
      state,
      asked,
      needed: rules && step.state === 'open' ? stepNeeds(rules, asked) : step.needed,
      approvals: votes.filter((vote) => vote === 'approve').length,
      rejections: votes.filter((vote) => vote === 'reject').length,
      decided_at: step.decided_at ?? (state === 'approved' || state === 'rejected' ? ctx.now : null),
    };
    if (step.state === 'open') await writeStep(ctx, step, counts);
    settled.push({ ...step, ...counts });
  }
  return settled;
}

async function openStep(ctx: Ctx, approval: Approval, step: StepRow): Promise<void> {
  const rules = approval.terms.steps[step.position];
  if (!rules) return;
  const people = await votersFor(ctx, approval.client_id, rules.approvers, {
    forWhom: approval.subject.people.forWhom,
    excluded: approval.excluded,
  });
  await writeStep(ctx, step, { state: 'open', asked: people.length, needed: stepNeeds(rules, people.length) });
  if (people.length === 0) return;
  const voters = people.map(({ kind, id, name, why }) => ({
    client_id: approval.client_id,
    id: newId(),
    approval_id: approval.id,
    position: step.position,
    contact_id: kind === 'contact' ? id : null,
    staff_id: kind === 'staff' ? id : null,
    name,
    why,
  }));
  await ctx.tx.insertInto('approval_voters').values(voters).execute();
  await askPeople(ctx, approval, step, voters, 'asked');
}

const writeStep = (ctx: Ctx, step: StepRow, values: Partial<Omit<StepRow, 'people'>>) =>
  ctx.tx
    .updateTable('approval_steps')
    .set(values)
    .where('client_id', '=', step.client_id)
    .where('approval_id', '=', step.approval_id)
    .where('position', '=', step.position)
    .execute();

function whyOf(steps: readonly StepRow[], verdict: 'approved' | 'rejected'): string {
  const said = steps.filter(({ state }) => state === verdict).map(({ name }) => name);
  return `${verdict} by ${said.join(', ')}`;
}

/** What was said with the last rejection, and by whom. */
async function lastRejection(ctx: Ctx, approval: Approval): Promise<string> {
  const rejections = (await votersOf(ctx, approval)).filter(({ vote }) => vote === 'reject');
  const last = rejections.toSorted((a, b) => (a.voted_at ?? '').localeCompare(b.voted_at ?? '')).at(-1);
  return last ? `${last.voted_for_by ?? last.name}: ${last.comment}` : '';
}

/** Ends an approval, once, and lets its practice follow; `words` is what was said with a rejection. Steps that were not decided are not required any more. */
export async function endApproval(
  ctx: Ctx,
  approval: Approval,
  end: Decision | { readonly state: 'voided' | 'dropped'; readonly why: string },
  words = '',
): Promise<void> {
  await ctx.tx
    .updateTable('approvals')
    .set({ state: end.state, ended_why: end.why, ended_words: words, ended_at: ctx.now, next_at: null })
    .where('client_id', '=', approval.client_id)
    .where('id', '=', approval.id)
    .execute();
  await ctx.tx
    .updateTable('approval_steps')
    .set({ state: 'dropped' })
    .where('client_id', '=', approval.client_id)
    .where('approval_id', '=', approval.id)
    .where('state', 'in', ['waiting', 'open'])
    .execute();
  await tell(ctx, ticketOf(approval), 'approval_ended', {
    approvalId: approval.id,
    text: await endedWords(ctx, approval, end),
  });
  if (end.state === 'approved' || end.state === 'rejected' || end.state === 'expired')
    await followDecision(ctx, ticketOf(approval), end as Decision);
}

/** Whoever wrote down the vote of a colleague, by which it is decided, did not decide it. */
async function endedWords(ctx: Ctx, approval: Approval, { state, why }: { state: keyof typeof WORDS; why: string }) {
  const writer = actingStaff(ctx);
  const isVerdict = state === 'approved' || state === 'rejected';
  const cast = isVerdict && writer !== null ? (await votersOf(ctx, approval)).filter(({ vote }) => vote !== null) : [];
  const last = cast.toSorted((a, b) => (a.voted_at ?? '').localeCompare(b.voted_at ?? '')).at(-1);
  const isWritten = last !== undefined && (last.voted_by ?? last.staff_id) !== writer;
  return `${isWritten ? 'wrote down the last vote, which ' : ''}${WORDS[state]} ${approval.subject.title}: ${why}`;
}

const WORDS = {
  approved: 'approved',
  rejected: 'rejected',
  expired: 'let expire the approval of',
  voided: 'voided the approval of',
  dropped: 'no longer needs the approval of',
} as const;
