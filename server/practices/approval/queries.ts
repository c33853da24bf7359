import type { Ctx } from '#platform/context/index.ts';
import type { ApprovalSubject, ApprovalView, OpenVote } from '#shared/approval.ts';
import { barredFrom, COUNTS_ONCE } from './once.ts';
import { type Approval, type OfTicket, type StepRow, stepsOf, type VoterRow, votersOf } from './rows.ts';
import { activeAmong, isStuck, type StandIn, standInsFor } from './stand-ins.ts';
import { alsoAsked } from './step-people.ts';
import type { Who } from './vote.ts';

const OF_TICKET =
  'select * from approvals where client_id = $1 and (ticket_id = $2 or whole_id = $2) order by created_at desc, id desc limit 20';

/** The approvals of a ticket, or of a client's part in a whole, the last first, as far as the reader may see them. */
export async function approvalsOf(ctx: Ctx, ticket: OfTicket, who: Who | null): Promise<ApprovalView[]> {
  const rows = await ctx.hot<Approval>('approvals_of', OF_TICKET, [ticket.client_id, ticket.id]);
  const views: ApprovalView[] = [];
  for (const row of rows) {
    const [steps, voters] = [await stepsOf(ctx, row), await votersOf(ctx, row)];
    const standIns = row.state === 'pending' ? await standInsFor(ctx, row, voters) : [];
    // Who reads only some of the votes cannot tell how many are left.
    const tells = row.state === 'pending' && ctx.scope.principal !== 'contact';
    const left = tells ? { standIns, active: await activeAmong(ctx, row, voters) } : null;
    const stuck = left ? steps.filter((step) => isStuck(row, step, voters, left)).map(({ position }) => position) : [];
    views.push(present(row, steps, voters, { standIns, stuck }, who));
  }
  return views;
}

function present(
  row: Approval,
  steps: readonly StepRow[],
  voters: readonly VoterRow[],
  { standIns, stuck }: { standIns: readonly StandIn[]; stuck: readonly number[] },
  who: Who | null,
): ApprovalView {
  return {
    id: row.id,
    state: row.state as ApprovalView['state'],
    why: row.why,
    endedWhy: row.ended_why,
    endedWords: row.ended_words,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
    steps: steps.map((step) => ({
      ...presentStep(step),
      stuck: stuck.includes(step.position),
      voters: [
        ...voters
          .filter(({ position }) => position === step.position)
          .map((voter) => ({
            id: voter.id,
            name: voter.name,
            kind: voter.contact_id === null ? ('staff' as const) : ('contact' as const),
            why: voter.why,
            vote: voter.vote as 'approve' | 'reject' | null,
            comment: voter.comment,
            at: voter.voted_at,
            by: voter.voted_for_by,
            standIns: standIns
              .filter(({ forId }) => voter.vote === null && forId === voter.contact_id)
              .map(({ id, name, until }) => ({ name, until, counts: barredFrom(voter, voters, id) === null })),
            canVote:
              row.state === 'pending' &&
              step.state === 'open' &&
              voter.vote === null &&
              who !== null &&
              (voter.contact_id ?? voter.staff_id) === who.id &&
              !row.excluded.includes(who.id) &&
              barredFrom(voter, voters, who.id) === null,
          })),
        ...alsoAsked(
          row,
          step,
          voters.map(({ id }) => id),
        ),
      ].toSorted((a, b) => a.name.localeCompare(b.name)),
    })),
  };
}

const presentStep = (step: StepRow): OpenVote['step'] => ({
  name: step.name,
  state: step.state as OpenVote['step']['state'],
  why: step.why,
  asked: step.asked,
  needed: step.needed,
  approvals: step.approvals,
  rejections: step.rejections,
});

