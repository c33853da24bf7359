import { beforeEach, expect, test } from 'vitest';
import { openOrders, planned, question } from '#tests/order-desk.ts';

const shop = await openOrders();
const FORM = {
  fields: [
    question('colour', 'Colour', { type: 'choice', options: ['Red', 'Blue'], required: true }),
    question('docked', 'With a <dock>', { type: 'yes_no' }),
    question('note', 'Note'),
  ],
};
const screen = await shop.offer('Screen', { form: FORM, approval: shop.approval, plan: [planned('buy')] });
const stand = await shop.offer('Stand', { form: FORM });

const change = async (key: string, answers: object) =>
  shop.olga.call('PUT', `/tickets/${key}/request/answers`, {
    ...{ version: (await shop.request(key)).version, position: 0, answers },
  });
const move = (key: string, to: string, reason?: string) =>
  shop.olga.call('POST', `/tickets/${key}/transitions`, { to, ...(reason ? { reason } : {}) });

beforeEach(async () => {
  await shop.speak('ada', null);
  await shop.mails();
});

test('whoever asked, and who follows, reads what staff changed, what it was and what it is, by mail and on the page', async () => {
  const key = await shop.order(screen, { colour: 'Red', docked: true });
  await shop.people.ada.call('POST', `/portal/tickets/${key}/people`, { contactIds: [shop.ids.stan] });
  await shop.mails();
  await shop.speak('ada', 'de');
  const changed = await change(key, { colour: 'Blue', docked: false, note: '<b>soon</b>' });
  expect(changed.status).toBe(200);
  const mails = await shop.mails();
  // The manager is asked anew.
  expect(mails.map(({ to }) => to).toSorted()).toEqual(['ada@acme.example', 'mary@acme.example', 'stan@acme.example']);
  const [toAda, toStan] = ['ada', 'stan'].map((who) => mails.find(({ to }) => to.startsWith(who))?.html ?? '');
  expect(toAda).toContain('Olga Owner hat die Anfrage „Screen“ geändert:');
  for (const line of ['Colour: Red → Blue', 'With a &lt;dock&gt;: Ja → Nein', 'Note: nichts → &lt;b&gt;soon&lt;/b&gt;'])
    expect(toAda).toContain(line);
  expect(toAda).toContain('Es muss neu genehmigt werden');
  expect(toStan).toContain('With a &lt;dock&gt;: Yes → No');
  const { conversation } = (await shop.seen('ada', key)).ticket;
  expect(conversation).toMatchObject([{ author: { kind: 'desk', name: 'Olga Owner' }, mine: false }]);
  expect(conversation[0]?.body).toBe(
    '<p><strong>Was geändert wurde</strong></p><ul><li><strong>Colour</strong>: Red → Blue</li><li><strong>With a &lt;dock&gt;</strong>: Ja → Nein</li><li><strong>Note</strong>: nichts → &lt;b&gt;soon&lt;/b&gt;</li></ul>',
  );
  // The same answers again are no change.
  expect((await change(key, { colour: 'Blue', docked: false, note: '<b>soon</b>' })).status).toBe(200);
  expect(await shop.mails()).toEqual([]);
  expect((await shop.seen('ada', key)).ticket.conversation).toHaveLength(1);
});

test('what needs no approval is changed without a word about one', async () => {
  const key = await shop.order(stand, { colour: 'Red' });
  await change(key, { colour: 'Blue' });
  const [mail, ...others] = await shop.mails();
  expect([others, mail?.to]).toEqual([[], 'ada@acme.example']);
  expect(mail?.html).toContain('Colour: Red → Blue');
  expect(mail?.html).not.toContain('approved anew');
});

