import { beforeEach, expect, test } from 'vitest';
import { forgetCallers } from '#platform/identity/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import { mailOutModule } from '#server/channels/mail-out/index.ts';
import { createItem, placeOrder, publishItem } from '#server/practices/request/index.ts';
import type { OpenVote } from '#shared/approval.ts';
import type { RequestView } from '#shared/request.ts';
import { openDesk } from '#tests/desk.ts';
import { openSink } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { type Visitor, visit } from '#tests/visitor.ts';

/** Within a step a person counts once, whoever's place they stand in: four eyes stay four. */
const desk = await openDesk({ roles: ['web'], baseUrl: 'https://desk.example' });
const sink = await openSink();
const olga = await hire(desk, { name: 'Olga Owner' });
const SETTINGS = {
  ...{ active: true, host: '127.0.0.1', port: sink.port, security: 'none', username: '' },
  ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example', version: 0 },
};
expect((await olga.call('PUT', '/mail/sending', SETTINGS)).status).toBe(200);
const ids = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const add = (name: string) =>
    createContact(ctx, { clientId: acme, name, email: `${name.split(' ')[0]?.toLowerCase()}@acme.example` });
  return {
    ...{ acme, ada: await add('Ada Adams'), mona: await add('Mona Manager'), dora: await add('Dora Director') },
    ...{ carl: await add('Carl Chair'), stan: await add('Stan Stand-in') },
  };
});
const enter = async (contactId: string): Promise<Visitor> => {
  const browser = visit(desk);
  const { url } = (await olga.call('POST', `/contacts/${contactId}/sign-in-link`)).body as { url: string };
  await browser.call('POST', '/portal/sessions', { token: url.split('#token=')[1] ?? '' });
  return browser;
};
const people = {
  mona: await enter(ids.mona),
  dora: await enter(ids.dora),
  carl: await enter(ids.carl),
  stan: await enter(ids.stan),
};
type Who = keyof typeof people;

const item = (name: string, quorum: 'all' | number) =>
  desk.run(async (ctx) => {
    const terms = {
      ...{ name, summary: '', description: '', icon: 'box', heading: '', form: { fields: [] } },
      ...{ deliveryDays: null, plan: [], parts: [], routes: [], categoryId: null, serviceId: null, price: null },
      approval: {
        ...{ order: 'serial', currency: 'AUD', expireAfterHours: 72, remindEveryHours: null },
        steps: [
          {
            ...{ name: 'Board', quorum, veto: false, above: null },
            approvers: [{ kind: 'role', role: 'board' }],
          },
        ],
      },
    };
    const id = await createItem(ctx, { terms: terms as never });
    await publishItem(ctx, id, { version: 1 });
    return id;
  });
await desk.run((ctx) =>
  ctx.tx
    .updateTable('contacts')
    .set({ roles: ['board'] })
    .where('id', 'in', [ids.mona, ids.dora, ids.carl])
    .execute(),
);
const safe = await item('Safe', 2);
const vault = await item('Vault', 'all');
const order = async (itemId: string) =>
  (
    await desk.run((ctx) =>
      placeOrder(ctx, { clientId: ids.acme, requesterId: ids.ada }, { itemId, answers: {}, reason: 'Keys' }),
    )
  ).key;
const step = async (key: string) =>
  ((await olga.call('GET', `/tickets/${key}/request`)).body as { request: RequestView }).request.approvals[0]?.steps[0];
const placeOf = async (key: string, name: string) =>
  (await step(key))?.voters.find((voter) => voter.name.startsWith(name))?.id ?? '';
const offered = async (who: Who, key: string) =>
  ((await people[who].call('GET', '/portal/approvals')).body as { items: OpenVote[] }).items
    .filter(({ subject }) => subject.ticketKey === key)
    .map(({ inPlaceOf }) => inPlaceOf);
const vote = async (who: Who, key: string, place: string) =>
  people[who].call('POST', `/portal/approvals/votes/${await placeOf(key, place)}`, { vote: 'approve' });
