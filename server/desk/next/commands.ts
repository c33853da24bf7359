import { Fault, invalid } from '#kernel/errors.ts';
import { rankNext } from '#kernel/next-best.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { assignTicket, findTicket, isGone, type TicketRecord } from '#server/desk/ticket/index.ts';
import { isOpenCategory } from '#shared/vocabulary.ts';
import { candidatesFor, type PlacedCandidate } from './candidates.ts';

/** How long a proposal is kept for its person, and how long one passed over stays away from them. */
const OFFER_MS = 2 * 60_000;
const REJECTED_MS = 4 * 3_600_000;

export type Proposal = { ticket: TicketRecord; reasons: readonly string[]; offeredUntil: string };

/**
 * Proposes the ticket that the caller should do next and keeps it for them for a moment; null when there is none. Of two people
 * asking at once each gets another ticket: what one has locked or is considering, the other skips.
 */
export async function proposeNext(ctx: Ctx, teamId: string | null): Promise<Proposal | null> {
  const staffId = me(ctx);
  const person = await ctx.tx.selectFrom('staff').select('skills').where('id', '=', staffId).executeTakeFirstOrThrow();
  const candidates = await candidatesFor(ctx, staffId, await teamsFor(ctx, staffId, teamId), teamId);
  await ctx.tx
    .deleteFrom('ticket_offers')
    .where('staff_id', '=', staffId)
    .where((q) => q.or([q('state', '=', 'offered'), q('until', '<', ctx.now)]))
    .execute();
  const clients = new Map(candidates.map(({ id, clientId }) => [id, clientId]));
  for (const { candidate, reasons } of rankNext(candidates, person, ctx.now)) {
    const clientId = clients.get(candidate.id) as PlacedCandidate['clientId'];
    const ticket = await take(ctx, clientId, candidate.id, staffId);
    if (!ticket) continue;
    const offeredUntil = await remember(ctx, ticket, staffId, 'offered', OFFER_MS);
    return { ticket, reasons, offeredUntil };
  }
  return null;
}

/** Gives the proposed ticket to the caller. Refused when somebody else has it or it is over by now. */
export async function acceptNext(
  ctx: Ctx,
  ticketId: string,
): Promise<{ ticket: TicketRecord; eventId: string | null }> {
  const staffId = me(ctx);
  const ticket = await findTicket(ctx, ticketId, { lock: true });
  const other = await otherWith(ctx, ticket, staffId);
  if (other) throw new Fault('conflict', `${other} has taken it in the meantime; ask for the next one.`);
  if (!isOpenCategory(ticket.status_category))
    throw new Fault('conflict', `${ticket.key} is done by now; ask for the next one.`);
  await ctx.tx
    .deleteFrom('ticket_offers')
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .where('staff_id', '=', staffId)
    .execute();
  if (ticket.assignee_id === staffId) return { ticket, eventId: null };
  return assignTicket(ctx, ticket.id, { assigneeId: staffId, reason: 'next best ticket' });
}

/** Passes a ticket over with a reason: it is kept in the timeline, and the caller is not asked again for some hours. */
export async function rejectNext(ctx: Ctx, ticketId: string, reason: string): Promise<void> {
  const staffId = me(ctx);
  const ticket = await findTicket(ctx, ticketId);
  await remember(ctx, ticket, staffId, 'rejected', REJECTED_MS);
  await appendEvent(ctx, {
    clientId: ticket.client_id,
    subjectType: 'ticket',
    subjectId: ticket.id,
    type: 'ticket.passed_over',
    data: { reason: reason.trim() },
  });
}

function me(ctx: Ctx): string {
  if (ctx.scope.principal !== 'staff' || !ctx.scope.principalId)
    throw new Fault('forbidden', 'The next ticket is proposed to staff.');
  return ctx.scope.principalId;
}

async function teamsFor(ctx: Ctx, staffId: string, only: string | null): Promise<string[]> {
  if (only === null) {
    const rows = await ctx.tx.selectFrom('team_members').select('team_id').where('staff_id', '=', staffId).execute();
    return rows.map((row) => row.team_id);
  }
  const team = await ctx.tx
    .selectFrom('teams')
    .select('id')
    .where('id', '=', only)
    .where('active', '=', true)
    .executeTakeFirst();
  if (!team) throw invalid([{ path: 'teamId', message: 'is not a team in use' }]);
  return [team.id];
}

/** The ticket locked for this person, if it is still to be had and nobody else is considering it. */
async function take(ctx: Ctx, clientId: string, id: string, staffId: string): Promise<TicketRecord | null> {
  const [ticket] = await ctx.hot<TicketRecord>(
    'next_lock',
    `select * from tickets where client_id = $1 and id = $2 and is_open and (assignee_id is null or assignee_id = $3
       or exists (select from staff s where s.id = assignee_id and ${isGone('tickets.client_id')}))
     for update skip locked`,
    [clientId, id, staffId],
  );
  if (!ticket) return null;
  // Asked anew under the lock: another's proposal may have committed since the candidates were read.
  return ticket.assignee_id !== staffId && (await otherWith(ctx, ticket, staffId)) ? null : ticket;
}

/** Who else has the ticket, or considers it right now. */
async function otherWith(ctx: Ctx, ticket: TicketRecord, staffId: string): Promise<string | null> {
  const [other] = await ctx.hot<{ name: string }>(
    'next_other',
    `select s.name from staff s where s.id = $4 and s.id <> $3 and not ${isGone('$1')}
     union all
     select s.name from ticket_offers o join staff s on s.id = o.staff_id where o.client_id = $1 and o.ticket_id = $2
       and o.staff_id <> $3 and o.state = 'offered' and o.until > $5 and $4::uuid is distinct from $3 limit 1`,
    [ticket.client_id, ticket.id, staffId, ticket.assignee_id, ctx.now],
  );
  return other?.name ?? null;
}

async function remember(
  ctx: Ctx,
  ticket: TicketRecord,
  staffId: string,
  state: 'offered' | 'rejected',
  ms: number,
): Promise<string> {
  const until = new Date(Date.parse(ctx.now) + ms).toISOString();
  await ctx.tx
    .insertInto('ticket_offers')
    .values({ client_id: ticket.client_id, ticket_id: ticket.id, staff_id: staffId, state, until })
    .onConflict((on) => on.columns(['client_id', 'ticket_id', 'staff_id']).doUpdateSet({ state, until }))
    .execute();
  return until;
}
