import { Readable } from 'node:stream';
import type { Page } from 'playwright-core';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import {
  createClient,
  createContact,
  createGroup,
  createSite,
  setClientServices,
} from '#server/business/client/index.ts';
import { storeMail, takeMail } from '#server/channels/mail-in/index.ts';
import { createCategory, createService } from '#server/desk/classification/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import { createTicket, postMessage } from '#server/desk/ticket/index.ts';
import {
  createArticle,
  publishArticle,
  returnArticle,
  submitArticle,
  updateArticle,
  viewArticle,
} from '#server/practices/knowledge/index.ts';
import { takeAlerts } from '#server/practices/monitoring/index.ts';
import { sweepHistory } from '#server/practices/service-level/index.ts';
import { TICKET_KINDS } from '#shared/vocabulary.ts';
import { hire as hireKey } from '#tests/people.ts';
import { router } from '#web/workspace/router.tsx';
import { BLANK } from '#web/workspace/settings/service-levels/policy-values.ts';
import { axeFindings, sidewaysFindings } from './accessible.ts';
import { billed } from './billed.ts';
import { keepEstate } from './estate-stage.ts';
import { planned } from './planned.ts';
import type { Entered, Workspace } from './workspace.ts';

const LONG = 'An unusually long name, such as those that people give to things which they care about a great deal';

/** Simulations are their makers' alone, so that whoever walks begins one of their own. */
const OWN_SIMULATION = '/settings/simulations/own';