test('moved by hand to where it waits for its approval, a request asks those anew who decide about it', async () => {
  const key = await shop.order(screen, { colour: 'Red' });
  await shop.vote('mary', key, { vote: 'reject', comment: 'Not now' });
  await shop.mails();
  expect((await move(key, 'submitted', 'after all')).status).toBe(201);
  expect(await shop.mails()).toEqual([]);
  expect((await move(key, 'pending_approval')).body).toMatchObject({ ticket: { status: 'pending_approval' } });
  expect((await shop.mails()).map(({ to }) => to)).toEqual(['mary@acme.example']);
  expect((await shop.request(key)).approvals.map(({ state }) => state)).toEqual(['pending', 'rejected']);
  expect((await shop.request(key)).tasks.map(({ state }) => state)).toEqual(['planned']);
  // Whoever is asked already is not asked twice.
  await move(key, 'submitted', 'once more');
  await move(key, 'pending_approval');
  expect(await shop.mails()).toEqual([]);
  expect((await shop.request(key)).approvals).toHaveLength(2);

  // What was approved is asked about again as well, and work waits for it.
  await shop.vote('mary', key, { vote: 'approve' });
  expect([(await shop.ticket(key)).status, (await shop.request(key)).tasks[0]?.state]).toEqual(['fulfilling', 'ready']);
  await move(key, 'pending_approval');
  expect((await shop.request(key)).approvals.map(({ state }) => state)).toEqual(['pending', 'voided', 'rejected']);
  expect((await shop.request(key)).tasks[0]?.state).toBe('planned');
  expect((await move(key, 'approved')).status).toBe(409);
  await shop.vote('mary', key, { vote: 'approve' });
  expect([(await shop.ticket(key)).status, (await shop.request(key)).tasks[0]?.state]).toEqual(['fulfilling', 'ready']);
});

test('what nobody has to approve stays where it is put', async () => {
  const key = await shop.order(stand, { colour: 'Red' });
  expect((await move(key, 'pending_approval')).body).toMatchObject({ ticket: { status: 'pending_approval' } });
  expect([(await shop.request(key)).approvals, await shop.mails()]).toEqual([[], []]);
});

test('a company reads what waits for its own people’s decision, and for whose', async () => {
  const key = await shop.order(screen, { colour: 'Red' });
  const company = async () => {
    const day = new Date().toISOString().slice(0, 10);
    return ((await shop.people.dora.call('GET', `/portal/company?from=${day}&to=${day}`)).body as { open: object })
      .open as {
      waitsForYou: number;
      inWork: number;
      all: number;
    };
  };
  const keys = async (waits: 'you' | 'us') =>
    (
      (await shop.people.dora.call('GET', `/portal/tickets?state=open&waits=${waits}`)).body as {
        items: { key: string }[];
      }
    ).items.map((row) => row.key);
  const before = await company();
  expect([(await keys('you')).includes(key), (await keys('us')).includes(key)]).toEqual([true, false]);
  const { ticket, request } = await shop.seen('ada', key);
  expect([ticket.waitsForYou, ticket.waitsForDecision, request.waitsFor]).toEqual([false, true, ['Mary Manager']]);
  await shop.vote('mary', key, { vote: 'approve' });
  const after = await company();
  expect([after.waitsForYou - before.waitsForYou, after.inWork - before.inWork, after.all - before.all]).toEqual([
    -1, 1, 0,
  ]);
  expect([(await keys('you')).includes(key), (await keys('us')).includes(key)]).toEqual([false, true]);
  expect((await shop.seen('ada', key)).request.waitsFor).toEqual([]);

  // Where only staff are asked, the company waits for the service desk.
  const steps = [{ ...shop.approval.steps[0], approvers: [{ kind: 'staff', id: shop.olga.id }] }];
  const licence = await shop.offer('Licence', { approval: { ...shop.approval, steps } });
  const other = await shop.order(licence);
  expect([(await keys('you')).includes(other), (await keys('us')).includes(other)]).toEqual([false, true]);
  expect((await shop.seen('ada', other)).request.waitsFor).toEqual([]);
});
