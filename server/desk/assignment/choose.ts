import { sql } from 'kysely';
import { type AssignmentDecision, type Candidate, decideAssignee, type Strategy } from '#kernel/assignment.ts';
import type { Ctx } from '#platform/context/index.ts';
import { WORKS_TICKETS, worksFor } from '#platform/identity/index.ts';

/** The team's active members, with how much each carries now, for whichever clients, and whether they may see the client. */
async function candidatesOf(ctx: Ctx, teamId: string, clientId: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select s.id, s.name, s.skills, s.capacity, m.last_assigned_at as "lastAssignedAt",
      coalesce((select w.open_tickets from app.open_work(array[s.id]) w), 0) as "openCount",
      exists (select from staff_leave l where l.staff_id = s.id and l.starts_at <= ${ctx.now} and l.ends_at > ${ctx.now}) as "onLeave",
      ${sql.raw(worksFor('asked.client_id'))} as "reachesClient",
      ${sql.raw(WORKS_TICKETS)} as "worksTickets"
    from (values (${clientId}::uuid)) asked (client_id), team_members m join staff s on s.id = m.staff_id and s.active
    where m.team_id = ${teamId}`.execute(ctx.tx);
  return rows;
}

/** Behind all others: several that began at one instant, or in another order than they got the turn, come one after the other. */
const TURN_TAKEN = `
update team_members set last_assigned_at = greatest($3::timestamptz,
  (select max(last_assigned_at) + interval '1 millisecond' from team_members where team_id = $1))
where team_id = $1 and staff_id = $2`;

/**
 * Chooses a person of a team by the team's own way and says why this one and not the others. Null where the team assigns by hand.
 * Two that choose for one team at once take turns, or both would give to the same person.
 */
export async function choosePerson(
  ctx: Ctx,
  teamId: string,
  need: { clientId: string; skills: readonly string[] },
): Promise<AssignmentDecision | null> {
  const [team] = await ctx.hot<{ strategy: Strategy }>('team_strategy', 'select strategy from teams where id = $1', [
    teamId,
  ]);
  if (!team || team.strategy === 'manual') return null;
  await ctx.hot('team_turn', 'select from teams where id = $1 for no key update', [teamId]);
  const decision = decideAssignee(team.strategy, await candidatesOf(ctx, teamId, need.clientId), need.skills);
  if (decision.personId !== null) await ctx.hot('turn_taken', TURN_TAKEN, [teamId, decision.personId, ctx.now]);
  return decision;
}
