import { expect, test } from 'vitest';
import { createClient, createContact, createGroup, updateClient } from '#server/business/client/index.ts';
import type { RequestMade } from '#shared/request.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { type Visitor, visit } from '#tests/visitor.ts';

/**
 * Who sees which item, price and approval, as a table written by hand, held against every way of reading: what is not somebody's to see
 * is told nowhere, not even as a number.
 */
const desk = await openDesk({ roles: ['web'] });
const olive = await hire(desk, { name: 'Olive Owner' });
const world = await desk.run(async (ctx) => {
  const gold = await createGroup(ctx, { name: 'Gold' });
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  await updateClient(ctx, acme, { version: 1, groupId: gold });
  const add = (clientId: string, name: string, more: object = {}) => createContact(ctx, { clientId, name, ...more });
  const mary = await add(acme, 'Mary Manager', { roles: ['manager'] });
  const bob = await add(birch, 'Bob Boss', { sees: 'all' });
  return {
    ...{ gold, acme, birch, mary, bob },
    ada: await add(acme, 'Ada Adams', { managerId: mary }),
    bea: await add(birch, 'Bea Birch', { managerId: bob }),
  };
});
const { acme, birch, gold } = world;

const made = async (name: string, more: object, audience: object = {}): Promise<string> => {
  const terms = {
    ...{ name, summary: '', description: '', icon: 'box', heading: '', form: { fields: [] }, deliveryDays: null },
    ...{ approval: null, plan: [], parts: [], routes: [], categoryId: null, serviceId: null, price: null },
    ...more,
  };
  const { id } = (await olive.call('POST', '/catalogue-items', { terms, ...audience })).body as { id: string };
  await olive.call('POST', `/catalogue-items/${id}/publish`, { version: 1 });
  return id;
};
const manager = {
  ...{ order: 'serial', currency: 'AUD', expireAfterHours: 72, remindEveryHours: null },
  steps: [{ name: 'Manager', approvers: [{ kind: 'manager' }], quorum: 'any', veto: true, above: null }],
};
const priced = (minor: number) => ({ price: { minor, currency: 'AUD' } });
const items = {
  everybody: await made('Chair', { ...priced(70_001), approval: manager }),
  gold: await made('Gold phone', priced(70_002), { audience: 'groups', groupIds: [gold] }),
  birch: await made('Birch badge', priced(70_003), { audience: 'clients', clientIds: [birch] }),
  managers: await made('Budget code', priced(70_004), { roles: ['manager'] }),
  draft: (
    (
      await olive.call('POST', '/catalogue-items', {
        terms: {
          ...{ name: 'Not yet', summary: '', description: '', icon: 'box', heading: '', form: { fields: [] } },
          ...{ deliveryDays: null, approval: null, plan: [], parts: [], routes: [], categoryId: null, serviceId: null },
          ...priced(70_005),
        },
      })
    ).body as { id: string }
  ).id,
};
/** What the chair costs at each. */
const offer = (body: object) => olive.call('PUT', `/catalogue-items/${items.everybody}/offers`, body);
await offer({ clientId: birch, terms: priced(71_111) });
await offer({ groupId: gold, terms: priced(72_222) });

const enter = async (contactId: string): Promise<Visitor> => {
  const browser = visit(desk);
  const { url } = (await olive.call('POST', `/contacts/${contactId}/sign-in-link`)).body as { url: string };
  await browser.call('POST', '/portal/sessions', { token: url.split('#token=')[1] ?? '' });
  return browser;
};
const people = {
  ada: await enter(world.ada),
  mary: await enter(world.mary),
  bea: await enter(world.bea),
  bob: await enter(world.bob),
};
const order = async (who: Visitor) =>
  (await who.call('POST', '/portal/requests', { itemId: items.everybody, answers: {}, reason: 'zqsecret' }))
    .body as RequestMade;
const orders = { ada: await order(people.ada), bea: await order(people.bea) };

type Item = keyof typeof items;
type Who = keyof typeof people;

/** Written by hand: the items that each is offered, what the chair costs them, and whose order they read and decide about. */
const ORACLE: Readonly<
  Record<Who, { items: Item[]; chair: number; reads: ('ada' | 'bea')[]; decides: ('ada' | 'bea')[] }>
> = {
  ada: { items: ['everybody', 'gold'], chair: 72_222, reads: ['ada'], decides: [] },
  mary: { items: ['everybody', 'gold', 'managers'], chair: 72_222, reads: [], decides: ['ada'] },
  bea: { items: ['everybody', 'birch'], chair: 71_111, reads: ['bea'], decides: [] },
  bob: { items: ['everybody', 'birch'], chair: 71_111, reads: ['bea'], decides: ['bea'] },
};
const PRICES = [70_001, 70_002, 70_003, 70_004, 70_005, 71_111, 72_222];

