import type { ProjectTask, ProjectView } from '#shared/project.ts';
import type { Status } from '../desk/names.ts';

/** A column of a project's board: a phase, or a status that a card gets there. */
export type BoardLane = {
  readonly key: string;
  readonly name: string;
  readonly tasks: readonly ProjectTask[];
  readonly phaseId: string | null;
  readonly status?: string;
};

/** What is over for another reason than that it was done stands in no column. */
const OUT = ['cancelled', 'closed'];

/** The columns of a board: the phases with what is in none before them, or the statuses of tasks in their order. */
export function lanesOf(
  { phases, items }: Pick<ProjectView, 'phases' | 'items'>,
  by: 'phase' | 'status',
  statuses: readonly Status[],
): BoardLane[] {
  if (by === 'phase') {
    const loose = items.filter(({ phaseId }) => phaseId === null);
    return [
      ...(loose.length > 0 || phases.length === 0
        ? [{ key: 'none', name: 'In no phase', phaseId: null, tasks: loose }]
        : []),
      ...phases.map(({ id, name }) => ({
        ...{ key: id, name, phaseId: id },
        tasks: items.filter(({ phaseId }) => phaseId === id),
      })),
    ];
  }
  return statuses
    .filter(({ category }) => !OUT.includes(category))
    .map(({ key, name }) => ({
      ...{ key, name, phaseId: null, status: key },
      tasks: items.filter(
        ({ status, statusCategory }) => status === key || (statusCategory === 'closed' && key === 'done'),
      ),
    }));
}
