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
  { client: 0, name: 'FS01' },
  { client: 0, name: 'FW01' },
  { client: 0, name: 'NAS01' },
  { client: 1, name: 'DC01' },
  { client: 1, name: 'SW01' },
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
  {
    name: 'Restart of a server',
    description: 'In the evening, with a look at its services afterwards.',
    template: {
      ...{ title: 'Restart of a server', description: '', reason: 'It asks for one.', answers: {}, outage: true },
      ...{ plans: PLANS, minutes: 30 },
    },
  },
] as const;

/** What is done alike again and again and is decided about each time: it could be a standard change. */
export const REPEATED = {
  name: 'Firmware of a network device',
  description: 'To what the vendor recommends; the old one stays on the device.',
} as const;

export type ChangeSpec = {
  title: string;
  client: 0 | 1;
  by: 'hamish' | 'ngaire' | 'marcus';
  items: readonly ItemName[];
  reason: string;
  /** Days from the sample's end to its begin at nine in the evening; negative ones are over. */
  day: number;
  minutes: number;
  /** By a template or a model of Harbour IT’s own, else as a normal change, or an emergency. */
  model?: 'emergency' | typeof REPEATED.name | (typeof TEMPLATES)[number]['name'];
  answers?: Readonly<Record<string, string>>;
  plans?: Partial<Record<Plan, string>>;
  outage?: boolean;
  /** How far it has come. */
  reaches: 'draft' | 'assess' | 'authorise' | 'scheduled' | 'review' | 'closed';
  outcome?: Outcome;
  review?: string;
  /** The board met about it and wrote this down; else its people agree one by one. */
  minutesOfBoard?: string;
  /** It waits for people of the client alone: the board has agreed. */
  boardAgreed?: true;
  /** Incidents that came of it, by hours after its end. */
  caused?: readonly { hours: number; title: string; description: string; item: ItemName }[];
};

const normal = { answers: CALM, plans: PLANS } as const;
const bold = { answers: BOLD, plans: PLANS, outage: true } as const;

/** Days on which the firmware of network devices was brought up to date, ten times without a fault. */
const FIRMWARE_DAYS = [-74, -70, -66, -62, -58, -54, -50, -44, -38, -31];
const FIRMWARE = FIRMWARE_DAYS.map(
  (day, index): ChangeSpec => ({
    ...{ client: index % 2 === 0 ? 0 : 1, items: [index % 2 === 0 ? 'FW01' : 'SW01'], by: 'ngaire', day, minutes: 45 },
    ...{ title: `Firmware of the ${index % 2 === 0 ? 'firewall' : 'core switch'}`, plans: PLANS, outage: false },
    ...{ reason: 'The vendor recommends it.', model: REPEATED.name, reaches: 'closed', outcome: 'successful' },
    review: 'As planned, and nobody noticed.',
  }),
);

/** What Harbour IT has changed lately, is about to change, and talks about. The days differ, so that only what is meant to collides does. */
export const CHANGES: readonly ChangeSpec[] = [
  ...FIRMWARE,
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
    caused: [
      {
        ...{ hours: 9, item: 'FS01', title: 'Drawings on the shared drive open as empty files' },
        description: '<p>Since this morning every second drawing opens empty. Those of last week are all right.</p>',
      },
      {
        ...{ hours: 33, item: 'FS01', title: 'No rights on the folder of the tenders any more' },
        description: '<p>It says access denied, also for those who wrote in it on Friday.</p>',
      },
    ],
  },
  {
    ...{ title: 'Voice traffic first on the switches', client: 1, by: 'ngaire', items: ['SW01'], ...bold },
    ...{ reason: 'Calls break up when backups run.', day: -13, minutes: 60, reaches: 'review', outcome: 'backed_out' },
    minutesOfBoard: 'Agreed. One switch first and a test call, then the others; back at once if calls break up more.',
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
    ...{ title: 'Restart of the domain controller', client: 1, by: 'hamish', items: ['DC01'], day: -16, minutes: 30 },
    ...{ reason: 'It asks for one.', model: 'Restart of a server', reaches: 'closed', outcome: 'failed' },
    review:
      'It came up without its network card, and somebody had to go there. The driver is older than the update expects.',
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
    ...{ title: 'Newer Windows on the file server', client: 0, by: 'hamish', items: ['FS01'], ...bold, day: 12 },
    ...{ reason: 'The old one gets no updates from January on.', minutes: 120, reaches: 'authorise' },
    boardAgreed: true,
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
