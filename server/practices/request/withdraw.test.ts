import { beforeEach, expect, test } from 'vitest';
import type { NotificationPage } from '#shared/notification.ts';
import { openOrders } from '#tests/order-desk.ts';
import { hire } from '#tests/people.ts';

const shop = await openOrders();
const { desk, people, ids } = shop;
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const lead = await hire(desk, { name: 'Lena Lead', role: 'technician' });
const { id: team } = (
  await shop.olga.call('POST', '/teams', {
    name: 'Hardware',
    members: [{ staffId: lead.id, lead: true }],
  })
).body as { id: string };

const withdraw = (who: keyof typeof people, key: string, body: object = {}, headers: Record<string, string> = {}) =>
  people[who].call('POST', `/portal/tickets/${key}/withdraw`, body, headers);
const notes = async (who: typeof tom, kind: string) =>
  ((await who.call('GET', '/me/notifications')).body as NotificationPage).items
    .filter((note) => note.kind === kind)
    .map(({ text }) => text);
const timeline = async (key: string) => JSON.stringify((await shop.olga.call('GET', `/tickets/${key}/timeline`)).body);
const move = (key: string, body: object) => shop.olga.call('POST', `/tickets/${key}/transitions`, body);

beforeEach(async () => {
  await desk.run((ctx) => ctx.tx.updateTable('approval_delegations').set({ ended_at: ctx.now }).execute());
  await shop.mails();
});

test('what waits for its approval is withdrawn: nobody decides or works on it any more, and everybody concerned is told', async () => {
  const untilAt = new Date(Date.now() + 86_400_000).toISOString();
  await people.mary.call('POST', '/portal/delegations', { toContactId: ids.stan, untilAt });
  await shop.speak('mary', 'de');
  const key = await shop.order();
  await shop.olga.call('POST', `/tickets/${key}/assign`, { assigneeId: tom.id });
  const asking = (await shop.mails()).find(({ to }) => to.startsWith('mary'))?.html ?? '';
  const token = /#token=([\w-]+)/.exec(asking)?.[1] ?? '';
  expect((await shop.seen('ada', key)).ticket.can.withdraw).toBe(true);
  const gone = await withdraw('ada', key, { reason: '  Found <one> in the cupboard ' });
  expect([gone.status, gone.body]).toEqual([201, { status: 'Withdrawn', statusCategory: 'cancelled' }]);

  expect(await shop.request(key)).toMatchObject({
    approvals: [{ state: 'dropped', endedWhy: 'withdrawn by Ada Adams', steps: [{ state: 'dropped' }] }],
    tasks: [{ state: 'dropped' }, { state: 'dropped' }],
  });
  // Who withdrew it, and why, for staff and for the company.
  expect(await timeline(key)).toContain('moved it from Pending Approval to Withdrawn: Found <one> in the cupboard');
  const { ticket, request } = await shop.seen('ada', key);
  expect([ticket.status, ticket.can.withdraw, ticket.can.reply]).toEqual(['Withdrawn', false, false]);
  expect(request).toMatchObject({
    nextStep: 'It has ended; nothing more happens.',
    withdrawn: { by: 'Ada Adams', reason: 'Found <one> in the cupboard', at: expect.any(String) },
    expectedOn: null,
  });
  expect(await notes(tom, 'withdrawn')).toEqual([`Ada Adams withdrew ${key}: Found <one> in the cupboard`]);

  // Those whose decision was awaited hear of it in their language, who stands in among them; nobody else does.
  const mails = await shop.mails();
  expect(mails.map(({ to }) => to).toSorted()).toEqual(['mary@acme.example', 'stan@acme.example']);
  const [toMary, toStan] = ['mary', 'stan'].map((who) => mails.find(({ to }) => to.startsWith(who))?.html ?? '');
  expect(toMary).toContain('Ihre Genehmigung von „Laptop“ wird nicht mehr gebraucht.');
  expect(toMary).toContain('Grund: zurückgezogen von Ada Adams');
  expect(toMary).toContain('https://desk.example/portal/approvals');
  expect(toStan).toContain('Reason: withdrawn by Ada Adams');
  expect(await shop.votesOf('mary', key)).toEqual([]);
  for (const [url, body] of [
    ['look', { token }],
    ['vote', { token, vote: 'approve' }],
  ] as const)
    expect((await people.mary.call('POST', `/approval-links/${url}`, body)).status).toBe(url === 'look' ? 404 : 409);
  await shop.speak('mary', null);
});