/** A desk on which every page has something to show. Answers the address of every page of the workspace; clients' people see others. */
export async function furnish({ desk, hire }: Workspace): Promise<string[]> {
  const { id: staff } = await hire({ name: 'Nia Novak', role: 'technician', skills: ['printing'] });
  const made = await desk.run(async (ctx) => {
    const groupId = await createGroup(ctx, { name: 'Gold' });
    const client = await createClient(ctx, { name: LONG, code: 'ACME', timeZone: 'Australia/Perth', groupId });
    await createSite(ctx, client, { name: LONG });
    const contact = await createContact(ctx, {
      clientId: client,
      name: 'עדה אדמס',
      email: 'ada@acme.example',
      vip: true,
    });
    await createTeam(ctx, { name: LONG, members: [{ staffId: staff, lead: true }] });
    await createCategory(ctx, { name: 'Printing', skills: ['printing'] });
    const ticket = await createTicket(ctx, {
      kind: 'incident',
      clientId: client,
      requesterId: contact,
      assigneeId: staff,
      title: `${LONG} 🖨️`,
      description: `<p>${'w'.repeat(300)}</p>`,
      tags: ['printer', 'level-2'],
    });
    await postMessage(ctx, ticket.id, { visibility: 'internal', body: '<p>Looks like the roller.</p>' });
    for (const title of ['Mail is down', 'Mail is down again'])
      await createTicket(ctx, { kind: 'incident', clientId: client, title });
    const item = await keepEstate(ctx, client, LONG);
    const service = await createService(ctx, { name: LONG, description: LONG, availabilityTarget: 99.9 });
    await setClientServices(ctx, client, [service], '2026-01-01');
    return { client, contact, item, service, key: ticket.key, article: await knownArticle(ctx, client) };
  });
  const owner = await hireKey(desk);
  const longAgo = new Date(Date.now() - 20 * 86_400_000).toISOString();
  for (const more of [{}, { endedAt: new Date(Date.now() - 19 * 86_400_000).toISOString() }])
    await owner.call('POST', `/services/${made.service}/outages`, {
      ...{ clientId: made.client, title: LONG, cause: LONG, beganAt: longAgo, tickets: [made.key], ...more },
    });
  const late = await desk.run(
    (ctx) => createTicket(ctx, { kind: 'incident', clientId: made.client, title: LONG, assigneeId: staff }),
    { now: longAgo },
  );
  await desk.run((ctx) => sweepHistory(ctx, { client_id: made.client, id: late.id }, ctx.now));
  await owner.call('PUT', `/tickets/${late.id}/sla/resolution/justification`, { text: LONG });
  const layer = {
    name: LONG,
    members: [staff],
    startDate: '2026-01-05',
    handOverTime: '09:00',
    unit: 'week',
    every: 1,
  };
  const layers = [{ ...layer, handOverWeekday: 1, hours: [{ weekday: 1, from: '08:00', to: '18:00' }] }];
  const schedule = await owner.call('POST', '/on-call/schedules', { name: LONG, timeZone: 'Australia/Perth', layers });
  const { id: scheduleId } = schedule.body as { id: string };
  const targets = [{ kind: 'on_call', scheduleId }, { kind: 'assignee' }];
  await owner.call('POST', '/escalation-paths', { name: LONG, levels: [{ afterMinutes: 0, targets }] });
  const policy = await owner.call('POST', '/service-levels/policies', {
    name: LONG,
    clientId: made.client,
    terms: {
      ...BLANK,
      condition: 'ticket.vip',
      targets: { resolution: { byPriority: [30, 'none', null, 90, null], calendar: null } },
    },
  });
  const { id: policyId } = policy.body as { id: string };
  await owner.call('POST', `/service-levels/policies/${policyId}/publish`, { note: LONG, version: 1 });
  const announcement = await owner.call('POST', '/announcements', {
    kind: 'outage',
    title: LONG,
    text: LONG,
    audience: 'chosen',
    clientIds: [made.client],
    ticketId: made.key,
  });
  const { id: announcementId } = announcement.body as { id: string };
  await owner.call('POST', `/announcements/${announcementId}/publish`, { version: 1 });
  await owner.call('POST', `/announcements/${announcementId}/updates`, { text: LONG });
  await owner.call('POST', `/clients/${made.client}/baselines`, { name: LONG });
  const alert = await raised(desk, owner, made.client);
  const connected = await owner.call('POST', '/connectors', { provider: 'alertmanager', name: LONG });
  const { id: connectorId } = connected.body as { id: string };
  const mail = await keptBack(desk, owner);
  const item = await catalogueItem(owner, made.client);
  const ordered = {
    clientId: made.client,
    requesterId: made.contact,
    itemId: item,
    answers: { what: LONG },
    reason: LONG,
  };
  const { key: orderedKey } = (await owner.call('POST', '/requests', ordered)).body as { key: string };
  const major = await ledIncident(owner, made.client);
  const change = await plannedChange(owner, made);
  const meeting = await boardMeeting(owner);
  const { id: improvement } = (await owner.call('POST', '/improvements', { title: LONG, idea: LONG })).body as {
    id: string;
  };
  const streams = (await owner.call('GET', '/value-streams')).body as { items: { id: string }[] };
  const stream = streams.items[0]?.id;
  const bill = await billed(owner, made.client, LONG);
  const project = await planned(owner, made.client, LONG);
  const settings = ((await owner.call('GET', '/settings')).body as { items: { key: string }[] }).items;
  const fillings: Readonly<Record<string, readonly string[]>> = {
    '/board': ['/board', '/board?by=team', '/board?by=person'],
    '/tickets/$key': [made.key, late.key, orderedKey, major, change].map((key) => `/tickets/${key}`),
    '/tickets/$key/evidence': [`/tickets/${change}/evidence`],
    '/changes': ['/changes', '/changes?view=month', '/changes?view=list'],
    '/changes/cab/$id': [`/changes/cab/${meeting}`],
    '/improvements': ['/improvements', '/improvements?as=board', '/improvements?new=idea'],
    '/improvements/$id': [`/improvements/${improvement}`],
    '/value-streams/$id': [`/value-streams/${stream}?from=2020-01-01&to=2020-12-31`],
    '/major-incidents/$key': [`/major-incidents/${major}`],
    '/projects': ['/projects', '/projects?new=project'],
    '/projects/$id': ['', '?show=board', '?show=timeline', '?show=milestones', '?show=burn'].map(
      (at) => `/projects/${project}${at}`,
    ),
    '/billing/invoices/$id': [`/billing/invoices/${bill.invoice}`],
    '/billing/runs/$id': [`/billing/runs/${bill.run}`],
    '/billing/quotes/$id': [`/billing/quotes/${bill.quote}`, `/billing/quotes/${bill.sentQuote}`],
    '/billing/contracts/$id': [`/billing/contracts/${bill.contract}`],
    '/billing/templates/$id': [`/billing/templates/${bill.template}`],
    '/billing/counts': ['/billing/counts', '/billing/counts?state=all'],
    '/billing/vendors': ['/billing/vendors', `/billing/vendors?list=${bill.vendorList}`],
    '/settings/catalogue/$id': [`/settings/catalogue/${item}`],
    '/guide/$topic': ['/guide/start'],
    '/mail': ['/mail', '/mail?show=all', `/mail?mail=${mail}`],
    // What somebody sees who follows an old link is a page as well.
    '/$': ['/nowhere'],
    '/clients/$id': [`/clients/${made.client}`],
    '/clients/$id/service-levels': [
      `/clients/${made.client}/service-levels`,
      `/clients/${made.client}/service-levels?from=${longAgo.slice(0, 10)}&to=${new Date().toISOString().slice(0, 10)}`,
    ],
    '/contacts/$id': [`/contacts/${made.contact}`],
    '/estate/$id': [`/estate/${made.item}`],
    '/estate/$id/impact': [`/estate/${made.item}/impact`],
    '/estate/duplicates': ['/estate/duplicates', '/estate/duplicates?state=dismissed'],
    '/estate/labels': ['/estate/labels', `/estate/labels?ids=${made.item}`],
    '/services/$id': [`/services/${made.service}`],
    '/clients/$id/services/$serviceId': [`/clients/${made.client}/services/${made.service}`],
    '/alerts': ['/alerts?show=all', '/alerts?show=over'],
    '/alerts/$id': [`/alerts/${alert}`],
    '/announcements/$id': [`/announcements/${announcementId}`],
    '/announcements/$id/edit': [`/announcements/${announcementId}/edit`],
    '/knowledge/$id': [`/knowledge/${made.article}`, `/knowledge/${made.article}?text=draft`],
    '/knowledge/$id/edit': [`/knowledge/${made.article}/edit`],
    '/knowledge/$id/versions': [`/knowledge/${made.article}/versions`],
    '/settings/connectors/$id': [`/settings/connectors/${connectorId}`],
    '/settings/on-call/$id': [`/settings/on-call/${scheduleId}`],
    '/settings/policies/$id': [`/settings/policies/${policyId}`],
    '/settings/simulations/$id': [OWN_SIMULATION],
    '/settings/promised': ['/settings/promised', `/settings/promised?client=${made.client}`],
    '/people/$id': [`/people/${staff}`],
    '/settings/values/$key': settings.map(({ key }) => `/settings/values/${key}`),
    '/settings/lifecycles/$kind': TICKET_KINDS.map((kind) => `/settings/lifecycles/${kind}`),
  };
  const paths = Object.values(router.routesById as Record<string, { fullPath: string; children?: unknown }>)
    .filter(({ children }) => children === undefined)
    .map(({ fullPath }) => fullPath.replace(/(.)\/$/, '$1'));
  return [...new Set(paths)]
    .filter((path) => path !== '/')
    .flatMap((path) => {
      const filled = fillings[path] ?? (path.includes('$') ? null : [path]);
      if (!filled) throw new Error(`Say in tests/browser/every-page.ts how to open ${path}`);
      return filled;
    });
}

