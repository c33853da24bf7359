import { priceParts, workingDayAfter } from '#kernel/project.ts';
import type { Ctx } from '#platform/context/index.ts';
import { createRecord } from '#platform/record/index.ts';
import { serviceCalendar } from '#server/practices/service-level/index.ts';
import type { ProjectPlan } from '#shared/project-plan.ts';
import { lockPlan } from './rows.ts';
import { addTaskTo, writeAfter } from './tasks.ts';

/**
 * Writes phases, tasks and milestones of a plan into a new project. Days count from its beginning, by the days that are worked at the client;
 * without one nothing gets a day. Milestones get their per cent of a fixed price; time and materials are billed as they are worked.
 */
export async function layOut(ctx: Ctx, projectId: string, plan: ProjectPlan): Promise<void> {
  const project = await lockPlan(ctx, projectId);
  const calendar = await serviceCalendar(ctx, project.client_id);
  const dayOf = (days: number | null) =>
    project.begins === null || days === null ? null : workingDayAfter(calendar, project.begins, days);
  const ids = new Map<string, string>();
  let position = 0;
  for (const [at, phase] of plan.phases.entries()) {
    const fields = { projectId, name: phase.name, position: at * 10 };
    const phaseId = await createRecord(ctx, 'project_phases', 'project_phase', fields, project.client_id);
    for (const { key, title, description, from, days, estimateMinutes, shown } of phase.tasks) {
      position += 10;
      const starts = dayOf(from);
      const ends = starts === null ? null : workingDayAfter(calendar, starts, (days ?? 1) - 1);
      const task = { title, phaseId, position, estimateMinutes, shown, starts, ends };
      ids.set(key, await addTaskTo(ctx, project, { ...task, ...(description ? { description } : {}) }));
    }
  }
  // Once all are there: something may come after what stands in a later phase.
  for (const { key, after } of plan.phases.flatMap(({ tasks }) => tasks))
    if (after.length > 0)
      await writeAfter(
        ctx,
        project,
        ids.get(key) ?? '',
        after.flatMap((one) => ids.get(one) ?? []),
      );
  const amounts = priceParts(
    project.charged === 'fixed' ? (project.budget_amount ?? 0) : 0,
    plan.milestones.map(({ percent }) => percent ?? '0'),
  );
  for (const [at, { name, day, shown }] of plan.milestones.entries())
    await createRecord(
      ctx,
      ...(['project_milestones', 'project_milestone'] as const),
      { projectId, name, due: dayOf(day), amount: amounts[at] || null, shown },
      project.client_id,
    );
}
