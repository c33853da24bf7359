import type { ProjectPlan } from '#shared/project-plan.ts';
import type { Charged, ProjectState } from '#shared/project-words.ts';

type Task = ProjectPlan['phases'][number]['tasks'][number];
const task = (key: string, title: string, from: number, days: number, hours: number, after: string[] = []): Task => ({
  ...{ key, title, description: '', from, days, estimateMinutes: hours * 60, after },
  shown: ['move', 'live', 'train'].some((word) => key.startsWith(word)),
});
const milestone = (name: string, day: number, percent: string | null) => ({ name, day, percent, shown: true });

/** How Harbour IT plans what comes again and again. */
export const PROJECT_TEMPLATES: readonly { name: string; description: string; plan: ProjectPlan }[] = [
  {
    name: 'Microsoft 365 migration',
    description: 'Mail, files and devices of a company of up to fifty people.',
    plan: {
      phases: [
        {
          name: 'Prepare',
          tasks: [
            task('look', 'Look at mailboxes, shares and licences', 0, 2, 8),
            task('plan', 'Write the plan and agree on dates', 2, 2, 6, ['look']),
            task('tenant', 'Set up the tenant and security defaults', 4, 2, 8, ['plan']),
          ],
        },
        {
          name: 'Move',
          tasks: [
            task('pilot', 'Move three people as a pilot', 6, 2, 8, ['tenant']),
            task('move-mail', 'Move the mailboxes', 8, 4, 16, ['pilot']),
            task('move-files', 'Move the shared files', 10, 5, 20, ['pilot']),
          ],
        },
        {
          name: 'Settle',
          tasks: [
            task('train', 'Show people what is new', 15, 2, 6, ['move-mail', 'move-files']),
            task('old', 'Take the old server out of service', 18, 1, 4, ['move-files']),
            task('papers', 'Write it down', 19, 1, 4, ['old']),
          ],
        },
      ],
      milestones: [
        milestone('Plan agreed', 3, '30'),
        milestone('Everybody moved', 14, '50'),
        milestone('Handed over', 19, '20'),
      ],
    },
  },
  {
    name: 'New office',
    description: 'Lines, network and phones before people move in.',
    plan: {
      phases: [
        {
          name: 'Order',
          tasks: [
            task('line', 'Order the internet line', 0, 1, 2),
            task('gear', 'Order switches and access points', 1, 2, 4),
            task('cable', 'Agree on cabling with the builder', 1, 3, 6),
          ],
        },
        {
          name: 'Build',
          tasks: [
            task('rack', 'Fit the rack', 12, 1, 6, ['gear', 'cable']),
            task('wifi', 'Put up the access points', 13, 2, 10, ['rack']),
            task('phones', 'Bring the phones over', 13, 1, 5, ['line', 'rack']),
          ],
        },
        {
          name: 'Move in',
          tasks: [
            task('move-day', 'Be there on the day of the move', 16, 1, 8, ['wifi', 'phones']),
            task('fix', 'Mend what came up', 17, 2, 6, ['move-day']),
          ],
        },
      ],
      milestones: [milestone('Everything ordered', 3, '40'), milestone('People work there', 16, '60')],
    },
  },
  {
    name: 'Security uplift',
    description: 'Sign-in with a second factor, devices under management, and backups that were tried.',
    plan: {
      phases: [
        {
          name: 'Look',
          tasks: [
            task('review', 'Review sign-in, devices and backups', 0, 3, 10),
            task('report', 'Report with a plan', 3, 2, 5, ['review']),
          ],
        },
        {
          name: 'Do',
          tasks: [
            task('mfa', 'Turn on the second factor', 6, 3, 10, ['report']),
            task('manage', 'Bring devices under management', 8, 5, 18, ['report']),
            task('restore', 'Try to restore a server', 13, 1, 5, ['manage']),
          ],
        },
      ],
      milestones: [milestone('Report', 4, null), milestone('Done', 14, null)],
    },
  },
  {
    name: 'Server replacement',
    description: 'A new host with the old machines on it.',
    plan: {
      phases: [
        {
          name: 'Prepare',
          tasks: [task('order', 'Order the host', 0, 1, 2), task('backup', 'Make sure of the backups', 1, 1, 4)],
        },
        {
          name: 'Replace',
          tasks: [
            task('build', 'Build the host', 10, 2, 10, ['order']),
            task('move-machines', 'Move the machines', 12, 2, 12, ['build', 'backup']),
            task('live', 'Watch it for a week', 14, 5, 4, ['move-machines']),
          ],
        },
      ],
      milestones: [milestone('Host delivered', 9, '60'), milestone('In service', 14, '40')],
    },
  },
];