const delegate = async (from: Who, to: Who) => {
  const untilAt = new Date(Date.now() + 86_400_000).toISOString();
  expect((await people[from].call('POST', '/portal/delegations', { toContactId: ids[to], untilAt })).status).toBe(201);
};
const sent = async () => {
  sink.mails.length = 0;
  await mailOutModule.loops[0]?.run(desk.services, new AbortController().signal);
  return [...sink.mails];
};
const linkIn = (raw: string) =>
  /decide#token=([\w-]+)/.exec(raw.replace(/=\r\n/g, '').replaceAll('=3D', '='))?.[1] ?? '';
const ONCE = { status: 409, body: { detail: expect.stringContaining('each person counts once in a step') } };

beforeEach(async () => {
  await desk.run((ctx) => ctx.tx.updateTable('approval_delegations').set({ ended_at: ctx.now }).execute());
  await sent();
});

test('one of two who are needed does not decide in place of the other as well, neither before nor after', async () => {
  await delegate('dora', 'mona');
  const key = await order(safe);
  // Nobody is asked twice, on the screen or by mail.
  expect(await offered('mona', key)).toEqual([null]);
  expect((await sent()).map(({ to }) => to[0]).toSorted()).toEqual([
    'carl@acme.example',
    'dora@acme.example',
    'mona@acme.example',
  ]);
  expect(await vote('mona', key, 'Dora')).toMatchObject(ONCE);
  expect((await vote('mona', key, 'Mona')).body).toEqual({ state: 'pending', step: 'open' });
  expect(await vote('mona', key, 'Dora')).toMatchObject(ONCE);
  expect(await offered('mona', key)).toEqual([]);
  expect(await step(key)).toMatchObject({
    ...{ state: 'open', approvals: 1, needed: 2, stuck: false },
    voters: [
      { vote: null },
      { name: 'Dora Director', standIns: [{ name: 'Mona Manager', counts: false }] },
      { by: null },
    ],
  });
  expect((await vote('dora', key, 'Dora')).body).toEqual({ state: 'approved', step: 'approved' });
});

