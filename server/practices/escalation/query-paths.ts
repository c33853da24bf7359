import { type RawBuilder, sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { PathTarget, PathView } from '#shared/escalation.ts';

type Row = Omit<PathView, 'levels' | 'usedBy'> & { levels: { afterMinutes: number; targets: PathTarget[] }[] };
type User = PathView['usedBy'][number];

/** Escalation paths by name, with whom they call in words and where they are used, as far as the reader sees it. */
export function listPaths(ctx: Ctx): Promise<PathView[]> {
  return pathsWhere(ctx, sql<boolean>`true`);
}

export async function viewPath(ctx: Ctx, id: string): Promise<PathView> {
  const [found] = await pathsWhere(ctx, sql<boolean>`id = ${id}`);
  if (!found) throw notFound('escalation path');
  return found;
}

async function pathsWhere(ctx: Ctx, condition: RawBuilder<boolean>): Promise<PathView[]> {
  const { rows } = await sql<Row>`
    select id, name, levels, repeat_times as "repeatTimes", repeat_every_minutes as "repeatEveryMinutes", version
    from escalation_paths where ${condition} order by lower(name) limit 500`.execute(ctx.tx);
  const [names, users] = [await namesIn(ctx, rows), await usersOf(ctx)];
  return rows.map((row) => ({
    ...row,
    levels: row.levels.map(({ afterMinutes, targets }) => ({
      afterMinutes,
      targets: targets.map((target) => ({ ...target, name: named(target, names) })),
    })),
    usedBy: users.filter(({ pathId }) => pathId === row.id).map(({ pathId: _, ...user }) => user),
  }));
}

function named(target: PathTarget, names: ReadonlyMap<string, string>): string {
  if (target.kind === 'assignee') return 'Whoever has the ticket';
  return names.get(target.scheduleId ?? target.staffId ?? target.teamId ?? '') ?? 'Something that is gone';
}

async function namesIn(ctx: Ctx, rows: readonly Row[]): Promise<Map<string, string>> {
  const targets = rows.flatMap(({ levels }) => levels.flatMap((level) => level.targets));
  const ids = targets.flatMap(({ scheduleId, staffId, teamId }) => scheduleId ?? staffId ?? teamId ?? []);
  if (ids.length === 0) return new Map();
  const found = await sql<{ id: string; name: string }>`
    select id, name from on_call_schedules where id = any (${ids}::uuid[])
    union all select id, name from staff where id = any (${ids}::uuid[])
    union all select id, name from teams where id = any (${ids}::uuid[])`.execute(ctx.tx);
  return new Map(found.rows.map(({ id, name }) => [id, name]));
}

/** Teams, places of the setting, and policies (as they are in force or will be, or as a draft) that name a path. */
async function usersOf(ctx: Ctx): Promise<(User & { pathId: string })[]> {
  const { rows } = await sql<User & { pathId: string }>`
    select * from (
      select case when s.client_id is not null then 'client' when s.group_id is not null then 'group' else 'provider' end as kind,
        coalesce(s.client_id, s.group_id) as id, coalesce(c.name, g.name, 'Every client') as name, s.value ->> 'pathId' as "pathId"
      from settings s left join clients c on c.id = s.client_id left join client_groups g on g.id = s.group_id
      where s.key = 'escalation.path' and s.value ->> 'pathId' is not null
      union all
      select 'team', id, name, escalation_path_id::text from teams where escalation_path_id is not null
      union all
      select distinct 'policy', p.id, p.name, action ->> 'pathId'
      from sla_policies p,
        lateral (
          select p.draft as terms where p.draft is not null
          union all
          select v.terms from sla_policy_versions v where v.policy_id = p.id and v.terms is not null
            and v.taken_back_at is null
            and (v.from_at > ${ctx.now} or v.number = (select n.number from sla_policy_versions n
              where n.policy_id = p.id and n.taken_back_at is null and n.from_at <= ${ctx.now}
              order by n.from_at desc, n.number desc limit 1))) said,
        jsonb_path_query(said.terms, '$.thresholds[*].actions[*]') action
      where action ->> 'pathId' is not null
    ) users order by lower(name)`.execute(ctx.tx);
  return rows;
}

export async function usersOfPath(ctx: Ctx, id: string): Promise<User[]> {
  return (await usersOf(ctx)).filter(({ pathId }) => pathId === id);
}