test('twice is once, and a vote at the same moment counts before it or not at all', async () => {
  const key = await shop.order();
  const both = await Promise.all([withdraw('ada', key), withdraw('ada', key)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect((await withdraw('ada', key, {}, { 'accept-language': 'fr' })).body).toMatchObject({
    code: 'transition_refused',
    detail: 'C’est déjà terminé.',
  });
  const other = await shop.order();
  const [asked] = await shop.votesOf('mary', other);
  const [vote, gone] = await Promise.all([
    people.mary.call('POST', `/portal/approvals/votes/${asked?.id}`, { vote: 'approve' }),
    withdraw('ada', other),
  ]);
  expect([vote.status, gone.status].toSorted()).toSatisfy(([first]: number[]) => first === 200 || first === 201);
  const { status } = await shop.ticket(other);
  expect([vote.status === 200, gone.status === 201, status]).toEqual(
    status === 'withdrawn' ? [false, true, status] : [true, false, 'fulfilling'],
  );
});

test('it is withdrawn as long as no work on it has begun, and then asked for by a message', async () => {
  const bare = await shop.offer('Key');
  const submitted = await shop.order(bare);
  expect([(await shop.ticket(submitted)).status, (await withdraw('ada', submitted)).status]).toEqual([
    'submitted',
    201,
  ]);

  const toApprove = await shop.offer('Safe', { approval: shop.approval });
  const approved = await shop.order(toApprove);
  await shop.vote('mary', approved, { vote: 'approve' });
  expect([(await shop.ticket(approved)).status, (await withdraw('ada', approved)).status]).toEqual(['approved', 201]);
  // It was approved, and stays so.
  expect((await shop.request(approved)).approvals).toMatchObject([{ state: 'approved' }]);

  const begun = await shop.order();
  await shop.vote('mary', begun, { vote: 'approve' });
  expect((await shop.seen('ada', begun)).ticket.can).toMatchObject({ withdraw: false, reply: true });
  expect(await withdraw('ada', begun, {}, { 'accept-language': 'de' })).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('Es kann nicht mehr zurückgezogen werden') },
  });
  // Asked about anew, it waits, but some of the work is done.
  const [first] = (await shop.request(begun)).tasks;
  await shop.olga.call('POST', `/tickets/${begun}/request/tasks/${first?.id}`, { state: 'done' });
  await move(begun, { to: 'pending_approval' });
  expect([(await shop.ticket(begun)).status, (await withdraw('ada', begun)).status]).toEqual(['pending_approval', 409]);
});

test('whoever looks after the company withdraws it too, a colleague who follows does not, and whoever asked is told', async () => {
  const key = await shop.order();
  await people.ada.call('POST', `/portal/tickets/${key}/people`, { contactIds: [ids.stan] });
  await shop.mails();
  expect((await shop.seen('stan', key)).ticket.can.withdraw).toBe(false);
  expect((await withdraw('stan', key)).status).toBe(404);
  expect((await withdraw('mary', key)).status).toBe(404);
  await shop.speak('ada', 'nl');
  expect((await withdraw('dora', key, { reason: 'No money left' })).status).toBe(201);
  const mails = await shop.mails();
  const toAda = mails.find(({ to }) => to.startsWith('ada'))?.html ?? '';
  expect(toAda).toContain('Dora Director heeft de aanvraag ‘Laptop’ ingetrokken.');
  expect(toAda).toContain('No money left');
  expect(mails.map(({ to }) => to).toSorted()).toEqual(['ada@acme.example', 'mary@acme.example', 'stan@acme.example']);
  expect((await shop.seen('ada', key)).request.withdrawn).toMatchObject({ by: 'Dora Director' });
  await shop.speak('ada', null);
});

test('while nobody has it, whoever leads its team is told; what is no request is not withdrawn', async () => {
  const key = await shop.order();
  await shop.olga.call('POST', `/tickets/${key}/assign`, { teamId: team });
  await withdraw('ada', key);
  expect(await notes(lead, 'withdrawn')).toEqual([`Ada Adams withdrew ${key}: Laptop`]);
  const raised = (await people.ada.call('POST', '/portal/tickets', { title: 'Printer' })).body as { key: string };
  expect((await withdraw('ada', raised.key)).status).toBe(409);
  expect((await shop.ticket(raised.key)).status).toBe('new');
});

test('what staff end needs no decision either, and those who were asked hear of it', async () => {
  const key = await shop.order();
  await shop.mails();
  await move(key, { to: 'cancelled', reason: 'Wrong client' });
  const mails = await shop.mails();
  expect(mails.map(({ to }) => to)).toContain('mary@acme.example');
  // Why staff ended it is not said to others.
  expect(mails.map(({ html }) => html).join()).not.toContain('Wrong client');
  expect((await shop.seen('ada', key)).request.withdrawn).toBeNull();
});
