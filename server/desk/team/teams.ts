import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { invalid } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { createRecord, lockRecord, refuseUnknown, updateRecord } from '#platform/record/index.ts';
import type { CreateTeam, TeamView, UpdateTeam } from '#shared/classification.ts';

type Member = { staffId: string; lead: boolean };

/** Makes a team that resolves tickets: its way of choosing a person, its members, and the team it escalates to. */
export async function createTeam(ctx: Ctx, input: CreateTeam): Promise<string> {
  requireAllClients(ctx, 'A team');
  const { members = [], ...fields } = input;
  const id = await createRecord(ctx, 'teams', 'team', fields, null, { members });
  await setMembers(ctx, id, members);
  return id;
}

/** Changes a team and who is in it, at the version the writer saw. */
export async function updateTeam(ctx: Ctx, id: string, input: UpdateTeam): Promise<void> {
  requireAllClients(ctx, 'A team');
  const { members, ...fields } = input;
  if (input.escalatesToId) await refuseRing(ctx, id, input.escalatesToId);
  await lockRecord(ctx, 'teams', 'team', id, input.version);
  const change = members ? await setMembers(ctx, id, members) : null;
  await updateRecord(ctx, 'teams', 'team', id, fields, null, change ? { members: change } : {});
}

/**
 * Makes these the members; keeps when each one who stays was last given a ticket, so that turns go on. Returns who they were and
 * are, or null where nothing changed.
 */
async function setMembers(ctx: Ctx, teamId: string, members: readonly Member[]): Promise<[Member[], Member[]] | null> {
  const rows = await ctx.tx
    .selectFrom('team_members')
    .select(['staff_id as staffId', 'lead'])
    .where('team_id', '=', teamId)
    .orderBy('staff_id')
    .execute();
  const wanted = [...members].sort((a, b) => (a.staffId < b.staffId ? -1 : 1));
  if (isDeepStrictEqual(rows, wanted)) return null;
  const twice = wanted.findIndex(({ staffId }, index) => staffId === wanted[index + 1]?.staffId);
  if (twice >= 0) throw invalid([{ path: 'members', message: 'names somebody twice' }]);
  const ids = wanted.map((member) => member.staffId);
  await refuseUnknown(ctx, 'staff', 'members', ids);
  await sql`delete from team_members where team_id = ${teamId} and staff_id <> all (${ids}::uuid[])`.execute(ctx.tx);
  for (const { staffId, lead } of wanted)
    await ctx.tx
      .insertInto('team_members')
      .values({ team_id: teamId, staff_id: staffId, lead })
      .onConflict((on) => on.columns(['team_id', 'staff_id']).doUpdateSet({ lead }))
      .execute();
  return [rows, wanted];
}

/** An escalation that comes back to where it began would never end. Two that would close a ring together take turns. */
async function refuseRing(ctx: Ctx, id: string, to: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('team escalation', 0))`.execute(ctx.tx);
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
    select t.id, t.name, t.description, t.strategy, t.escalates_to_id as "escalatesToId", t.escalation_path_id as "escalationPathId", t.active, t.version,
      coalesce((select json_agg(json_build_object('staffId', s.id, 'name', s.name, 'lead', m.lead) order by s.name) from team_members m join staff s on s.id = m.staff_id where m.team_id = t.id), '[]') as members,
      (select count(*)::int from (select from tickets k where k.team_id = t.id and k.is_open limit 1000) o) as "openTickets"
    from teams t order by lower(t.name) limit 1000`.execute(ctx.tx);
  return rows;
}