test.each(Object.entries(ORACLE))('%s reads what the table says, by every way', async (name, told) => {
  const who = people[name as Who];
  const list = await who.call('GET', '/portal/catalogue');
  const seen = (list.body as { items: { id: string; price: { minor: number } }[] }).items;
  expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(told.items.map((item) => items[item])));
  expect(seen.find(({ id }) => id === items.everybody)?.price.minor).toBe(told.chair);
  for (const item of Object.keys(items) as Item[]) {
    const may = told.items.includes(item);
    const one = await who.call('GET', `/portal/catalogue/${items[item]}`);
    const quoted = await who.call('POST', '/portal/requests/quote', { itemId: items[item], answers: {} });
    expect([item, one.status, quoted.status]).toEqual([item, may ? 200 : 404, may ? 200 : 404]);
    if (!may)
      expect((await who.call('POST', '/portal/requests', { itemId: items[item], answers: {} })).status).toBe(404);
  }
  for (const whose of ['ada', 'bea'] as const) {
    const { key } = orders[whose];
    const may = told.reads.includes(whose);
    expect([whose, (await who.call('GET', `/portal/tickets/${key}/request`)).status]).toEqual([whose, may ? 200 : 404]);
  }
  const votes = (
    (await who.call('GET', '/portal/approvals')).body as { items: { id: string; subject: { ticketKey: string } }[] }
  ).items;
  expect(votes.map(({ subject }) => subject.ticketKey)).toEqual(told.decides.map((whose) => orders[whose].key));
  // Nothing that was answered says another's price, item or person in passing.
  const own = new Set(
    told.items.map((item) => [70_001, 70_002, 70_003, 70_004, 70_005][Object.keys(items).indexOf(item)]),
  );
  const foreign = PRICES.filter((price) => price !== told.chair && (!own.has(price) || price === 70_001));
  const everything = JSON.stringify([list.body, votes, (await who.call('GET', '/portal/colleagues')).body]);
  for (const price of foreign) expect(everything).not.toContain(String(price));
  expect(everything).not.toMatch(name === 'ada' || name === 'mary' ? /Bea|Bob|Birch/ : /Ada|Mary|Gold/);
});

test('the database itself keeps it, whatever a query forgets', async () => {
  for (const [contactId, clientId, sees] of [
    [world.ada, acme, ORACLE.ada],
    [world.bea, birch, ORACLE.bea],
  ] as const) {
    const identity = {
      scope: { principal: 'contact', principalId: contactId, allClients: false, clientIds: [clientId], contactId },
      actor: { kind: 'contact', id: contactId, name: 'x' },
      permissions: new Set<never>(),
    } as const;
    const rows = await desk.run(
      async ({ tx }) => ({
        items: await tx.selectFrom('catalogue_items').select('id').execute(),
        versions: await tx.selectFrom('catalogue_item_versions').select('item_id').execute(),
        offers: await tx.selectFrom('catalogue_offers').select('terms').execute(),
        requests: await tx.selectFrom('requests').select('client_id').execute(),
        approvals: await tx.selectFrom('approvals').select('client_id').execute(),
        voters: await tx.selectFrom('approval_voters').select('client_id').execute(),
        links: await tx.selectFrom('approval_links').select('client_id').execute(),
      }),
      { identity },
    );
    // Roles of people are kept by the query; clients by the policies.
    const clients = new Set([...sees.items, 'managers', 'draft'].map((item) => items[item as Item]));
    expect(new Set(rows.items.map(({ id }) => id))).toEqual(clients);
    expect(rows.versions.every(({ item_id }) => clients.has(item_id))).toBe(true);
    expect(rows.offers.map(({ terms }) => (terms as { price: { minor: number } }).price.minor)).toEqual([sees.chair]);
    expect(new Set([...rows.requests, ...rows.approvals].map((row) => row.client_id))).toEqual(new Set([clientId]));
    expect([rows.voters.length, rows.links.length]).toEqual([0, 0]);
  }
});

test('staff who see one client only read its items, prices and approvals alone, counts included', async () => {
  const limited = await hire(desk, { role: 'manager', clientIds: [acme] });
  const all = (await limited.call('GET', '/catalogue-items')).text;
  expect(all).toContain('Gold phone');
  expect(all).not.toMatch(/Birch|70003/);
  expect((await limited.call('GET', `/catalogue-items/${items.everybody}/offers`)).text).not.toContain('71111');
  for (const url of [
    `/catalogue-items/${items.birch}`,
    `/catalogue-items/${items.birch}/offers`,
    `/tickets/${orders.bea.key}/request`,
  ])
    expect([url, (await limited.call('GET', url)).status]).toEqual([url, 404]);
  const put = await limited.call('PUT', `/catalogue-items/${items.everybody}/offers`, { clientId: birch, terms: {} });
  expect(put.status).toBe(404);
  expect(
    (await limited.call('PUT', `/catalogue-items/${items.everybody}/offers`, { groupId: gold, terms: {} })).status,
  ).toBe(403);
});
