import type { Desk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import type { Agents } from './agents.ts';
import { type Billing, setUpBilling } from './billing.ts';
import type { planted } from './canary.ts';
import { normalModel, pastRule, RULE } from './change.ts';
import { plantConnector } from './connector.ts';
import type { Estate } from './estate.ts';
import type { Spent } from './expense.ts';
import { plantMailbox } from './incoming.ts';
import { itemTerms, planTask } from './order.ts';
import { type Planned, plantTemplate } from './project.ts';
import type { Quoted } from './quote.ts';
import { shippedStream } from './value-stream.ts';

/** Calls the API as somebody who may, and gives the answer's body; a refusal is a fault of the test. */
export async function must<T = { id: string }>(
  who: Pick<Person, 'call'>,
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  url: string,
  body?: object,
): Promise<T> {
  const answer = await who.call(method, url, body);
  if (answer.status >= 400) throw new Error(`${method} ${url} answered ${answer.status}: ${answer.text}`);
  return answer.body as T;
}

/** What belongs to the provider and is the same for everybody. */
export type Provider = {
  owner: Person;
  tom: Person;
  group: string;
  team: string;
  service: string;
  category: string;
  template: string;
  checklist: string;
  schedule: string;
  cabBoard: string;
  cabMeeting: string;
  override: string;
  escalationPath: string;
  field: string;
  /** What everybody is offered: a bundle, and what it brings. */
  catalogueItem: string;
  cataloguePart: string;
  slaCalendar: string;
  advisory: string;
  mailbox: string;
  connector: { id: string; call: string; script: string };
  changeModel: string;
  changeRule: string;
  valueStream: string;
  taxRate: string;
  staffCost: string;
  product: string;
  contractTemplate: string;
  templateLine: string;
  billingRun: string;
  projectTemplate: string;
  vendorList: string;
  vendorProduct: string;
  /** What everybody may run, so that a policy may. */
  sharedMacro: string;
};

export async function setUpProvider(desk: Desk): Promise<Provider> {
  const owner = await hire(desk, { name: 'Olive Owner' });
  const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
  const id = async (url: string, body: object) => (await must(owner, 'POST', url, body)).id;
  const schedule = await id('/on-call/schedules', { name: 'Nights', timeZone: 'UTC', layers: [nights(tom.id)] });
  const item = async (name: string, more: object = {}) => {
    const made = await id('/catalogue-items', { terms: itemTerms(name, { plan: [planTask('Do it')], ...more }) });
    await must(owner, 'POST', `/catalogue-items/${made}/publish`, { version: 1 });
    return made;
  };
  const cataloguePart = await item('Mouse');
  const cabBoard = await id('/cab-boards', {
    ...{ name: 'Board', quorum: 1, recurrence: null, timeZone: 'UTC', minutes: 15, itemMinutes: 5, place: '' },
    teamId: await id('/teams', { name: 'Change board', members: [{ staffId: tom.id, lead: true }] }),
  });
  const cabMeeting = await id(`/cab-boards/${cabBoard}/meetings`, { startsAt: '2027-01-05T10:00:00.000Z' });
  const onNow = await id(`/cab-boards/${cabBoard}/meetings`, { startsAt: '2027-01-12T10:00:00.000Z' });
  await must(owner, 'POST', `/cab-meetings/${onNow}/begin`);
  await must(owner, 'PUT', `/cab-meetings/${onNow}/presence`, { staffId: tom.id, present: true });
  await must(owner, 'POST', '/me/calendar-feed');
  await pastRule(owner);
  return {
    owner,
    tom,
    cataloguePart,
    catalogueItem: await item('Desk set', { parts: [{ itemId: cataloguePart, when: null }] }),
    schedule,
    cabBoard,
    cabMeeting,
    override: await id(`/on-call/schedules/${schedule}/overrides`, { staffId: tom.id, ...NEW_YEAR }),
    escalationPath: await id('/escalation-paths', {
      name: 'Network',
      levels: [{ afterMinutes: 0, targets: [{ kind: 'staff', staffId: tom.id }] }],
    }),
    group: await id('/client-groups', { name: 'Gold' }),
    team: await id('/teams', { name: 'First line', members: [{ staffId: tom.id, lead: true }] }),
    service: await id('/services', { name: 'Printing' }),
    category: await id('/categories', { name: 'Hardware' }),
    template: await id('/ticket-templates', {
      name: 'Backup check',
      fields: { kind: 'task', title: 'Check the backups' },
      items: [{ text: 'Look at last night', required: true }],
    }),
    checklist: await id('/checklists', { name: 'Standard', items: [{ text: 'Power', required: true }] }),
    advisory: await id('/problem-advisories', { title: 'Update it', words: ['nobody', 'has', 'this'] }),
    slaCalendar: await id('/service-levels/calendars', {
      name: 'Night watch',
      terms: {
        ...{ alwaysOpen: true, hours: [], closedDays: [], publicHolidays: false },
        ...{ timeZone: null, holidays: null },
      },
    }),
    mailbox: await plantMailbox(desk),
    connector: await plantConnector(desk),
    changeModel: await normalModel(owner),
    changeRule: await id('/change-rules', { name: 'Board', terms: RULE }),
    valueStream: await shippedStream(owner),
    ...(await setUpBilling(owner)),
    projectTemplate: await plantTemplate(owner),
    sharedMacro: await id('/macros', { name: 'Hush', shared: true, steps: [{ tags: { add: ['hushed'] } }] }),
    field: await id('/custom-fields', { key: 'asset', type: 'text', label: 'Asset', kinds: ['incident'] }),
  };
}

const NEW_YEAR = { startsAt: '2027-01-01T00:00:00.000Z', endsAt: '2027-01-02T00:00:00.000Z' };
const nights = (staffId: string) => ({
  name: 'Nights',
  members: [staffId],
  startDate: '2026-01-05',
  handOverTime: '09:00',
  unit: 'week',
  every: 1,
  handOverWeekday: 1,
  hours: [],
});

/** A client with one of everything, each text of it made by `say`. */
export type Firm = {
  client: string;
  code: string;
  site: string;
  /** Who asks: sees their own tickets. */
  asker: string;
  /** A colleague: sees other tickets of the client. */
  colleague: string;
  /** Looks after the company: sees all of them. */
  boss: string;
  /** Sees a site of which none of these tickets is. */
  neighbour: string;
  /** The colleague's tickets, by id and key. */
  ticket: { id: string; key: string };
  child: { id: string; key: string };
  merged: { id: string; key: string };
  message: string;
  note: string;
  /** Attached to a public reply, to a note, and to nothing yet. */
  file: string;
  noteFile: string;
  looseFile: string;
  item: string;
  event: string;
  recurring: string;
  mail: string;
  /** A mail that came in and was kept back. */
  incoming: string;
  /** An identity provider of the client. */
  clientProvider: string;
  page: string;
  policy: string;
  /** For the client's people: in force, with a draft of the next, and a picture in each. */
  article: string;
  articleFile: string;
  draftFile: string;
  /** A picture for its look of the portal. */
  portalImage: string;
  /** What was noticed about it on the ticket. */
  flag: string;
  announcement: string;
  estate: Estate;
  change: string;
  major: string;
  outage: string;
  alert: string;
  alertRule: string;
  changePeriod: string;
  improvement: string;
  timeEntry: string;
  spent: Spent;
  billing: Billing;
  planned: Planned;
  quoted: Quoted;
  knownError: string;
  /** A problem that is proposed. */
  proposal: string;
  calendarFeed: string;
  agents: Agents;
  /** What the colleague ordered, from an item that only this client is offered. */
  ordered: { item: string; offer: string; ticket: string; vote: string; task: string; delegation: string };
  /** The asker's own ticket. */
  own: { id: string; key: string; message: string; file: string };
};

export type Say = typeof planted;
