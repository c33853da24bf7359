import type { Person } from '#tests/people.ts';
import type { Kind } from './vocabulary.ts';
import { must, type Say } from './world.ts';

type Caller = Pick<Person, 'call'>;
/** A project of a client under way, with a phase, a task of it and a milestone. */
export type Planned = Record<'project' | 'projectPhase' | 'projectTask' | 'projectMilestone', string>;

/** Plans a project at a client and begins it. */
export async function plantProject(me: Caller, client: string, say: Say): Promise<Planned> {
  const post = async (url: string, body: object) => (await must(me, 'POST', url, body)).id;
  const project = await post('/projects', {
    ...{ clientId: client, charged: 'fixed', budgetAmount: 100_000, begins: '2026-01-05' },
    ...{ name: say('project'), description: say('project description', 'desk') },
  });
  const at = `/projects/${project}`;
  const projectPhase = await post(`${at}/phases`, { name: say('phase') });
  const projectTask = await post(`${at}/tasks`, { title: say('project task'), shown: true });
  const later = await post(`${at}/tasks`, { title: say('later task', 'desk') });
  await must(me, 'PATCH', `${at}/tasks/${later}`, { version: 1, after: [projectTask] });
  const projectMilestone = await post(`${at}/milestones`, { name: say('milestone'), amount: 50_000 });
  await must(me, 'PATCH', at, { version: 1, state: 'active' });
  return { project, projectPhase, projectTask, projectMilestone };
}

/** Makers of a project of one’s own client for one request: what the address names belongs together. */
export function freshProject(
  me: Caller,
  client: string,
  operation: string,
): Partial<Record<Kind, (place: string) => Promise<string>>> {
  let made: Promise<Planned> | undefined;
  const planned = async () => {
    made ??= plantProject(me, client, (what) => `home fresh ${what}`);
    return made;
  };
  return {
    project: async () => (await planned()).project,
    projectPhase: async () => (await planned()).projectPhase,
    projectTask: async (place) => {
      const { project, projectTask } = await planned();
      if (place.startsWith('path.')) return projectTask;
      return (await must(me, 'POST', `/projects/${project}/tasks`, { title: 'home fresh before' })).id;
    },
    projectMilestone: async () => {
      const { project, projectMilestone } = await planned();
      if (operation.endsWith('/unreach'))
        await must(me, 'POST', `/projects/${project}/milestones/${projectMilestone}/reach`, { version: 1 });
      return projectMilestone;
    },
  };
}

/** A template of the provider. */
export const plantTemplate = async (owner: Caller): Promise<string> =>
  (
    await must(owner, 'POST', '/project-templates', {
      name: 'New office',
      plan: { phases: [{ name: 'Prepare', tasks: [] }], milestones: [] },
    })
  ).id;
