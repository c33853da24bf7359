import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { Fault, invalid, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { createTicket, type TicketRecord } from '#server/desk/ticket/index.ts';
import { linkItemToTicket } from '#server/practices/configuration/index.ts';
import { knowWhole } from '#server/practices/span/index.ts';
import type { ProposalList, ProposalQuery, ProposalView } from '#shared/problem.ts';
import { openProblem } from './open.ts';

type Stored = Selectable<Tables['problem_proposals']>;
const SHOWN = 200;
const NAMED = 8;

/** What is proposed, the strongest first; of the clients that the reader sees. */
export async function listProposals(ctx: Ctx, { clientId, state = 'open' }: ProposalQuery): Promise<ProposalList> {
  const { allClients, clientIds } = ctx.scope;
  const mine = allClients ? sql`true` : sql`p.client_id = any (${[...clientIds]}::uuid[])`;
  const { rows: items } = await sql<ProposalView>`
    select p.id, jsonb_build_object('id', c.id, 'name', c.name) as client, p.axis, p.title, p.evidence, p.weeks, p.counted, p.needed,
      p.minutes, p.rises, (p.strength / 100.0)::float8 as strength, p.state, p.snoozed_until as "snoozedUntil", p.decided_at as "decidedAt", p.decided_by as "decidedBy",
      p.reason, p.first_at as "firstAt",
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'key', t.key, 'title', t.title,
          'createdAt', to_char(t.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by t.created_at desc, t.id)
        from tickets t where (t.client_id = p.client_id or t.client_id = any (p.client_ids)) and t.id = any (p.incident_ids[1:${sql.lit(NAMED)}])), '[]') as incidents
    from problem_proposals p join clients c on c.id = p.client_id
    where p.state = ${state} and ${mine} and (p.client_ids = '{}' or ${allClients} or p.client_ids <@ ${[...clientIds]}::uuid[])
      ${clientId ? sql`and p.client_id = ${clientId}` : sql``}
    order by p.strength desc, p.id limit ${SHOWN}`.execute(ctx.tx);
  const [looked] = await ctx.tx.selectFrom('problem_looks').selectAll().execute();
  // How much there is at all clients together is for whoever sees them all.
  const counted = (count: number) => (allClients ? count : 0);
  return {
    items,
    looked: looked
      ? {
          at: looked.looked_at,
          incidents: counted(looked.incidents),
          proposals: counted(looked.proposals),
          tookMs: counted(looked.took_ms),
        }
      : null,
  };
}

async function lockProposal(ctx: Ctx, id: string): Promise<Stored> {
  const found = await ctx.tx
    .selectFrom('problem_proposals')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw notFound('proposal');
  if (found.state !== 'open' && found.state !== 'snoozed')
    throw new Fault('conflict', `This proposal is ${found.state} already.`);
  return found;
}

type Decision = { state: 'accepted' | 'rejected' | 'snoozed'; reason?: string; problemId?: string; until?: string };

async function decide(ctx: Ctx, proposal: Stored, { state, reason = '', problemId, until }: Decision): Promise<void> {
  await ctx.tx
    .updateTable('problem_proposals')
    .set({
      state,
      reason: reason.trim(),
      decided_at: ctx.now,
      decided_by: ctx.actor.name,
      problem_id: problemId ?? null,
      snoozed_until: until ?? null,
    })
    .where('client_id', '=', proposal.client_id)
    .where('id', '=', proposal.id)
    .execute();
  await appendEvent(ctx, {
    clientId: proposal.client_id,
    subjectType: 'problem_proposal',
    subjectId: proposal.id,
    type: 'problem_proposal.decided',
    data: { title: proposal.title, state, reason: reason.trim(), changes: { state: [proposal.state, state] } },
  });
}

/** Opens a problem from a proposal, with its incidents below it. */
export async function acceptProposal(ctx: Ctx, id: string, title?: string): Promise<TicketRecord> {
  const proposal = await lockProposal(ctx, id);
  const symptoms = proposal.evidence.join('\n');
  const called = title ?? proposal.title;
  const standing = await standingIncidents(ctx, proposal);
  const problem =
    standing.length > 0
      ? await openProblem(ctx, { ticketIds: standing, title: called, symptoms, why: 'they were proposed together' })
      : await withoutIncidents(ctx, proposal, called);
  // What several clients have in common may be of one alone by now; the proposal stays with the provider.
  if (proposal.client_ids.length > 0) await knowWhole(ctx, problem, problem.client_id);
  for (const itemId of proposal.item_ids.slice(0, 20)) await linkItemToTicket(ctx, problem.id, itemId);
  await decide(ctx, proposal, { state: 'accepted', problemId: problem.id });
  return problem;
}

/** Those of its incidents that are still there as such. */
async function standingIncidents(ctx: Ctx, { client_id, client_ids, incident_ids }: Stored): Promise<string[]> {
  const rows = await ctx.hot<{ id: string }>('proposal_incidents', STANDING, [
    [client_id, ...client_ids],
    incident_ids,
  ]);
  return rows.map(({ id }) => id);
}
const STANDING = `
select id from tickets where client_id = any ($1::uuid[]) and id = any ($2::uuid[]) and kind = 'incident' and merged_into_id is null order by created_at, id`;

/** An alert that comes back or an advisory needs no incident. */
async function withoutIncidents(ctx: Ctx, proposal: Stored, title: string): Promise<TicketRecord> {
  const ticket = await createTicket(ctx, {
    kind: 'problem',
    clientId: proposal.client_id,
    title,
    requesterId: null,
    categoryId: proposal.category_id,
    serviceId: proposal.service_id,
  });
  await ctx.tx
    .updateTable('problems')
    .set({ symptoms: proposal.evidence.join('\n') })
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .execute();
  await knowWhole(ctx, ticket, ticket.client_id);
  return ticket;
}

/** Puts a proposal aside until a day. */
export async function snoozeProposal(ctx: Ctx, id: string, until: string): Promise<void> {
  const proposal = await lockProposal(ctx, id);
  if (until <= ctx.now.slice(0, 10)) throw invalid([{ path: 'until', message: 'must be a day to come' }]);
  await decide(ctx, proposal, { state: 'snoozed', until });
}

/** Rejects a proposal: the same needs half as many again to be proposed once more, all of them from now on. */
export async function rejectProposal(ctx: Ctx, id: string, reason = ''): Promise<void> {
  await decide(ctx, await lockProposal(ctx, id), { state: 'rejected', reason });
}