/** A change with plans, a window and something that it touches. Returns its key. */
async function plannedChange(
  owner: Awaited<ReturnType<typeof hireKey>>,
  { client, item }: { client: string; item: string },
): Promise<string> {
  const begin = Date.now() + 3_600_000;
  const made = await owner.call('POST', '/changes', {
    ...{ clientId: client, title: LONG, reason: LONG, itemIds: [item] },
    plans: { implementation: `<p>${'w'.repeat(300)}</p>`, test: '<p>Look</p>', backout: '<p>Go back</p>' },
    ...{ plannedStart: new Date(begin).toISOString(), plannedEnd: new Date(begin + 3_600_000).toISOString() },
  });
  return (made.body as { key: string }).key;
}

/** A meeting of a board that is planned. Returns its id. */
async function boardMeeting(owner: Awaited<ReturnType<typeof hireKey>>): Promise<string> {
  const team = await owner.call('POST', '/teams', { name: `${LONG} 2`, members: [{ staffId: owner.id, lead: false }] });
  const board = await owner.call('POST', '/cab-boards', {
    ...{ name: LONG, teamId: (team.body as { id: string }).id, quorum: 1, recurrence: null, timeZone: 'UTC' },
    ...{ minutes: 15, itemMinutes: 3, place: LONG },
  });
  const startsAt = new Date(Date.now() + 86_400_000).toISOString();
  const at = `/cab-boards/${(board.body as { id: string }).id}/meetings`;
  return ((await owner.call('POST', at, { startsAt })).body as { id: string }).id;
}

