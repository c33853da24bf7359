import type { Level } from '#kernel/escalation.ts';
import type { Ctx } from '#platform/context/index.ts';
import { worksFor } from '#platform/identity/index.ts';
import { onCallIn } from '#server/practices/on-call/index.ts';
import type { Named } from '#shared/ticket.ts';
import type { PagedTicket } from './rows.ts';

/** Of those named, who still works here and for the client. */
const REACHED = `
select s.id, s.name from staff s where s.id = any ($1::uuid[]) and s.active and ${worksFor('$2')} order by lower(s.name), s.id`;

/** Whom a level calls for a ticket now; where it is nobody, `note` says why. */
export async function reachOf(ctx: Ctx, ticket: PagedTicket, level: Level): Promise<{ people: Named[]; note: string }> {
  const ids: string[] = [];
  const notes: string[] = [];
  const add = (found: readonly (string | null)[], otherwise: string) => {
    const there = found.filter((id) => id !== null);
    ids.push(...there);
    if (there.length === 0) notes.push(otherwise);
  };
  const schedules = await onCallIn(
    ctx,
    level.targets.flatMap((target) => (target.kind === 'on_call' ? [target.scheduleId] : [])),
  );
  for (const target of level.targets) {
    if (target.kind === 'staff') ids.push(target.staffId);
    else if (target.kind === 'assignee') add([ticket.assignee_id], 'nobody has the ticket');
    else if (target.kind === 'team') add(await membersOf(ctx, target.teamId), 'the team has nobody');
    else {
      const schedule = schedules.get(target.scheduleId);
      add([schedule?.staffId ?? null], schedule ? `nobody is on call in “${schedule.name}”` : 'the schedule is gone');
    }
  }
  const people = await reached(ctx, ticket.client_id, ids);
  if (people.length > 0) return { people, note: '' };
  if (ids.length > 0) notes.push('whoever it names has left or does not work for this client');
  return { people, note: notes.join('; ') };
}

export async function reached(ctx: Ctx, clientId: string, ids: readonly string[]): Promise<Named[]> {
  if (ids.length === 0) return [];
  return ctx.hot<Named>('page_reached', REACHED, [[...new Set(ids)], clientId]);
}

async function membersOf(ctx: Ctx, teamId: string): Promise<string[]> {
  const rows = await ctx.tx.selectFrom('team_members').select('staff_id').where('team_id', '=', teamId).execute();
  return rows.map(({ staff_id }) => staff_id);
}

/** Who is told when everybody was called in vain: the leads of the ticket's team, and the owners. */
export async function lastResort(ctx: Ctx, ticket: PagedTicket): Promise<Named[]> {
  const rows = await ctx.hot<{ id: string }>(
    'page_last_resort',
    `select staff_id as id from team_members where team_id = $1 and lead
     union select id from staff where active and 'owner' = any (role_keys)`,
    [ticket.team_id],
  );
  return reached(
    ctx,
    ticket.client_id,
    rows.map(({ id }) => id),
  );
}
