import type { Outcome, Plan } from '#shared/change-words.ts';

/** Answers to the questions about risk that come with Fettle. */
const CALM = { experience: 'often', backout: 'tested', testing: 'alike', interruption: 'none', people: 'one' };
const BOLD = { experience: 'never', backout: 'no', testing: 'no', interruption: 'longer', people: 'many' };
const PLANS = {
  implementation: '<ol><li>Take a copy of the configuration.</li><li>Do it, and note each step.</li></ol>',
  test: '<p>Sign in, open a shared file, print a page, call in and out.</p>',
  backout: '<p>Put the copy of the configuration back; it takes a quarter of an hour.</p>',
};

/** What is worked on: servers and network devices of the first two clients, by the place of the client. */
export const WORKED_ON = [
  { client: 0, name: 'FS01', classKey: 'server' },
  { client: 0, name: 'FW01', classKey: 'firewall' },
  { client: 0, name: 'NAS01', classKey: 'storage' },
  { client: 1, name: 'DC01', classKey: 'server' },
  { client: 1, name: 'SW01', classKey: 'switch' },
] as const;
type ItemName = (typeof WORKED_ON)[number]['name'];

/** Standard changes: written by one, approved by another. */
export const TEMPLATES = [
  {
    name: 'Windows updates of a server',
    description: 'The updates of the month and one restart, in the night.',
    template: {
      ...{ title: 'Windows updates', description: '', reason: 'Known holes are closed.', answers: {}, outage: true },
      ...{ plans: PLANS, minutes: 120 },
    },
  },
  {
    name: 'Renewal of a certificate',
    description: 'Before it ends, on the same names.',
    template: {
      ...{ title: 'Renewal of a certificate', description: '', reason: 'It ends.', answers: {}, outage: false },
      ...{ plans: PLANS, minutes: 30 },
    },
  },
] as const;

export type ChangeSpec = {
  title: string;
  client: 0 | 1;
  by: 'hamish' | 'ngaire' | 'marcus';
  items: readonly ItemName[];
  reason: string;
  /** Days from the sample's end to its begin at nine in the evening; negative ones are over. */
  day: number;
  minutes: number;
  /** By a template, else as a normal change, or an emergency. */
  model?: 'emergency' | (typeof TEMPLATES)[number]['name'];
  answers?: Readonly<Record<string, string>>;
  plans?: Partial<Record<Plan, string>>;
  outage?: boolean;
  /** How far it has come. */
  reaches: 'draft' | 'assess' | 'authorise' | 'scheduled' | 'review' | 'closed';
  outcome?: Outcome;
  review?: string;
};

const normal = { answers: CALM, plans: PLANS } as const;
const bold = { answers: BOLD, plans: PLANS, outage: true } as const;

/** What Harbour IT has changed lately, is about to change, and talks about. The days differ, so that only what is meant to collides does. */
export const CHANGES: readonly ChangeSpec[] = [
  {
    ...{ title: 'New firewall in the place of the old one', client: 0, by: 'ngaire', items: ['FW01'], ...bold },
    ...{ reason: 'The old one gets no updates any more.', day: -48, minutes: 180, reaches: 'closed' },
    ...{
      outcome: 'successful',
      review: 'Went as planned. The copy of the rules was read twice, which found two of 2019.',
    },
  },
  {
    ...{ title: 'Shared drives to faster disks', client: 0, by: 'hamish', items: ['FS01', 'NAS01'], ...bold },
    ...{
      reason: 'Opening drawings takes half a minute.',
      day: -27,
      minutes: 240,
      reaches: 'closed',
      outcome: 'failed',
    },
    review:
      'The copy took four times as long as tried, and was stopped at midnight. It goes again over a weekend, half each.',
  },
  {
    ...{ title: 'Voice traffic first on the switches', client: 1, by: 'ngaire', items: ['SW01'], ...bold },
    ...{ reason: 'Calls break up when backups run.', day: -13, minutes: 60, reaches: 'review', outcome: 'backed_out' },
  },
  {
    ...{ title: 'Close the hole in remote access', client: 0, by: 'marcus', items: ['FW01'], model: 'emergency' },
    ...{ reason: 'It is used in attacks since yesterday.', day: -8, minutes: 60, plans: PLANS, answers: CALM },
    ...{
      reaches: 'closed',
      outcome: 'successful',
      review: 'Closed within two hours of the warning; nothing came through.',
    },
  },
  {
    ...{ title: 'Windows updates of October', client: 0, by: 'hamish', items: ['FS01'], day: -34, minutes: 120 },
    ...{
      reason: 'Known holes are closed.',
      model: 'Windows updates of a server',
      reaches: 'closed',
      outcome: 'successful',
    },
  },
  {
    ...{ title: 'Certificate of the portal', client: 1, by: 'hamish', items: ['DC01'], day: -20, minutes: 30 },
    ...{ reason: 'It ends.', model: 'Renewal of a certificate', reaches: 'closed', outcome: 'successful_with_issues' },
  },
  {
    ...{ title: 'Windows updates of this month', client: 0, by: 'hamish', items: ['FS01'], day: 5, minutes: 120 },
    ...{ reason: 'Known holes are closed.', model: 'Windows updates of a server', reaches: 'scheduled' },
  },
  {
    ...{ title: 'More memory for the file server', client: 0, by: 'marcus', items: ['FS01'], ...normal, day: 5 },
    ...{ reason: 'It swaps every afternoon.', minutes: 60, reaches: 'assess' },
  },
  {
    ...{ title: 'Shared drives to faster disks, second try', client: 0, by: 'hamish', items: ['NAS01'], ...bold },
    ...{ reason: 'Over a weekend this time, half each.', day: 8, minutes: 480, reaches: 'authorise' },
  },
  {
    ...{ title: 'New core switch', client: 1, by: 'ngaire', items: ['SW01'], ...bold, day: 10, minutes: 180 },
    ...{ reason: 'The old one is the cause of the breaking calls.', reaches: 'authorise' },
  },
  {
    ...{ title: 'Second domain controller', client: 1, by: 'hamish', items: ['DC01'], day: 16, minutes: 120 },
    ...{ reason: 'Nobody can sign in while the one restarts.', reaches: 'draft' },
  },
];
