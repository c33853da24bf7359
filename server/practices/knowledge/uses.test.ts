import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { ArticlePage, ArticleView, PortalArticle, TicketArticles } from '#shared/knowledge.ts';
import type { TicketView, TimelineEntry } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { moveClock, type Visitor, visit } from '#tests/visitor.ts';
import { settleReads } from './settle.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const { acme, birch, ada, bea } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  const ada = await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' });
  return { acme, birch, ada, bea: await createContact(ctx, { clientId: birch, name: 'Bea Birch' }) };
});
const atAcme = await hire(desk, { role: 'technician', clientIds: [acme] });

const publish = async (title: string, body: string, fields: object = {}) => {
  const { id } = (await olive.call('POST', '/articles', { title, body, ...fields })).body as { id: string };
  const { version } = await read(id);
  expect((await olive.call('POST', `/articles/${id}/publish`, { version })).status).toBe(200);
  return id;
};
const read = async (id: string, who: Person = olive) => (await who.call('GET', `/articles/${id}`)).body as ArticleView;
const log = async (title: string, fields: object = {}) =>
  (await olive.call('POST', '/tickets', { kind: 'incident', clientId: acme, requesterId: ada, title, ...fields }))
    .body as TicketView;
const around = async (ticket: TicketView, who: Person = tom) =>
  (await who.call('GET', `/tickets/${ticket.key}/articles`)).body as TicketArticles;
const use = (ticket: TicketView, articleId: string, kind = 'linked', who: Person = tom) =>
  who.call('POST', `/tickets/${ticket.key}/articles`, { articleId, kind });
const enter = async (contactId: string): Promise<Visitor> => {
  const made = await tom.call('POST', `/contacts/${contactId}/sign-in-link`);
  const browser = visit(desk);
  const token = String((made.body as { url: string }).url).split('#token=')[1];
  expect((await browser.call('POST', '/portal/sessions', { token })).status).toBe(201);
  return browser;
};

test('articles are suggested by the words of a ticket and by what helped on tickets like it, each with its reason', async () => {
  const scanner = await publish('Scanner shows offline', '<p>Pull the plug of the scanner.</p>', { visibility: 'all' });
  const odd = await publish('Zebra labels', '<p>Clean the head.</p>');
  const draft = (await tom.call('POST', '/articles', { title: 'Scanner offline again', body: 'x' })).body as {
    id: string;
  };
  await publish('Payroll', '<p>Ask accounting, who print on Fridays.</p>');
  const before = await log('Scanner offline on floor two');
  expect((await use(before, odd)).status).toBe(204);
  const ticket = await log('Scanner offline on floor three');
  const { suggested } = await around(ticket);
  expect(suggested).toMatchObject([
    {
      id: scanner,
      readable: true,
      flagged: false,
      why: 'shares “scanner”, “offline”',
      opening: 'Pull the plug of the scanner.',
    },
    { id: odd, readable: false, why: `helped on ${before.key}, which is alike` },
  ]);
  expect(suggested.map(({ id }) => id)).not.toContain(draft.id);
  expect((await around(await log('Something quite different'))).suggested).toEqual([]);
});

test('a use is noted once, told on the ticket, counted, and can be taken off; answering counts for more than linking', async () => {
  const id = await publish('Reset a token', '<p>Press twice.</p>', { visibility: 'chosen', clientIds: [acme] });
  const ticket = await log('Token lost');
  await use(ticket, id);
  await use(ticket, id);
  await use(ticket, id, 'answered');
  await use(ticket, id, 'linked');
  expect((await around(ticket)).used).toMatchObject([{ id, kind: 'answered', by: 'Tom Tech', readable: true }]);
  const { items } = (await tom.call('GET', `/tickets/${ticket.key}/timeline`)).body as { items: TimelineEntry[] };
  expect(items.map(({ sentence }) => sentence).filter((sentence) => sentence.includes('article'))).toEqual([
    'linked the article “Reset a token”',
    'answered with the article “Reset a token”',
  ]);
  expect((await read(id)).measures.uses).toBe(1);
  expect((await tom.call('DELETE', `/tickets/${ticket.key}/articles/${id}`)).status).toBe(204);
  expect((await tom.call('DELETE', `/tickets/${ticket.key}/articles/${id}`)).status).toBe(404);
  expect([(await around(ticket)).used, (await read(id)).measures.uses]).toEqual([[], 0]);
  const other = await log('At Birch', { clientId: birch, requesterId: bea });
  expect((await use(other, id)).status).toBe(422);
});

