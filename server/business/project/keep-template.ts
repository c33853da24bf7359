import { ratio, shares } from '#kernel/billing.ts';
import type { Calendar } from '#kernel/calendar.ts';
import { dayAfter } from '#kernel/day.ts';
import { workingDaysIn } from '#kernel/project.ts';
import type { Ctx } from '#platform/context/index.ts';
import { serviceCalendar } from '#server/practices/service-level/index.ts';
import type { ProjectTask, ProjectView } from '#shared/project.ts';
import type { KeepAsTemplate, ProjectPlan } from '#shared/project-plan.ts';
import { viewProject } from './queries.ts';
import { createTemplate } from './templates.ts';

/**
 * Keeps how a project is planned as a template for any client: phases, tasks, estimates, what comes before what, and milestones as per cent of the
 * budget, with days counted from its first by the days that are worked. What stands in the descriptions of tasks is the client’s and does not go
 * along. Returns the id of the template.
 */
export async function keepAsTemplate(ctx: Ctx, projectId: string, input: KeepAsTemplate): Promise<string> {
  const project = await viewProject(ctx, projectId);
  const calendar = await serviceCalendar(ctx, project.client.id);
  return createTemplate(ctx, { ...input, plan: planFrom(project, calendar) });
}

function planFrom({ phases, items, milestones, begins, budgetAmount }: ProjectView, calendar: Calendar): ProjectPlan {
  const days = items.flatMap(({ starts }) => starts ?? []).sort();
  const first = begins ?? days[0] ?? null;
  const offset = (day: string | null) =>
    day === null || first === null ? null : day <= first ? 0 : workingDaysIn(calendar, first, dayAfter(day, -1));
  const keyOf = new Map(items.map(({ id }, at) => [id, String(at + 1)]));
  const taskOf = ({ id, title, starts, ends, estimateMinutes, shown, after }: ProjectTask) => ({
    ...{ key: keyOf.get(id) ?? '', title, description: '', estimateMinutes, shown },
    from: offset(starts),
    days: starts === null || ends === null ? null : Math.max(1, workingDaysIn(calendar, starts, ends)),
    after: after.flatMap((one) => keyOf.get(one) ?? []),
  });
  const within = (phaseId: string | null) => items.filter((one) => one.phaseId === phaseId).map(taskOf);
  const loose = within(null);
  const percents = shares(
    milestones.map(({ amount }) => (budgetAmount ? ratio((amount ?? 0) * 100, budgetAmount) : ratio(0))),
    4,
  );
  return {
    phases: [
      ...(loose.length > 0 ? [{ name: 'Before the phases', tasks: loose }] : []),
      ...phases.map(({ id, name }) => ({ name, tasks: within(id) })),
    ],
    milestones: milestones.map(({ name, due, shown }, at) => ({
      ...{ name, day: offset(due), shown },
      percent: percents[at] ? String(percents[at] / 10_000) : null,
    })),
  };
}
