import { invalid } from '#kernel/errors.ts';
import { type Push, pushedBy } from '#kernel/project.ts';
import type { Ctx } from '#platform/context/index.ts';
import { serviceCalendar } from '#server/practices/service-level/index.ts';
import type { MoveTask, Pushed } from '#shared/project.ts';
import { lockPlan, type ProjectRecord } from './rows.ts';
import { type PlanRow, planOf, taskOf, tell, writePlan } from './task-rows.ts';

/** What a task would push if it went to other days; writes nothing. Days that are worked are those of the client’s hours of service. */
export async function previewMove(
  ctx: Ctx,
  projectId: string,
  ticketId: string,
  { starts, ends }: MoveTask,
): Promise<Pushed[]> {
  const project = await lockPlan(ctx, projectId);
  const plan = await planOf(ctx, project);
  const { id } = taskOf(plan, ticketId);
  if (ends < starts) throw invalid([{ path: 'ends', message: 'must not be before the task begins' }]);
  const rows = new Map(plan.map((row) => [row.id, row]));
  return (await pushesOf(ctx, project, plan, { id, starts, ends })).map((push) => {
    const row = rows.get(push.id);
    return {
      ...{ id: push.id, key: row?.key ?? '', title: row?.title ?? '' },
      ...{ starts: row?.starts ?? push.starts, ends: row?.ends ?? push.ends },
      ...{ newStarts: push.starts, newEnds: push.ends, because: rows.get(push.because)?.key ?? '' },
    };
  });
}

/** What a moved task pushes, by the days that are worked at the client. */
export const pushesOf = async (
  ctx: Ctx,
  { client_id }: ProjectRecord,
  plan: readonly PlanRow[],
  moved: { id: string; starts: string; ends: string },
): Promise<Push[]> => pushedBy(plan, moved, await serviceCalendar(ctx, client_id));

/** Moves the tasks that are pushed. */
export async function applyPushes(ctx: Ctx, project: ProjectRecord, pushes: readonly Push[]): Promise<void> {
  for (const { id, starts, ends } of pushes) {
    await writePlan(ctx, project, id, { starts, ends });
    await tell(ctx, project, id, 'project_planned', { text: `${project.key}: pushed to ${starts} – ${ends}` });
  }
}