/** A major incident that clients were told of, with a ticket below it and others that may be of it. Returns its key. */
async function ledIncident(owner: Awaited<ReturnType<typeof hireKey>>, clientId: string): Promise<string> {
  await owner.call('PUT', '/practices/major', { on: true });
  await owner.call('PUT', '/practices/problem', { on: true });
  const log = async () =>
    ((await owner.call('POST', '/tickets', { kind: 'incident', clientId, title: LONG })).body as { key: string }).key;
  const tickets = [await log(), await log()];
  await log();
  const made = await owner.call('POST', '/major-incidents', { tickets, reason: LONG, criteria: [LONG] });
  const { key } = made.body as { key: string };
  const at = `/major-incidents/${key}`;
  const roles = [{ role: 'manager', staffId: owner.id }];
  await owner.call('PATCH', at, { version: 1, roles, bridge: `https://meet.example/${'w'.repeat(200)}` });
  await owner.call('POST', `${at}/moves`, { to: 'declared', version: 2 });
  await owner.call('POST', `${at}/updates`, { version: 3, text: 'w'.repeat(300) });
  return key;
}

/** An item with something of everything, which a client has at a price of its own. */
async function catalogueItem(owner: Awaited<ReturnType<typeof hireKey>>, clientId: string): Promise<string> {
  const field = (key: string, more: object = {}) => ({
    ...{ key, type: 'text', label: LONG, help: LONG, required: true, options: [], min: null, max: null, initial: null },
    ...{ shownWhen: null, requiredWhen: null, ...more },
  });
  const when = { match: 'all', tests: [{ field: 'what', is: 'filled' }] };
  const step = { name: LONG, approvers: [{ kind: 'manager' }], quorum: 2, veto: true, above: 100 };
  const task = { key: 'one', title: LONG, teamId: null, staffId: null, after: [], olaMinutes: 60, when };
  const terms = {
    ...{ name: LONG, summary: LONG, description: 'w'.repeat(300), icon: 'laptop', heading: 'Hardware', parts: [] },
    ...{
      price: { minor: 123_456_789, currency: 'AUD' },
      deliveryDays: 5,
      routes: [],
      categoryId: null,
      serviceId: null,
    },
    form: {
      fields: [field('what'), field('which', { type: 'choice', options: [LONG], required: false, shownWhen: when })],
    },
    approval: { order: 'serial', currency: 'AUD', expireAfterHours: 72, remindEveryHours: 24, steps: [step] },
    plan: [task, { ...task, key: 'two', after: ['one'] }],
  };
  const { id } = (await owner.call('POST', '/catalogue-items', { terms })).body as { id: string };
  await owner.call('POST', `/catalogue-items/${id}/publish`, { version: 1, note: LONG });
  await owner.call('PUT', `/catalogue-items/${id}/offers`, { clientId, terms: { deliveryDays: 2 } });
  return id;
}

/** An alert that lasts, and a rule that is changed but not published. */
async function raised(desk: Workspace['desk'], owner: Awaited<ReturnType<typeof hireKey>>, clientId: string) {
  const source = { id: newId(), name: LONG, clientOf: () => ({ clientId, siteId: null }) };
  const now = new Date().toISOString();
  await takeAlerts(desk.services, source, [
    {
      ...{ externalId: LONG, occurrence: '1', state: 'raised', severity: 4, kind: 'warning', condition: LONG },
      ...{ title: `${LONG} 🔥`, text: 'w'.repeat(300), device: { hostname: 'w'.repeat(60) }, site: LONG },
      ...{ startedAt: now, endedAt: null, url: 'https://watch.example/1', acknowledgedBy: LONG },
    },
  ]);
  const terms = { condition: 'alert.severity == 5', outcome: { does: 'inbox' } };
  const { id } = (await owner.call('POST', '/alert-rules', { name: LONG, clientId, terms })).body as { id: string };
  await owner.call('POST', `/alert-rules/${id}/publish`, { version: 1 });
  await owner.call('PATCH', `/alert-rules/${id}`, { version: 2, terms });
  return ((await owner.call('GET', '/alerts')).body as { items: { id: string }[] }).items[0]?.id ?? '';
}

