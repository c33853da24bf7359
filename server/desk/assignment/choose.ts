import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';

type Candidate = {
  id: string;
  name: string;
  skills: string[];
  capacity: number;
  open: number;
  away: boolean;
  last: string | null;
};
export type Choice = {
  personId: string | null;
  why: { sentence: string; strategy: string; considered: { id: string; name: string; verdict: string }[] };
};

/** The team's active members who may see the client, with how much each carries now. */
async function candidatesOf(ctx: Ctx, teamId: string, clientId: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select s.id, s.name, s.skills, s.capacity, m.last_assigned_at as last,
      (select count(*)::int from tickets t where t.assignee_id = s.id and t.is_open) as open,
      exists (select from staff_leave l where l.staff_id = s.id and l.starts_at <= ${ctx.now} and l.ends_at > ${ctx.now}) as away
    from team_members m join staff s on s.id = m.staff_id and s.active
    where m.team_id = ${teamId}
      and (s.all_clients or exists (select from staff_clients c where c.staff_id = s.id and c.client_id = ${clientId}))
    order by m.last_assigned_at nulls first, s.name, s.id`.execute(ctx.tx);
  return rows;
}

/**
 * Chooses a person of a team by the team's own way: nobody (manual), in turn, the least loaded, or the best skilled.
 * Answers who, and why this one and not the others.
 */
export async function choosePerson(
  ctx: Ctx,
  teamId: string,
  need: { clientId: string; skills: readonly string[] },
): Promise<Choice | null> {
  const [team] = await ctx.hot<{ name: string; strategy: string }>(
    'team_strategy',
    'select name, strategy from teams where id = $1',
    [teamId],
  );
  if (!team || team.strategy === 'manual') return null;
  const candidates = await candidatesOf(ctx, teamId, need.clientId);
  const matching = (person: Candidate) => need.skills.filter((skill) => person.skills.includes(skill)).length;
  const verdict = (person: Candidate): string | null => {
    if (person.away) return 'away';
    if (person.open >= person.capacity) return `full: ${person.open} of ${person.capacity} open tickets`;
    if (team.strategy === 'by_skill' && matching(person) < need.skills.length)
      return `lacks ${need.skills.filter((skill) => !person.skills.includes(skill)).join(', ')}`;
    return null;
  };
  const free = candidates.filter((person) => verdict(person) === null);
  const load = (person: Candidate) => person.open / Math.max(1, person.capacity);
  const ordered = team.strategy === 'round_robin' ? free : free.toSorted((a, b) => load(a) - load(b));
  const chosen = ordered[0] ?? null;
  const considered = candidates.map((person) => ({
    id: person.id,
    name: person.name,
    verdict: verdict(person) ?? (person === chosen ? 'chosen' : `${person.open} of ${person.capacity} open tickets`),
  }));
  if (chosen)
    await ctx.tx
      .updateTable('team_members')
      .set({ last_assigned_at: ctx.now })
      .where('team_id', '=', teamId)
      .where('staff_id', '=', chosen.id)
      .execute();
  return {
    personId: chosen?.id ?? null,
    why: { sentence: sentence(team, chosen, free.length, need.skills), strategy: team.strategy, considered },
  };
}

function sentence(
  team: { name: string; strategy: string },
  chosen: Candidate | null,
  free: number,
  skills: readonly string[],
): string {
  if (!chosen) return `Nobody of ${team.name} is free${skills.length > 0 ? ` with ${skills.join(', ')}` : ''}.`;
  const reasons: Record<string, string> = {
    round_robin: 'whose turn it was',
    load_balanced: `with the least load (${chosen.open} of ${chosen.capacity} open tickets)`,
    by_skill: `with ${skills.join(', ') || 'any skill'} and the least load (${chosen.open} of ${chosen.capacity})`,
  };
  return `${chosen.name}, ${reasons[team.strategy]}, of ${free} free in ${team.name}.`;
}
