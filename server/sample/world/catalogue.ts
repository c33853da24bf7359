import type { ApprovalTerms } from '#kernel/approval.ts';
import type { ItemTerms, PlanTask } from '#kernel/catalogue.ts';
import type { Condition, Field } from '#kernel/form.ts';
import type { TeamKey } from './teams.ts';

const TEAM_PREFIX = 'team:';
/** A team by its key, put in place of its id until that is known. */
export const teamMark = (key: TeamKey): string => `${TEAM_PREFIX}${key}`;
export const markedTeam = (mark: string): TeamKey => mark.slice(TEAM_PREFIX.length) as TeamKey;

export type ItemSpec = Omit<ItemTerms, 'parts' | 'categoryId' | 'serviceId'> & {
  /** Path of the category that its tickets get. */
  readonly category: string;
  /** Names of items that a bundle brings. */
  readonly brings: readonly { readonly name: string; readonly when: Condition | null }[];
  /** Of people at the client; empty: everybody. */
  readonly roles: readonly string[];
};

const field = (key: string, label: string, more: Partial<Field> = {}): Field => ({
  key,
  type: 'text',
  label,
  help: '',
  required: false,
  options: [],
  min: null,
  max: null,
  initial: null,
  shownWhen: null,
  requiredWhen: null,
  ...more,
});
const equals = (key: string, value: string | boolean): Condition => ({
  match: 'all',
  tests: [{ field: key, is: 'equals', value }],
});
const task = (key: string, title: string, team: TeamKey, hours: number, after: readonly string[] = []): PlanTask => ({
  key,
  title,
  teamId: teamMark(team),
  staffId: null,
  after,
  olaMinutes: hours * 60,
  when: null,
});
const approval = (...steps: ApprovalTerms['steps'][number][]): ApprovalTerms => ({
  order: 'serial',
  currency: 'AUD',
  expireAfterHours: 240,
  remindEveryHours: 48,
  steps,
});
const MANAGER = { name: 'Manager', approvers: [{ kind: 'manager' }], quorum: 'any', veto: true, above: null } as const;
const aud = (dollars: number) => ({ minor: dollars * 100, currency: 'AUD' });
const none = { brings: [], roles: [], routes: [], approval: null } as const;

