import { sql } from 'kysely';
import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { createRecord, updateRecord } from '#platform/record/index.ts';
import type { CreateTeam, TeamView, UpdateTeam } from '#shared/classification.ts';

type Member = { staffId: string; lead: boolean };

/** Makes a team that resolves tickets: its way of choosing a person, its members, and the team it escalates to. */
export async function createTeam(ctx: Ctx, input: CreateTeam): Promise<string> {
  const { members = [], ...fields } = input;
  const id = await createRecord(ctx, 'teams', 'team', fields);
  await setMembers(ctx, id, members);
  return id;
}

export async function updateTeam(ctx: Ctx, id: string, input: UpdateTeam): Promise<void> {
  const { members, ...fields } = input;
  if (input.escalatesToId) await refuseRing(ctx, id, input.escalatesToId);
  await updateRecord(ctx, 'teams', 'team', id, fields);
  if (members) await setMembers(ctx, id, members);
}

/** Keeps when each remaining member was last given a ticket, so that turns go on. */
async function setMembers(ctx: Ctx, teamId: string, members: readonly Member[]): Promise<void> {
  const ids = members.map((member) => member.staffId);
  await sql`delete from team_members where team_id = ${teamId} and staff_id <> all (${ids}::uuid[])`.execute(ctx.tx);
  for (const { staffId, lead } of members)
    await ctx.tx
      .insertInto('team_members')
      .values({ team_id: teamId, staff_id: staffId, lead })
      .onConflict((on) => on.columns(['team_id', 'staff_id']).doUpdateSet({ lead }))
      .execute();
}

/** An escalation that comes back to where it began would never end. */
async function refuseRing(ctx: Ctx, id: string, to: string): Promise<void> {
  let at: string | null = to;
  for (let steps = 0; at !== null && steps < 20; steps++) {
    if (at === id) throw invalid([{ path: 'escalatesToId', message: 'would lead back to this team' }]);
    const row: { escalates_to_id: string | null } | undefined = await ctx.tx
      .selectFrom('teams')
      .select('escalates_to_id')
      .where('id', '=', at)
      .executeTakeFirst();
    at = row?.escalates_to_id ?? null;
  }
}

export async function listTeams(ctx: Ctx): Promise<TeamView[]> {
  const { rows } = await sql<TeamView>`
    select t.id, t.name, t.description, t.strategy, t.escalates_to_id as "escalatesToId", t.active, t.version,
      coalesce((select json_agg(json_build_object('staffId', s.id, 'name', s.name, 'lead', m.lead) order by s.name) from team_members m join staff s on s.id = m.staff_id where m.team_id = t.id), '[]') as members,
      (select count(*)::int from (select from tickets k where k.team_id = t.id and k.is_open limit 1000) o) as "openTickets"
    from teams t order by lower(t.name) limit 1000`.execute(ctx.tx);
  return rows;
}
