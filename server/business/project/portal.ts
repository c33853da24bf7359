import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { companyOf } from '#server/business/billing/index.ts';
import type { PortalProjectRow, PortalProjectView, PortalTaskState } from '#shared/portal-project.ts';
import type { ProjectRow, ProjectTask } from '#shared/project.ts';
import { listProjects, viewProject } from './queries.ts';

/** Projects of the caller’s company, what is under way first. A draft is nobody’s but the provider’s. */
export async function ownProjects(ctx: Ctx): Promise<PortalProjectRow[]> {
  return (await listProjects(ctx, { clientId: companyOf(ctx) })).flatMap(rowFor);
}

function rowFor({ id, key, name, state, begins, ends, tasks, tasksDone }: ProjectRow): PortalProjectRow[] {
  return state === 'draft' ? [] : [{ id, key, name, state, begins, ends, tasks, tasksDone }];
}

/**
 * A project of the caller’s company: its phases with how far each is, the tasks and milestones that are shown to it, and nothing of money, hours or
 * people. `not_found` for any other, and for a draft.
 */
export async function ownProject(ctx: Ctx, id: string): Promise<PortalProjectView> {
  const clientId = companyOf(ctx);
  const project = await viewProject(ctx, id);
  const [row] = rowFor(project);
  if (!row || project.client.id !== clientId) throw notFound('project');
  const within = (phaseId: string | null, name: string) => {
    const tasks = project.items.filter((one) => one.phaseId === phaseId && one.statusCategory !== 'cancelled');
    return {
      name,
      tasks: tasks.length,
      tasksDone: tasks.filter(({ isOpen }) => !isOpen).length,
      shown: tasks.filter(({ shown }) => shown).map(({ title, ...task }) => ({ title, state: stateOf(task) })),
    };
  };
  const loose = within(null, '');
  return {
    ...row,
    phases: [...project.phases.map((phase) => within(phase.id, phase.name)), ...(loose.tasks > 0 ? [loose] : [])],
    milestones: project.milestones
      .filter(({ shown }) => shown)
      .map(({ name, due, reachedOn }) => ({ name, due, reachedOn })),
  };
}

const stateOf = ({ isOpen, statusCategory }: Pick<ProjectTask, 'isOpen' | 'statusCategory'>): PortalTaskState =>
  !isOpen ? 'done' : statusCategory === 'new' ? 'planned' : 'in_work';