/** What clients of the sample may ask for; what a bundle brings stands before it. */
export const CATALOGUE: readonly ItemSpec[] = [
  {
    ...none,
    name: 'Laptop',
    summary: 'For the office, or with more power for building software',
    description:
      'Set up with your company’s programs, protected, and ready to work on the first day. Three years of warranty.',
    icon: 'laptop',
    heading: 'Hardware',
    category: 'Hardware / Laptop or desktop',
    price: aud(2_190),
    deliveryDays: 7,
    form: {
      fields: [
        field('role', 'What is it for?', {
          type: 'choice',
          options: ['Office', 'Design', 'Development'],
          required: true,
        }),
        field('memory', 'Memory in GB', {
          type: 'choice',
          options: ['32', '64'],
          initial: '32',
          shownWhen: { match: 'any', tests: [{ field: 'role', is: 'one_of', value: ['Design', 'Development'] }] },
        }),
        field('extras', 'With it', { type: 'choices', options: ['Dock', 'Screen', 'Headset', 'Bag'] }),
        field('old', 'What happens to the old one?', {
          type: 'choice',
          options: ['There is none', 'Wipe and recycle', 'Keep as a spare'],
          required: true,
        }),
      ],
    },
    approval: approval(MANAGER, {
      name: 'Director',
      approvers: [{ kind: 'role', role: 'director' }],
      quorum: 'any',
      veto: true,
      above: 200_000,
    }),
    plan: [
      task('buy', 'Order the laptop', 'desk', 8),
      task('prepare', 'Set it up and protect it', 'desk', 16, ['buy']),
      task('deliver', 'Hand it over and show it', 'field', 16, ['prepare']),
    ],
  },
  {
    ...none,
    name: 'Software licence',
    summary: 'A program that you do not have yet',
    description: 'We buy the licence, install it and tell you how to start it.',
    icon: 'software',
    heading: 'Software and access',
    category: 'Software / Licences',
    price: null,
    deliveryDays: 2,
    form: {
      fields: [
        field('program', 'Which program?', {
          type: 'choice',
          options: ['Adobe Acrobat', 'Microsoft Visio', 'Microsoft Project', 'Something else'],
          required: true,
        }),
        field('other', 'What is it called?', { required: true, shownWhen: equals('program', 'Something else') }),
        field('until', 'Until when do you need it?', { type: 'date', help: 'Empty: for good' }),
      ],
    },
    approval: approval(MANAGER),
    routes: [{ when: equals('program', 'Something else'), teamId: teamMark('cloud') }],
    plan: [
      task('licence', 'Buy and assign the licence', 'cloud', 8),
      task('install', 'Install it', 'desk', 8, ['licence']),
    ],
  },
  {
    ...none,
    name: 'Access to a folder or system',
    summary: 'See or change what you cannot reach yet',
    description: '',
    icon: 'access',
    heading: 'Software and access',
    category: 'Access / Permissions',
    price: null,
    deliveryDays: 1,
    form: {
      fields: [
        field('where', 'Where to?', {
          required: true,
          help: 'The folder, mailbox or system, as you would tell a colleague',
        }),
        field('level', 'What do you need to do there?', {
          type: 'choice',
          options: ['Read', 'Change'],
          required: true,
        }),
        field('like', 'Like a colleague who has it', { type: 'person' }),
      ],
    },
    approval: approval(MANAGER),
    plan: [task('grant', 'Give the access, and note who allowed it', 'desk', 4)],
  },
  {
    ...none,
    name: 'Shared mailbox',
    summary: 'One address for several people',
    description: 'Such as info@ or accounts@. Whoever is named reads and answers it.',
    icon: 'mailbox',
    heading: 'Software and access',
    category: 'E-mail / Shared mailbox',
    price: aud(0),
    deliveryDays: 1,
    form: {
      fields: [
        field('address', 'Address', { required: true, help: 'What stands before the @' }),
        field('owner', 'Who looks after it?', { type: 'person' }),
        field('answers', 'Do several people answer from it?', { type: 'yes_no', initial: true }),
      ],
    },
    plan: [task('make', 'Make the mailbox and let people in', 'cloud', 4)],
  },
  {
    ...none,
    name: 'New starter',
    summary: 'Everything for somebody’s first day',
    description: 'An account, a mailbox, and what they need to work with. Tell us a week ahead.',
    icon: 'person',
    heading: 'People',
    category: 'Access / New starter',
    price: null,
    deliveryDays: 5,
    roles: ['manager', 'director'],
    form: {
      fields: [
        field('name', 'Name of the new colleague', { required: true }),
        field('title', 'Job title'),
        field('first_day', 'First day', { type: 'date', required: true }),
        field('laptop', 'Do they need a laptop?', { type: 'yes_no', initial: true }),
        field('access', 'Do they need access to something special?', { type: 'yes_no', initial: false }),
      ],
    },
    approval: approval(MANAGER),
    brings: [
      { name: 'Laptop', when: equals('laptop', true) },
      { name: 'Access to a folder or system', when: equals('access', true) },
    ],
    plan: [
      task('account', 'Make the account and mailbox', 'cloud', 8),
      task('welcome', 'Call on the first day and see that everything works', 'desk', 8, ['account', 'parts']),
    ],
  },
  {
    ...none,
    name: 'Planned work on a server',
    summary: 'Updates, moves and changes that need a time window',
    description: 'Nothing is touched before your company has agreed to what is done and when.',
    icon: 'box',
    heading: 'Changes',
    category: 'Servers / Availability',
    price: null,
    deliveryDays: 5,
    roles: ['manager', 'director'],
    form: {
      fields: [
        field('server', 'Which server?', { required: true }),
        field('work', 'What is done?', { type: 'long_text', required: true }),
        field('day', 'On which day?', { type: 'date', required: true }),
        field('window', 'From when until when?', { required: true, help: 'By the clock of your company' }),
        field('outage', 'What cannot be used meanwhile?', { required: true }),
        field('back', 'How is it taken back if it fails?', { type: 'long_text', required: true }),
      ],
    },
    approval: approval({
      name: 'Director',
      approvers: [{ kind: 'role', role: 'director' }],
      quorum: 'any',
      veto: true,
      above: null,
    }),
    plan: [
      task('tell', 'Announce the window to whom it hits', 'desk', 8),
      task('copy', 'See that last night’s copy can be restored', 'cloud', 8),
      task('do', 'Do the work in its window', 'cloud', 16, ['tell', 'copy']),
    ],
  },
];