test('a reply answers with what its client may read, noted in the same step and under the title in force; a note with nothing', async () => {
  const id = await publish('Feeder', '<p>Open the feeder.</p>', { visibility: 'all' });
  const inner = await publish('Feeder, for staff', '<p>The code of the door is 1234.</p>');
  const others = await publish('Feeder at Birch', '<p>x</p>', { visibility: 'chosen', clientIds: [birch] });
  await olive.call('PATCH', `/articles/${id}`, { version: (await read(id)).version, title: 'Feeder, next' });
  const ticket = await log('Feeder jams');
  const reply = (body: object) =>
    tom.call('POST', `/tickets/${ticket.key}/messages`, { visibility: 'public', body: 'Like so', ...body });
  expect((await use(ticket, inner, 'answered')).body).toMatchObject({ status: 422, errors: [{ path: 'articleId' }] });
  for (const refused of [
    { answeredWith: [inner] },
    { answeredWith: [id, others] },
    { answeredWith: [id], visibility: 'internal' },
  ])
    expect((await reply(refused)).body).toMatchObject({ status: 422, errors: [{ path: 'answeredWith' }] });
  expect([(await around(ticket)).used, (await read(id)).measures.uses]).toEqual([[], 0]);
  expect((await reply({ answeredWith: [id, id] })).status).toBe(201);
  expect((await around(ticket)).used).toMatchObject([{ id, kind: 'answered', by: 'Tom Tech' }]);
  const { items } = (await tom.call('GET', `/tickets/${ticket.key}/timeline`)).body as { items: TimelineEntry[] };
  expect(
    items.flatMap(({ message, sentence }) => message?.body ?? (sentence.includes('article') ? sentence : [])),
  ).toEqual(['Like so', 'answered with the article “Feeder”']);
});

test('an article is begun from a resolution, for the ticket’s client alone until its writer says otherwise', async () => {
  const ticket = await log('Cannot print <b>labels</b>', { clientId: birch, requesterId: bea });
  const make = () => tom.call('POST', `/tickets/${ticket.key}/article`);
  expect((await make()).status).toBe(422);
  await tom.call('POST', `/tickets/${ticket.key}/transitions`, {
    to: 'resolved',
    resolutionCode: 'fixed',
    resolutionNote: 'Cleaned the head\nand <script>tried</script> again',
  });
  const made = await make();
  expect(made.status).toBe(201);
  const { id } = made.body as { id: string };
  expect(await read(id, tom)).toMatchObject({
    state: 'draft',
    visibility: 'chosen',
    clients: [{ name: 'Birch' }],
    draft: { title: 'Cannot print <b>labels</b>', body: expect.stringContaining('&lt;script&gt;tried') },
  });
  expect((await around(ticket)).used).toMatchObject([{ id, kind: 'made', state: 'draft' }]);
  expect((await atAcme.call('GET', `/articles/${id}`)).status).toBe(404);
});

test('what is outdated is said, listed, and seen to; what was noticed at a client is told to those who see it', async () => {
  const id = await publish('Old way in', '<p>Dial in.</p>');
  const ticket = await log('Cannot dial in', { clientId: birch, requesterId: bea });
  const flagged = await tom.call('POST', `/articles/${id}/flags`, { note: 'The number changed', ticketId: ticket.key });
  expect(flagged.status).toBe(201);
  expect((await read(id)).flags).toMatchObject([{ note: 'The number changed', by: 'Tom Tech', ticketKey: ticket.key }]);
  expect((await read(id, atAcme)).flags).toEqual([]);
  const listed = async (who: Person) =>
    ((await who.call('GET', '/articles?flagged=true')).body as ArticlePage).items.map(({ title, flags }) => [
      title,
      flags,
    ]);
  expect([await listed(olive), await listed(atAcme)]).toEqual([[['Old way in', 1]], []]);
  const { id: flagId } = flagged.body as { id: string };
  const settle = () => tom.call('POST', `/articles/${id}/flags/${flagId}/settle`);
  expect([(await settle()).status, (await settle()).status]).toEqual([204, 404]);
  expect((await read(id)).flags).toEqual([]);
});