/** Votes that are open, with those that were given; a client's people read those of their own side alone. */
const OPEN = `
select v.id, v.name, v.why, v.contact_id, a.id as "approvalId", a.client_id, a.ticket_id, a.subject, a.why as policy, a.created_at, a.expires_at,
  (select coalesce(json_agg(json_build_object('step', ds.name, 'name', d.name, 'vote', d.vote, 'by', d.voted_for_by, 'at', d.voted_at)
      order by d.voted_at, d.id), '[]') from approval_voters d
    join approval_steps ds on ds.client_id = d.client_id and ds.approval_id = d.approval_id and ds.position = d.position
    where d.client_id = v.client_id and d.approval_id = v.approval_id and d.vote is not null
      and (v.contact_id is null or d.contact_id is not null)) as decided,
  s.name as step_name, s.state as step_state, s.why as step_why, s.asked, s.needed, s.approvals, s.rejections
from approval_voters v
join approvals a on a.client_id = v.client_id and a.id = v.approval_id and a.state = 'pending'
join approval_steps s on s.client_id = v.client_id and s.approval_id = a.id and s.position = v.position and s.state = 'open'
where v.vote is null and a.client_id = any ($1::uuid[]) and not $2::uuid = any (a.excluded)
  and not coalesce(v.contact_id, v.staff_id) = any (a.excluded)`;

const OF_CONTACT = `${OPEN} and (v.contact_id = $2 or v.contact_id in (
  select d.contact_id from approval_delegations d where d.client_id = v.client_id and d.to_contact_id = $2 and d.ended_at is null
    and d.from_at <= $3 and d.until_at > $3)) and ${COUNTS_ONCE}
order by a.created_at, v.id limit 200`;
const OF_STAFF = `${OPEN.replace('a.client_id = any ($1::uuid[])', '($1::uuid[] is null or a.client_id = any ($1::uuid[]))')} and v.staff_id = $2 and $3::timestamptz is not null
order by a.created_at, v.id limit 200`;
const BY_ID = `${OPEN} and v.id = $4 and ($2 in (v.contact_id, v.staff_id) or v.contact_id in (
  select d.contact_id from approval_delegations d where d.client_id = v.client_id and d.to_contact_id = $2 and d.ended_at is null
    and d.from_at <= $3 and d.until_at > $3))`;

type OpenRow = {
  id: string;
  name: string;
  why: string;
  contact_id: string | null;
  approvalId: string;
  client_id: string;
  ticket_id: string;
  subject: ApprovalSubject;
  policy: string;
  created_at: string;
  expires_at: string;
  decided: OpenVote['decided'];
  step_name: string;
  step_state: string;
  step_why: string;
  asked: number;
  needed: number;
  approvals: number;
  rejections: number;
};

/** What waits for somebody's vote, the oldest first: their own, and of whom they stand in for. */
export async function openVotesOf(ctx: Ctx, who: Who): Promise<OpenVote[]> {
  const clients = ctx.scope.allClients ? null : ctx.scope.clientIds;
  const rows =
    who.kind === 'contact'
      ? await ctx.hot<OpenRow>('votes_of_contact', OF_CONTACT, [clients, who.id, ctx.now])
      : await ctx.hot<OpenRow>('votes_of_staff', OF_STAFF, [clients, who.id, ctx.now]);
  return presentVotes(rows, who.id);
}

/** One vote that is still to be cast, for whoever may cast it; null where it is not any more. */
export async function openVote(ctx: Ctx, clientId: string, voterId: string, whoId: string): Promise<OpenVote | null> {
  const rows = await ctx.hot<OpenRow>('vote_by_id', BY_ID, [[clientId], whoId, ctx.now, voterId]);
  return presentVotes(rows, whoId)[0] ?? null;
}

function presentVotes(rows: readonly OpenRow[], whoId: string): OpenVote[] {
  return rows.map((row) => ({
    id: row.id,
    approvalId: row.approvalId,
    subject: row.subject,
    why: row.why,
    policy: row.policy,
    inPlaceOf: row.contact_id !== null && row.contact_id !== whoId ? row.name : null,
    decided: row.decided.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
    askedAt: row.created_at,
    expiresAt: row.expires_at,
    step: {
      name: row.step_name,
      state: row.step_state as OpenVote['step']['state'],
      why: row.step_why,
      asked: row.asked,
      needed: row.needed,
      approvals: row.approvals,
      rejections: row.rejections,
    },
  }));
}
