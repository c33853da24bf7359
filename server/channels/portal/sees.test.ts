import { expect, test } from 'vitest';
import { forgetCallers } from '#platform/identity/index.ts';
import { createClient, createContact, createSite } from '#server/business/client/index.ts';
import type { PortalTicket, PortalTicketRow, TicketPeople } from '#shared/portal.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { type Visitor, visit } from '#tests/visitor.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const { acme, north, south, ...people } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  const north = await createSite(ctx, acme, { name: 'North' });
  const south = await createSite(ctx, acme, { name: 'South' });
  const far = await createSite(ctx, birch, { name: 'Far' });
  const add = (name: string, siteId: string | null, sees: 'own' | 'site' | 'all' | null, clientId = acme) =>
    createContact(ctx, { clientId, name, siteId, sees, email: `${name.toLowerCase()}@people.example` });
  return {
    acme,
    north,
    south,
    nell: await add('Nell', north, 'own'),
    nora: await add('Nora', north, 'site'),
    nina: await add('Nina', north, null),
    sue: await add('Sue', south, 'site'),
    stan: await add('Stan', south, null),
    nobody: await add('Nobody', null, 'site'),
    boss: await add('Boss', null, 'all'),
    fay: await add('Fay', far, 'site', birch),
    fred: await add('Fred', far, null, birch),
  };
});
type Who = keyof typeof people;
const NAMES = Object.keys(people) as Who[];

const enter = async (who: Who): Promise<Visitor> => {
  const browser = visit(desk);
  const made = (await olive.call('POST', `/contacts/${people[who]}/sign-in-link`)).body as { url: string };
  await browser.call('POST', '/portal/sessions', { token: made.url.split('#token=')[1] ?? '' });
  return browser;
};
const browsers = new Map<Who, Visitor>();
for (const who of NAMES) browsers.set(who, await enter(who));
const as = (who: Who) => browsers.get(who) as Visitor;

const BIRCH = new Set<Who>(['fay', 'fred']);
/** What there is, beside the database: whose each ticket is, and of which site. */
const tickets: { key: string; asker: Who | null; site: string | null }[] = [];
const sees: Record<Who, 'own' | 'site' | 'all'> = {
  ...{ nell: 'own', nora: 'site', nina: 'own', sue: 'site', stan: 'own', nobody: 'site', boss: 'all' },
  ...{ fay: 'site', fred: 'own' },
};
const siteOf = new Map<Who, string | null>([
  ...(['nell', 'nora', 'nina'] as const).map((who) => [who, north] as const),
  ...(['sue', 'stan'] as const).map((who) => [who, south] as const),
]);

const log = async (asker: Who | null, site: string | null) => {
  const { key, version } = (
    await olive.call('POST', '/tickets', {
      ...{ kind: 'incident', clientId: acme, title: `Of ${asker}` },
      ...{ requesterId: asker && people[asker], siteId: site ?? undefined },
    })
  ).body as { key: string; version: number };
  if (site === null) await olive.call('PATCH', `/tickets/${key}`, { version, siteId: null });
  tickets.push({ key, asker, site });
  return key;
};
const listOf = async (who: Who, query = '') =>
  ((await as(who).call('GET', `/portal/tickets?limit=200${query}`)).body as { items: PortalTicketRow[] }).items;
const shouldSee = (who: Who) =>
  tickets
    .filter(
      ({ asker, site }) =>
        !BIRCH.has(who) &&
        (asker === who || sees[who] === 'all' || (sees[who] === 'site' && site !== null && site === siteOf.get(who))),
    )
    .map(({ key }) => key)
    .sort();

