import type { Stage } from '#kernel/clock.ts';
import { findStatus } from '#kernel/lifecycle.ts';
import type { Ctx } from '#platform/context/index.ts';
import { lifecycleOf } from '#server/desk/lifecycle/index.ts';
import { type History, historiesOf } from './history.ts';

/** How tickets stood from each change of status, team or person on, in names; by the tickets' ids. */
export async function stagesOf(ctx: Ctx, ticketIds: readonly string[]): Promise<Map<string, Stage[]>> {
  const histories = ticketIds.length === 0 ? [] : await historiesOf(ctx, ticketIds);
  const ids = (column: 'team_id' | 'assignee_id') => [
    ...new Set(histories.flatMap(({ events }) => events.flatMap(({ after }) => after[column] ?? []))),
  ];
  const teams = await namesOf(ctx, 'teams', ids('team_id'));
  const people = await namesOf(ctx, 'staff', ids('assignee_id'));
  const stages = new Map<string, Stage[]>();
  for (const history of histories) stages.set(history.ticket.id, await inNames(ctx, history, teams, people));
  return stages;
}

async function inNames(
  ctx: Ctx,
  { ticket, events }: History,
  teams: ReadonlyMap<string, string>,
  people: ReadonlyMap<string, string>,
): Promise<Stage[]> {
  const { lifecycle } = await lifecycleOf(ctx, ticket);
  const stages: Stage[] = [];
  for (const { at, after } of [{ at: ticket.created_at, after: events[0]?.after ?? ticket }, ...events]) {
    const last = stages.at(-1);
    const stage: Stage = {
      at,
      status: findStatus(lifecycle, after.status)?.name ?? after.status,
      team: after.team_id === null ? null : (teams.get(after.team_id) ?? 'a team'),
      assignee: after.assignee_id === null ? null : (people.get(after.assignee_id) ?? 'somebody'),
    };
    const same = last?.status === stage.status && last.team === stage.team && last.assignee === stage.assignee;
    if (!same) stages.push(stage);
  }
  return stages;
}

async function namesOf(ctx: Ctx, table: 'teams' | 'staff', ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
