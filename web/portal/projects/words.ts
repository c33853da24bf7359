import type { PortalProjectRow, PortalTaskState } from '#shared/portal-project.ts';
import { billDay } from '../bills.ts';
import { t } from '../words/t.ts';

const STATES = {
  active: 'projects.active',
  on_hold: 'projects.on_hold',
  done: 'projects.done',
  cancelled: 'projects.cancelled',
} as const satisfies Record<PortalProjectRow['state'], string>;
const TASKS = {
  planned: 'projects.planned',
  in_work: 'projects.in_work',
  done: 'projects.taskDone',
} as const satisfies Record<PortalTaskState, string>;

/** Where a project stands, as the reader says it. */
export const projectState = (state: PortalProjectRow['state']): string => t(STATES[state]);
/** Where a task of it stands. */
export const taskState = (state: PortalTaskState): string => t(TASKS[state]);

/** From when until when it is planned; nothing where nobody has said. */
export const projectDays = ({ begins, ends }: Pick<PortalProjectRow, 'begins' | 'ends'>): string =>
  [
    ...(begins === null ? [] : [t('projects.from', { day: billDay(begins) })]),
    ...(ends === null ? [] : [t('projects.until', { day: billDay(ends) })]),
  ].join(' ');

/** How far something is. */
export const progressWords = ({ tasks, tasksDone }: { tasks: number; tasksDone: number }): string =>
  t('projects.progress', { done: tasksDone, all: tasks });