/** Every person against every ticket in the lists, and in `each` one by one. */
async function holds(each: readonly { key: string }[] = []) {
  for (const who of NAMES) {
    const seen = shouldSee(who);
    const listed = (await listOf(who)).map(({ key }) => key).sort();
    expect([who, listed]).toEqual([who, seen]);
    const atNorth = (await listOf(who, `&siteId=${north}`)).map(({ key }) => key).sort();
    expect([who, atNorth]).toEqual([
      who,
      seen.filter((key) => tickets.find((ticket) => ticket.key === key)?.site === north),
    ]);
    for (const { key } of each) {
      const may = seen.includes(key);
      for (const part of ['', '/people'])
        expect([who, key, part, (await as(who).call('GET', `/portal/tickets/${key}${part}`)).status]).toEqual([
          ...[who, key, part],
          may ? 200 : 404,
        ]);
    }
  }
}

/** As time does: who called is remembered for a moment. */
const forget = () => forgetCallers(desk.services);

test('whoever sees their site sees its tickets and their own, wherever these are; nobody else’s', async () => {
  for (const asker of ['nell', 'nora', 'stan', 'nobody', null] as const)
    for (const site of [north, south, null]) await log(asker, site);
  await holds(tickets);
});

test('a ticket that changes its site is seen where it is, and by whoever asked for it', async () => {
  const key = await log('stan', north);
  expect((await as('nora').call('GET', `/portal/tickets/${key}`)).body).toMatchObject({
    requester: { name: 'Stan' },
  });
  const { version } = (await olive.call('GET', `/tickets/${key}`)).body as { version: number };
  expect((await olive.call('PATCH', `/tickets/${key}`, { version, siteId: south })).status).toBe(200);
  Object.assign(tickets.find((ticket) => ticket.key === key) ?? {}, { site: south });
  await holds(tickets.slice(-1));
});

test('somebody who changes their site, or what they see, sees otherwise at once, also as their client has it', async () => {
  const change = async (who: Who, input: object) => {
    const { contact } = (await olive.call('GET', `/contacts/${people[who]}`)).body as { contact: { version: number } };
    const body = { version: contact.version, ...input };
    expect((await olive.call('PATCH', `/contacts/${people[who]}`, body)).status).toBeLessThan(300);
  };
  await change('sue', { siteId: north });
  siteOf.set('sue', north);
  await change('nora', { sees: 'own' });
  sees.nora = 'own';
  const setting = { level: 'client', id: acme };
  expect((await olive.call('PUT', '/settings/portal.sees', { ...setting, value: { sees: 'site' } })).status).toBe(200);
  sees.nina = 'site';
  sees.stan = 'site';
  forget();
  await holds();
  expect((await olive.call('DELETE', `/settings/portal.sees?level=client&id=${acme}&version=1`)).status).toBeLessThan(
    300,
  );
  sees.nina = 'own';
  sees.stan = 'own';
  forget();
  await holds();
});

test('whoever sees a ticket by its site answers it, and neither says that it is solved nor lets others in', async () => {
  const key = await log('nell', north);
  await olive.call('POST', `/tickets/${key}/transitions`, {
    ...{ to: 'resolved', resolutionCode: 'fixed', resolutionNote: 'Done' },
  });
  const sue = as('sue');
  const { can } = (await sue.call('GET', `/portal/tickets/${key}`)).body as PortalTicket;
  expect(can).toEqual({ reply: true, confirm: false, decline: false, addPeople: false, withdraw: false });
  expect((await sue.call('POST', `/portal/tickets/${key}/confirm`, {})).status).toBe(404);
  const others = { contactIds: [people.stan] };
  expect((await sue.call('POST', `/portal/tickets/${key}/people`, others)).status).toBe(404);
  expect((await sue.call('POST', `/portal/tickets/${key}/messages`, { body: 'It is back' })).status).toBe(201);
  const named = (await sue.call('GET', `/portal/tickets/${key}/people`)).body as TicketPeople;
  expect(named.requester?.name).toBe('Nell');
  expect((await as('stan').call('POST', `/portal/tickets/${key}/messages`, { body: 'Mine too' })).status).toBe(404);
  expect((await sue.call('GET', '/portal/company?from=2026-01-01&to=2026-01-02')).status).toBe(403);
});