/** A project of the sample: how many days ago it began, how much of it is done, and how long that took against the estimate. */
export type SampleProject = {
  client: string;
  template: string;
  name: string;
  manager: string;
  worker: string;
  charged: Charged;
  budget: string;
  budgetHours: number;
  daysAgo: number;
  state: ProjectState;
  tasksDone: number;
  /** In per cent of the estimate. */
  took: number;
  milestonesReached: number;
};

const [MIGRATION, OFFICE, SECURITY, SERVER] = PROJECT_TEMPLATES.map(({ name }) => name) as [
  string,
  string,
  string,
  string,
];

export const PROJECTS: readonly SampleProject[] = [
  {
    ...{ client: 'ACME', template: MIGRATION, name: 'Move to Microsoft 365', manager: 'priya', worker: 'tom' },
    ...{
      charged: 'fixed',
      budget: '24000',
      budgetHours: 80,
      daysAgo: 75,
      state: 'done',
      tasksDone: 9,
      took: 95,
      milestonesReached: 3,
    },
  },
  {
    ...{ client: 'ACME', template: OFFICE, name: 'New office in Parramatta', manager: 'priya', worker: 'tom' },
    ...{
      charged: 'fixed',
      budget: '12500',
      budgetHours: 48,
      daysAgo: 12,
      state: 'active',
      tasksDone: 3,
      took: 90,
      milestonesReached: 1,
    },
  },
  {
    ...{ client: 'BIRCH', template: SECURITY, name: 'Security uplift', manager: 'priya', worker: 'sofia' },
    ...{
      charged: 'time',
      budget: '8000',
      budgetHours: 48,
      daysAgo: 40,
      state: 'active',
      tasksDone: 3,
      took: 115,
      milestonesReached: 1,
    },
  },
  {
    ...{ client: 'CORAL', template: SERVER, name: 'Replace the practice server', manager: 'hamish', worker: 'hamish' },
    ...{
      charged: 'time',
      budget: '3000',
      budgetHours: 20,
      daysAgo: 20,
      state: 'active',
      tasksDone: 4,
      took: 140,
      milestonesReached: 1,
    },
  },
  {
    ...{
      client: 'KAURI',
      template: MIGRATION,
      name: 'Microsoft 365 for the cellar door',
      manager: 'priya',
      worker: 'ngaire',
    },
    ...{
      charged: 'fixed',
      budget: '18000',
      budgetHours: 80,
      daysAgo: 6,
      state: 'active',
      tasksDone: 2,
      took: 100,
      milestonesReached: 0,
    },
  },
  {
    ...{ client: 'TIDE', template: SERVER, name: 'New host', manager: 'hamish', worker: 'hamish' },
    ...{
      charged: 'time',
      budget: '5000',
      budgetHours: 32,
      daysAgo: 15,
      state: 'on_hold',
      tasksDone: 2,
      took: 100,
      milestonesReached: 0,
    },
  },
  {
    ...{ client: 'BREN', template: OFFICE, name: 'Second workshop', manager: 'priya', worker: 'tom' },
    ...{
      charged: 'fixed',
      budget: '9800',
      budgetHours: 48,
      daysAgo: -14,
      state: 'draft',
      tasksDone: 0,
      took: 100,
      milestonesReached: 0,
    },
  },
  {
    ...{ client: 'PARA', template: SECURITY, name: 'Security uplift', manager: 'priya', worker: 'sofia' },
    ...{
      charged: 'time',
      budget: '7500',
      budgetHours: 48,
      daysAgo: 30,
      state: 'cancelled',
      tasksDone: 1,
      took: 100,
      milestonesReached: 0,
    },
  },
];