test('both votes of one person at once are one', async () => {
  await delegate('dora', 'stan');
  await delegate('mona', 'stan');
  const key = await order(safe);
  expect((await offered('stan', key)).toSorted()).toEqual(['Dora Director', 'Mona Manager']);
  const answers = await Promise.all([vote('stan', key, 'Dora'), vote('stan', key, 'Mona')]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(await step(key)).toMatchObject({ state: 'open', approvals: 1, stuck: false });
  expect(await offered('stan', key)).toEqual([]);
  // Nor does a place that is given to them let them decide again.
  const carl = await placeOf(key, 'Carl');
  const given = await olga.call('POST', `/tickets/${key}/request/votes/${carl}/reassign`, {
    ...{ contactId: ids.stan, reason: 'On leave' },
  });
  expect(given).toMatchObject({ status: 422, body: { errors: [{ path: 'contactId' }] } });
  // Whoever's place is still free decides themselves.
  const left =
    (await step(key))?.voters.find(({ vote, name }) => vote === null && !name.startsWith('Carl'))?.name ?? '';
  expect((await vote(left.startsWith('Dora') ? 'dora' : 'mona', key, left)).body).toMatchObject({ state: 'approved' });
});

test('a second link in mail says that a person counts once, and decides nothing', async () => {
  await delegate('dora', 'stan');
  await delegate('mona', 'stan');
  const key = await order(safe);
  const links = (await sent()).filter(({ to }) => to[0] === 'stan@acme.example').map(({ raw }) => linkIn(raw));
  expect(links).toHaveLength(2);
  const stranger = visit(desk);
  const [first, second] = links;
  expect((await stranger.call('POST', '/approval-links/vote', { token: first, vote: 'approve' })).status).toBe(200);
  expect(await stranger.call('POST', '/approval-links/look', { token: second })).toMatchObject(ONCE);
  expect(await stranger.call('POST', '/approval-links/vote', { token: second, vote: 'approve' })).toMatchObject(ONCE);
  expect(await step(key)).toMatchObject({ state: 'open', approvals: 1 });
});

test('whoever asked, and whoever decides next, reads who decided, in whose place and when, without their words', async () => {
  await delegate('dora', 'stan');
  const key = await order(safe);
  expect(
    await people.stan.call('POST', `/portal/approvals/votes/${await placeOf(key, 'Dora')}`, {
      ...{ vote: 'approve', comment: 'zqsecret' },
    }),
  ).toMatchObject({ status: 200 });
  const ada = await enter(ids.ada);
  const seen = await ada.call('GET', `/portal/tickets/${key}/request`);
  expect((seen.body as { request: RequestView }).request.approvals[0]?.steps[0]).toMatchObject({
    stuck: false,
    voters: [
      { name: 'Carl Chair', vote: null, canVote: false },
      { name: 'Dora Director', vote: 'approve', by: 'Stan Stand-in', at: expect.stringMatching(/Z$/) },
      { name: 'Mona Manager', vote: null },
    ],
  });
  const mine = await people.carl.call('GET', '/portal/approvals');
  const [waiting] = (mine.body as { items: OpenVote[] }).items.filter(({ subject }) => subject.ticketKey === key);
  expect(waiting?.decided).toEqual([
    { step: 'Board', name: 'Dora Director', vote: 'approve', by: 'Stan Stand-in', at: expect.stringMatching(/Z$/) },
  ]);
  expect(JSON.stringify([seen.body, mine.body])).not.toContain('zqsecret');
  // What staff voted is between them.
  await desk.run(({ tx }) =>
    tx
      .updateTable('approval_voters')
      .set({ contact_id: null, staff_id: olga.id })
      .where('vote', '=', 'approve')
      .where('name', '=', 'Dora Director')
      .execute(),
  );
  const later = (await people.carl.call('GET', '/portal/approvals')).body as { items: OpenVote[] };
  expect(later.items.find(({ subject }) => subject.ticketKey === key)?.decided).toEqual([]);
});

test('whoever begins to stand in is told by mail of what waits already, and nobody else again', async () => {
  const key = await order(safe);
  await sent();
  await delegate('dora', 'stan');
  const mails = await sent();
  expect(mails.map(({ to }) => to)).toEqual([['stan@acme.example']]);
  expect(mails[0]?.raw).toContain(key);
  const look = await visit(desk).call('POST', '/approval-links/look', { token: linkIn(mails[0]?.raw ?? '') });
  expect(look).toMatchObject({ status: 200, body: { vote: { inPlaceOf: 'Dora Director' } } });
  // Asked in the step themselves, they would count once all the same.
  await delegate('dora', 'mona');
  expect(await sent()).toEqual([]);
});

test('a step that too few are left to approve says so', async () => {
  const key = await order(vault);
  await delegate('dora', 'mona');
  expect(await step(key)).toMatchObject({ state: 'open', stuck: false });
  await desk.run((ctx) => ctx.tx.updateTable('contacts').set({ active: false }).where('id', '=', ids.dora).execute());
  expect(await step(key)).toMatchObject({ state: 'open', stuck: true });
});

test('whoever has gone gives nobody a say any more: not by a link, not by a session, and not should they come back', async () => {
  await desk.run((ctx) => ctx.tx.updateTable('contacts').set({ active: true }).where('id', '=', ids.dora).execute());
  await delegate('dora', 'stan');
  const key = await order(safe);
  const token = linkIn((await sent()).find(({ to }) => to[0] === 'stan@acme.example')?.raw ?? '');
  expect(await offered('stan', key)).toHaveLength(1);
  const change = async (active: boolean) => {
    const { contact } = (await olga.call('GET', `/contacts/${ids.dora}`)).body as { contact: { version: number } };
    const { version } = contact;
    expect((await olga.call('PATCH', `/contacts/${ids.dora}`, { version, active })).status).toBe(200);
  };
  await change(false);
  expect([await offered('stan', key), (await vote('stan', key, 'Dora')).status]).toEqual([[], 404]);
  expect((await visit(desk).call('POST', '/approval-links/vote', { token, vote: 'approve' })).status).toBe(404);
  await change(true);
  expect([await offered('stan', key), (await vote('stan', key, 'Dora')).status]).toEqual([[], 404]);
  // What she had opened before does not open again either.
  forgetCallers(desk.services);
  expect((await people.dora.call('GET', '/portal/approvals')).status).toBe(401);
});