test('a client’s person finds, reads and judges what is theirs; what was read is seen on their ticket and counted', async () => {
  const id = await publish('Wifi at the office', '<p>Choose “Staff” and sign in.</p>', { visibility: 'all' });
  const hidden = await publish('Wifi keys of Birch', '<p>secret</p>', { visibility: 'chosen', clientIds: [birch] });
  const a = await enter(ada);
  const offered = (await a.call('GET', '/portal/knowledge/suggestions?q=my+wifii+does+not+work')).body as {
    items: { id: string }[];
  };
  expect(offered.items.map((item) => item.id)).toEqual([id]);
  const found = (await a.call('GET', '/portal/knowledge?q=wifi')).body as { items: { title: string }[] };
  expect(found.items.map(({ title }) => title)).toEqual(['Wifi at the office']);
  expect((await a.call('GET', `/portal/knowledge/${hidden}`)).status).toBe(404);
  for (const [method, url, body] of [
    ['POST', `/portal/knowledge/${hidden}/reads`, {}],
    ['PUT', `/portal/knowledge/${hidden}/vote`, { helpful: true }],
  ] as const)
    expect((await a.call(method, url, body)).status).toBe(404);
  const article = (await a.call('GET', `/portal/knowledge/${id}`)).body as PortalArticle;
  expect(article).toMatchObject({ title: 'Wifi at the office', vote: null });
  expect(JSON.stringify(article)).not.toMatch(/owner|draft|version|Olive/);
  await a.call('POST', `/portal/knowledge/${id}/reads`, {});
  await a.call('POST', `/portal/knowledge/${id}/reads`, { typed: true });
  await a.call('POST', `/portal/knowledge/${id}/reads`, {});
  await a.call('PUT', `/portal/knowledge/${id}/vote`, { helpful: true });
  await a.call('PUT', `/portal/knowledge/${id}/vote`, { helpful: false });
  expect((await a.call('GET', `/portal/knowledge/${id}`)).body).toMatchObject({ vote: false });
  const b = await enter(bea);
  await b.call('POST', `/portal/knowledge/${id}/reads`, { typed: true });
  await olive.call('POST', `/articles/${id}/visits`);
  const ticket = await log('Wifi still down');
  expect((await around(ticket)).readBefore).toMatchObject([{ id, title: 'Wifi at the office' }]);
  expect((await read(id)).measures).toEqual({
    ...{ views: 2, staffViews: 1, helpful: 0, unhelpful: 1, uses: 0, typed: 0, deflected: 0 },
  });
  // A day later it is known who logged a ticket all the same: Ada did, Bea did not.
  moveClock(desk, 1_441);
  await settleReads(desk.services);
  moveClock(desk, 0);
  expect((await read(id)).measures).toMatchObject({ typed: 2, deflected: 1 });
  // Who does not see Birch does not count its people.
  expect((await read(id, atAcme)).measures).toMatchObject({ views: 1, typed: 1, deflected: 0, unhelpful: 1 });
});

test('whoever is not signed in reads what is public, and nothing else', async () => {
  const id = await publish('Opening hours of the desk', '<p>Day and night.</p>', { visibility: 'public' });
  const theirs = await publish('Hours for clients', '<p>Day.</p>', { visibility: 'all' });
  const nobody = visit(desk);
  const found = (await nobody.call('GET', '/public/knowledge?q=hours')).body as { items: { id: string }[] };
  expect(found.items.map((item) => item.id)).toEqual([id]);
  expect((await nobody.call('GET', `/public/knowledge/${id}`)).body).toMatchObject({ body: '<p>Day and night.</p>' });
  expect((await nobody.call('GET', `/public/knowledge/${theirs}`)).status).toBe(404);
  expect((await read(id)).measures.views).toBe(1);
});

test('a ticket that moves takes its articles along, and leaves what was said about them', async () => {
  const id = await publish('Moves along', '<p>x</p>');
  const ticket = await log('Logged for the wrong client');
  await use(ticket, id);
  await tom.call('POST', `/articles/${id}/flags`, { note: 'Old', ticketId: ticket.key });
  const moved = await olive.call('POST', `/tickets/${ticket.key}/move`, { clientId: birch, reason: 'Theirs' });
  expect(moved.status).toBeLessThan(300);
  expect((await around(moved.body as TicketView)).used).toMatchObject([{ id }]);
  expect((await read(id)).flags).toMatchObject([{ note: 'Old', ticketKey: null }]);
});
