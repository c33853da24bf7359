import Type, { type Static } from 'typebox';
import { OneOf } from './http.ts';
import { MilestoneView, ProjectRow } from './project.ts';

const { id, key, name, begins, ends, tasks, tasksDone } = ProjectRow.properties;

/** Where a project, or a task of it, stands, as a client's people are told. */
export const PORTAL_PROJECT_STATES = ['active', 'on_hold', 'done', 'cancelled'] as const;
const TASK_STATES = ['planned', 'in_work', 'done'] as const;
export type PortalTaskState = (typeof TASK_STATES)[number];

/** A project of one's own company, with how far it is. */
export const PortalProjectRow = Type.Object({
  ...{ id, key, name, begins, ends, tasks, tasksDone },
  state: OneOf(PORTAL_PROJECT_STATES),
});
export type PortalProjectRow = Static<typeof PortalProjectRow>;

/** The same with its phases and what of them is shown. */
export const PortalProjectView = Type.Object({
  ...PortalProjectRow.properties,
  phases: Type.Array(
    Type.Object({
      name,
      ...{ tasks, tasksDone },
      shown: Type.Array(Type.Object({ title: Type.String(), state: OneOf(TASK_STATES) }), {
        description: 'Tasks that the provider lets the client see',
      }),
    }),
  ),
  milestones: Type.Array(
    Type.Object({
      name: MilestoneView.properties.name,
      due: MilestoneView.properties.due,
      reachedOn: MilestoneView.properties.reachedOn,
    }),
  ),
});
export type PortalProjectView = Static<typeof PortalProjectView>;