/** A mail whose sender nobody knows, in a mailbox of its own. */
async function keptBack(desk: Workspace['desk'], owner: Awaited<ReturnType<typeof hireKey>>): Promise<string> {
  const box = { name: LONG, address: 'desk@harbour.example', kind: 'smtp', active: true, servesId: null, teamId: null };
  const ways = { ticketKind: 'incident', trustedServers: [], acknowledges: true, plusAddresses: true, version: 0 };
  const { id: mailboxId } = (await owner.call('POST', '/mail/mailboxes', { ...box, ...ways })).body as { id: string };
  const raw = `From: "${LONG}" <x@y.example>\r\nSubject: ${LONG}\r\n\r\n${'w'.repeat(300)}\r\n`;
  await storeMail(desk.services, { mailboxId, via: 'upload', remoteKey: '1', content: Readable.from(raw) });
  await takeMail(desk.services);
  return ((await owner.call('GET', '/mail/incoming')).body as { items: { id: string }[] }).items[0]?.id ?? '';
}

/** In force for a client, with another draft behind which a remark stands. */
async function knownArticle(ctx: Ctx, client: string): Promise<string> {
  const body = `<h2>${LONG}</h2><p>Do this.</p><ol><li>${'w'.repeat(300)}</li></ol><pre><code>ipconfig /all</code></pre>`;
  // Due to be looked through by now.
  const id = await createArticle(
    { ...ctx, now: '2025-12-01T00:00:00.000Z' },
    {
      title: LONG,
      body,
      visibility: 'chosen',
      clientIds: [client],
      reviewOn: '2026-01-01',
    },
  );
  const step = async () => ({ version: (await viewArticle(ctx, id)).version });
  await publishArticle(ctx, id, { ...(await step()), note: LONG });
  await updateArticle(ctx, id, { ...(await step()), body: body.replace('Do this', 'Do that') });
  await submitArticle(ctx, id, await step());
  await returnArticle(ctx, id, { ...(await step()), remark: LONG });
  return id;
}

/** Opens each page and answers what is wrong with it. */
export async function walk({ page, faults }: Entered, origin: string, paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  let before = '';
  for (const path of apart(paths)) {
    const to = path === OWN_SIMULATION ? await ownSimulation(page) : path;
    if (before === '' || placeOf(to) === placeOf(before)) await page.goto(origin + to);
    else await follow(page, to);
    before = to;
    await page.locator('h1').first().waitFor();
    // Nothing is still on its way.
    await page.waitForFunction(
      () => document.querySelector('.f-skeleton, .f-skeleton-rows, .f-simulation-progress, [aria-busy=true]') === null,
    );
    const wrong = [...(await axeFindings(page)), ...(await sidewaysFindings(page)), ...faults.splice(0)];
    found.push(...wrong.map((what) => `${path} at ${page.viewportSize()?.width}: ${what}`));
  }
  return found;
}

/** What tells pages apart whose headings are not the same element. */
const placeOf = (path: string) => path.split(/[/?]/).slice(1, 3).join('/');

/** The same pages, those of one place spread over all the others. */
const apart = (paths: readonly string[]): string[] =>
  [...Map.groupBy(paths, placeOf).values()]
    .flatMap((alike) =>
      alike.map((path, index) => ({
        path,
        at: alike.length === 1 ? paths.indexOf(path) / paths.length : (index + 0.5) / alike.length,
      })),
    )
    .toSorted((one, other) => one.at - other.at)
    .map(({ path }) => path);

/** How long another heading may take before the page is read from its address after all: two may have the same one, and the same words. */
const HEADING_MS = 4_000;

/** Goes to another page as a link within the app does: reading the app anew takes longer than all that is looked at. */
async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    for (const heading of document.querySelectorAll('h1')) heading.dataset['seen'] = heading.textContent;
    history.pushState(null, '', to);
  }, path);
  const isThere = () =>
    [...document.querySelectorAll('h1')].some(({ dataset, textContent }) => dataset['seen'] !== textContent);
  await page
    .waitForFunction(isThere, undefined, { timeout: HEADING_MS })
    .catch(() => page.goto(new URL(path, page.url()).href));
}

async function ownSimulation(page: Page): Promise<string> {
  const targets = { resolution: { byPriority: [1, 1, 1, 1, 1], calendar: 'always' } };
  const draft = { policies: [{ name: LONG, terms: { ...BLANK, targets } }] };
  const id = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' };
    const made = await fetch('/api/v1/service-levels/simulations', { method: 'POST', headers, body });
    return ((await made.json()) as { id: string }).id;
  }, JSON.stringify({ draft }));
  return `/settings/simulations/${id}`;
}
