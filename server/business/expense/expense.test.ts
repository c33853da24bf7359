import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { Bill, Issued } from '#shared/billing.ts';
import type { ChargeView } from '#shared/contract.ts';
import type { ExpenseKindView, ExpenseView } from '#shared/expense.ts';
import type { NotificationPage } from '#shared/notification.ts';
import type { TicketView } from '#shared/ticket.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';
import { uploadReceipt } from '#tests/upload.ts';

const desk = await openDesk({ roles: ['web'] });
const { fina, olga, tom, acme, birch, gst, at, preview, run, invoice } = await billingDesk(
  desk,
  '2026-11-20T12:00:00Z',
);
const kinds = new Map(
  (await done<{ items: ExpenseKindView[] }>(tom, 'GET', '/expense-kinds')).items.map((kind) => [kind.name, kind]),
);
const kindOf = (name: string) => kinds.get(name)?.id ?? '';
const [km, parking, meals, hotel] = ['Kilometres', 'Parking and tolls', 'Meals', 'Accommodation'].map(kindOf);
const ticketOf = async (clientId: string, title = 'Install the printer') =>
  done<TicketView>(tom, 'POST', '/tickets', { clientId, title, kind: 'incident' });
const add = (who: Person, body: object) => who.call('POST', '/expenses', body);
const added = async (who: Person, body: object) => (await done<{ id: string }>(who, 'POST', '/expenses', body)).id;
const list = async (who: Person, query = '') =>
  (await done<{ items: ExpenseView[] }>(who, 'GET', `/expenses${query}`)).items;
const one = async (id: string) => {
  const found = (await list(olga, '?of=everybody')).find((expense) => expense.id === id);
  if (!found) throw new Error('The expense is not there');
  return found;
};
const submit = (who: Person, from: string, to = from) => who.call('POST', '/time/submit', { from, to });
const decide = (who: Person, id: string, approve: boolean, note = 'Too much') =>
  who.call('POST', '/expenses/decide', { expenseIds: [id], approve, ...(approve ? {} : { note }) });
const receipt = (who: Person, id: string, file?: { name: string; content: string }) =>
  uploadReceipt(desk, id, { authorization: `Bearer ${who.key}` }, file);
const approved = async (body: object, day = '2026-11-10') => {
  const id = await added(tom, { clientId: acme, day, paidBy: 'own', ...body });
  await done(tom, 'POST', '/time/submit', { from: day, to: day });
  await done(olga, 'POST', '/expenses/decide', { expenseIds: [id], approve: true });
  return id;
};
const fault = (answer: { body: unknown }) =>
  (answer.body as { errors?: { path: string; message: string }[] }).errors?.[0];
const linesOf = (bills: Bill[]) => bills.flatMap(({ lines }) => lines);

test('a trip costs its distance by the rate, a purchase what was paid, each as its kind says', async () => {
  const ticket = await ticketOf(acme);
  const trip = await added(tom, {
    ticketId: ticket.id,
    kindId: km,
    day: '2026-11-02',
    quantity: '42.5',
    paidBy: 'own',
  });
  const lunch = await added(tom, {
    clientId: acme,
    kindId: meals,
    day: '2026-11-02',
    amount: 1_850,
    paidBy: 'company',
  });
  expect(await one(trip)).toMatchObject({
    ...{
      kind: { name: 'Kilometres', unit: 'km' },
      quantity: '42.5',
      rate: '0.88',
      amount: 3_740,
      tax: 0,
      charged: 3_740,
    },
    ...{ currency: 'AUD', chargeable: true, state: 'open', client: { name: 'Acme' }, ticket: { key: ticket.key } },
  });
  expect(await one(lunch)).toMatchObject({
    quantity: null,
    amount: 1_850,
    chargeable: false,
    charged: null,
    ticket: null,
  });
  const onTicket = await done<{ items: ExpenseView[] }>(tom, 'GET', `/tickets/${ticket.key}/expenses`);
  expect(onTicket.items.map(({ id }) => id)).toEqual([trip]);
  // What one of the unit costs later is not what it cost.
  const { id, version } = kinds.get('Kilometres') ?? { id: '', version: 0 };
  await done(olga, 'PATCH', `/expense-kinds/${id}`, { version, rates: [{ currency: 'AUD', price: '0.9' }] });
  const { version: at1 } = await one(trip);
  await done(tom, 'PATCH', `/expenses/${trip}`, { version: at1, quantity: '50' });
  expect(await one(trip)).toMatchObject({ rate: '0.88', amount: 4_400 });
  expect((await tom.call('PATCH', `/expenses/${trip}`, { version: at1, quantity: '60' })).status).toBe(409);
  for (const gone of [trip, lunch]) expect((await tom.call('DELETE', `/expenses/${gone}`)).status).toBe(204);
});

test.each([
  [{ kindId: km, quantity: '0' }, 'quantity'],
  [{ kindId: km, quantity: '100001' }, 'quantity'],
  [{ kindId: km, amount: 500 }, 'amount'],
  [{ kindId: km, quantity: '5', tax: 1 }, 'tax'],
  [{ kindId: km, quantity: '5', currency: 'NZD' }, 'currency'],
  [{ kindId: km, quantity: '0.001' }, 'quantity'],
  [{ kindId: parking }, 'amount'],
  [{ kindId: parking, quantity: '2' }, 'quantity'],
  [{ kindId: parking, amount: 0 }, 'amount'],
  [{ kindId: parking, amount: 500, tax: 501 }, 'tax'],
  [{ kindId: parking, amount: 500, currency: 'ZZZ' }, 'currency'],
  [{ kindId: parking, amount: 500, markup: '1000.5' }, 'markup'],
  [{ kindId: parking, amount: 999_999_999_999 }, 'amount'],
  [{ kindId: parking, amount: 900_000_000, markup: '1000' }, 'amount'],
  [{ kindId: parking, amount: 500, day: '2026-11-22' }, 'day'],
  [{ kindId: parking, amount: 500, day: '0000-01-01' }, 'day'],
  [{ kindId: parking, amount: 500, clientNote: '\u202eTaxi' }, 'clientNote'],
  [{ kindId: parking, amount: 500, day: '1999-12-31' }, 'day'],
  [{ kindId: '01990000-0000-7000-8000-00000000dead', amount: 500 }, 'kindId'],
])('what cannot be is refused with its field: %o', async (body, path) => {
  const answer = await add(fina, { clientId: acme, day: '2026-11-02', paidBy: 'own', ...body });
  expect([[400, 422].includes(answer.status), fault(answer)?.path]).toEqual([true, path]);
});

test('an expense needs a client that its person sees, and the firm itself is not charged', async () => {
  const bare = { kindId: parking, day: '2026-11-02', amount: 500, paidBy: 'own' };
  expect(fault(await add(tom, bare))?.path).toBe('clientId');
  const own = await desk.run(async (ctx) => {
    const id = await createClient(ctx, { name: 'Harbour IT', code: 'HIT', timeZone: 'UTC' });
    await ctx.tx.updateTable('clients').set({ kind: 'internal' }).where('id', '=', id).execute();
    return id;
  });
  expect(await one(await added(tom, { ...bare, clientId: own }))).toMatchObject({ chargeable: false, charged: null });
  expect(fault(await add(tom, { ...bare, clientId: own, chargeable: true }))?.path).toBe('chargeable');
  const ticket = await ticketOf(acme);
  expect(fault(await add(tom, { ...bare, clientId: birch, ticketId: ticket.id }))?.path).toBe('clientId');
  const bea = await hire(desk, { name: 'Bea Birch', role: 'technician', clientIds: [birch] });
  expect(fault(await add(bea, { ...bare, clientId: acme }))?.path).toBe('clientId');
  expect(fault(await add(bea, { ...bare, ticketId: ticket.id }))?.path).toBe('ticketId');
});

test('it is handed in with the timesheet once it has the receipt that its kind asks for', async () => {
  const day = '2026-11-03';
  const ticket = await ticketOf(acme);
  await done(tom, 'POST', `/tickets/${ticket.key}/time`, { minutes: 30, workedAt: `${day}T10:00:00.000Z` });
  const cheap = await added(tom, { ticketId: ticket.id, kindId: parking, day, amount: 2_000, paidBy: 'own' });
  const dear = await added(tom, { ticketId: ticket.id, kindId: parking, day, amount: 2_001, paidBy: 'own' });
  expect([(await one(cheap)).receiptNeeded, (await one(dear)).receiptNeeded]).toEqual([false, true]);
  expect((await submit(tom, day)).body).toEqual({ entries: 1, minutes: 30, expenses: 1, withoutReceipt: 1 });
  expect(fault(await submit(tom, day))?.message).toContain('lack their receipt');
  const text = await receipt(tom, dear, { name: 'receipt.txt', content: 'no picture' });
  expect([text.status, fault(text)?.path]).toEqual([422, 'file']);
  const kept = await receipt(tom, dear);
  expect(kept.status).toBe(201);
  expect((await submit(tom, day)).body).toEqual({ entries: 0, minutes: 0, expenses: 1, withoutReceipt: 0 });
  expect(await one(dear)).toMatchObject({
    state: 'submitted',
    receipts: [{ name: 'receipt.png', mediaType: 'image/png' }],
  });
  // What is handed in is as it was when it was.
  const { id } = kept.body;
  const bytes = (who: Person) => who.call('GET', `/expense-receipts/${id}`);
  expect((await bytes(olga)).headers['content-type']).toBe('image/png');
  const bea = await hire(desk, { name: 'Bea of Birch', role: 'technician', clientIds: [birch] });
  expect((await bytes(bea)).status).toBe(404);
  // On a ticket whoever reads that sees them; in nobody's sight but those who approve is what is on none.
  const tina = await hire(desk, { name: 'Tina Tech', role: 'technician' });
  expect((await bytes(tina)).status).toBe(200);
  const private_ = await added(tom, { clientId: acme, kindId: parking, day, amount: 3_000, paidBy: 'own' });
  const hidden = (await receipt(tom, private_)).body.id;
  const reads = (who: Person) => who.call('GET', `/expense-receipts/${hidden}`);
  expect([(await reads(tina)).status, (await reads(tom)).status, (await reads(fina)).status]).toEqual([404, 200, 200]);
  expect((await tina.call('DELETE', `/expense-receipts/${hidden}`)).status).toBe(404);
  expect((await tom.call('DELETE', `/expenses/${private_}`)).status).toBe(204);
  expect((await tom.call('DELETE', `/expense-receipts/${id}`)).status).toBe(409);
  expect((await receipt(tom, dear)).status).toBe(409);
  expect((await tom.call('POST', '/time/take-back', { from: day, to: day })).body).toMatchObject({
    entries: 1,
    expenses: 2,
  });
  expect((await tom.call('DELETE', `/expense-receipts/${id}`)).status).toBe(204);
  expect((await one(dear)).receipts).toEqual([]);
});

test('nobody approves their own while somebody else may, and what is returned says why', async () => {
  const day = '2026-11-04';
  const own = await added(fina, { clientId: acme, kindId: parking, day, amount: 900, paidBy: 'own' });
  await submit(fina, day);
  expect((await decide(fina, own, true)).status).toBe(403);
  expect((await decide(tom, own, true)).status).toBe(403);
  expect(fault(await olga.call('POST', '/expenses/decide', { expenseIds: [own], approve: false }))?.path).toBe('note');
  expect((await decide(olga, own, false, 'Whose car was it?')).status).toBe(200);
  const back = await one(own);
  expect(back).toMatchObject({ state: 'returned', returnedBecause: 'Whose car was it?' });
  expect(fault(await decide(olga, own, true))?.message).toBe('is returned, not submitted');
  await done(fina, 'PATCH', `/expenses/${own}`, { version: back.version, note: 'Mine' });
  await submit(fina, day);
  expect((await decide(olga, own, true)).body).toEqual({ expenses: 1 });
  const version = (await one(own)).version;
  for (const who of [fina, olga])
    expect((await who.call('PATCH', `/expenses/${own}`, { version, note: 'Later' })).status).toBe(409);
  expect((await fina.call('DELETE', `/expenses/${own}`)).status).toBe(409);
  expect((await list(fina)).map(({ id }) => id)).toEqual([own]);
  expect((await tom.call('GET', '/expenses?of=everybody')).status).toBe(403);
  expect((await decide(olga, own, false)).status).toBe(200);
  expect((await preview(acme, '2026-11-30')).flatMap(({ lines }) => lines)).toEqual([]);
});

test('somebody approves their own where everybody else who may sees other clients only', async () => {
  const other = await openDesk({ roles: ['web'] });
  const sole = await billingDesk(other, '2026-11-20T12:00:00Z');
  const { fina: manager } = sole;
  await done(sole.olga, 'PATCH', `/staff/${manager.id}`, { version: 1, allClients: false, clientIds: [sole.birch] });
  const spend = async (clientId: string) => {
    const body = { clientId, kindId: parking, day: '2026-11-04', amount: 900, paidBy: 'own' };
    const { id } = await done<{ id: string }>(sole.olga, 'POST', '/expenses', body);
    return id;
  };
  const [seen, unseen] = [await spend(sole.birch), await spend(sole.acme)];
  await done(sole.olga, 'POST', '/time/submit', { from: '2026-11-04', to: '2026-11-04' });
  const approve = (...expenseIds: string[]) =>
    sole.olga.call('POST', '/expenses/decide', { expenseIds, approve: true });
  expect((await approve(seen)).status).toBe(403);
  expect((await approve(seen, unseen)).status).toBe(403);
  expect((await manager.call('POST', '/expenses/decide', { expenseIds: [unseen], approve: true })).status).toBe(422);
  expect((await approve(unseen)).status).toBe(200);
  expect((await manager.call('POST', '/expenses/decide', { expenseIds: [seen], approve: true })).status).toBe(200);
});

test('an approved expense is a line of the next bill that says what it came of, and once billed nothing of it changes', async () => {
  const { id, version } = kinds.get('Accommodation') ?? { id: '', version: 0 };
  await done(olga, 'PATCH', `/expense-kinds/${id}`, { version, markup: '10', taxRateId: gst, receiptAbove: null });
  const ticket = await ticketOf(birch, 'New office');
  const day = '2026-11-05';
  const paid = {
    ticketId: ticket.id,
    kindId: hotel,
    day,
    amount: 24_200,
    paidBy: 'own',
    clientNote: 'One night in Perth',
  };
  const stay = await added(tom, { ...paid, note: 'The cheap one was full' });
  expect(await one(stay)).toMatchObject({ tax: 2_200, markup: '10', charged: 24_200 });
  await submit(tom, day);
  expect(linesOf(await preview(birch, '2026-11-30'))).toEqual([]);
  await decide(olga, stay, true);
  const name = `${ticket.key} Accommodation, 5 Nov 2026: One night in Perth`;
  expect(linesOf(await preview(birch, '2026-11-30'))).toMatchObject([
    { name, quantity: '1', price: '242', amount: 24_200, tax: 2_420 },
  ]);
  expect(linesOf(await preview(birch, '2026-11-04'))).toEqual([]);
  const charges = await done<{ items: ChargeView[] }>(fina, 'GET', `/charges?clientId=${birch}`);
  expect(charges.items).toMatchObject([{ name, forExpense: true }]);
  const [charge] = charges.items;
  const alone = await fina.call('PATCH', `/charges/${charge?.id}`, { version: charge?.version, price: '1' });
  expect([alone.status, alone.text]).toEqual([409, expect.stringContaining('Return the expense')]);
  expect((await fina.call('DELETE', `/charges/${charge?.id}`)).status).toBe(409);
  const runId = await run('2026-11-20', 'Of Birch');
  const issue = () => done<Issued>(fina, 'POST', `/billing-runs/${runId}/issue`, { clientIds: [birch] });
  const {
    issued: [bill],
  } = await issue();
  await issue();
  const billed = await invoice(bill?.invoice.id ?? '');
  expect(billed.lines).toHaveLength(1);
  expect(billed.lines[0]?.why.steps).toEqual([
    { what: 'Charged once', how: 'Due on 5 Nov 2026: 1 × 242' },
    { what: 'Expense', how: `Accommodation by Tom Tech on 5 Nov 2026, ${ticket.key}` },
    { what: 'Paid', how: 'AUD 242.00, with AUD 22.00 tax in it' },
    { what: 'Without that tax', how: 'AUD 220.00' },
    { what: 'Mark-up', how: '10 % on top' },
    { what: 'Amount', how: 'AUD 242.00' },
    { what: 'Tax', how: 'GST, as Accommodation has it' },
  ]);
  expect(JSON.stringify(billed)).not.toContain('cheap');
  expect((await one(stay)).invoice).toEqual({ id: bill?.invoice.id, number: 'HIT-00001' });
  const refused = await decide(olga, stay, false);
  const why = 'on invoice HIT-00001. Credit it there, to be billed again';
  expect([refused.status, refused.text]).toEqual([409, expect.stringContaining(why)]);
  expect(linesOf(await preview(birch, '2026-12-31'))).toEqual([]);
  // Credited to be billed again it is free: returned, mended, approved, and billed once more.
  await done(fina, 'POST', `/invoices/${bill?.invoice.id}/credits`, { reason: 'Wrong amount', again: true });
  expect(linesOf(await preview(birch, '2026-12-31'))).toMatchObject([{ amount: 24_200 }]);
  expect((await decide(olga, stay, false, 'It was less')).status).toBe(200);
  expect(linesOf(await preview(birch, '2026-12-31'))).toEqual([]);
  const gone = await tom.call('DELETE', `/expenses/${stay}`);
  expect([gone.status, gone.text]).toEqual([409, expect.stringContaining('so it stays')]);
  await done(tom, 'PATCH', `/expenses/${stay}`, { version: (await one(stay)).version, amount: 11_000 });
  await submit(tom, day);
  await decide(olga, stay, true);
  expect(linesOf(await preview(birch, '2026-12-31'))).toMatchObject([{ amount: 11_000, tax: 1_100 }]);
});

test('a kind that is an amount from now on leaves what was driven to be mended as an amount, and a mark-up may be a thousand', async () => {
  const rates = [{ currency: 'AUD', price: '1.5' }];
  const mile = { name: 'Miles', unit: 'mi', rates, chargeable: true, markup: '1000', receiptAbove: null };
  const { id } = await done<{ id: string }>(olga, 'POST', '/expense-kinds', mile);
  const trip = await added(tom, { clientId: acme, kindId: id, day: '2026-11-06', quantity: '5', paidBy: 'own' });
  expect(await one(trip)).toMatchObject({ amount: 750, markup: '1000', charged: 8_250 });
  await done(olga, 'PATCH', `/expense-kinds/${id}`, { version: 1, unit: '' });
  await done(olga, 'PATCH', `/expense-kinds/${id}`, { version: 2, active: false });
  await done(tom, 'PATCH', `/expenses/${trip}`, { version: 1, note: 'By taxi after all' });
  expect(await one(trip)).toMatchObject({ quantity: null, rate: null, amount: 750, note: 'By taxi after all' });
  await done(tom, 'PATCH', `/expenses/${trip}`, { version: 2, amount: 2_000 });
  expect(await one(trip)).toMatchObject({ amount: 2_000 });
  expect((await tom.call('DELETE', `/expenses/${trip}`)).status).toBe(204);
});

test('what was taken back, changed and handed in again since somebody read it is not approved unread', async () => {
  const day = '2026-11-06';
  const id = await added(tom, { clientId: acme, kindId: parking, day, amount: 100, paidBy: 'own', chargeable: false });
  await done(tom, 'POST', '/time/submit', { from: day, to: day });
  const { version } = await one(id);
  await done(tom, 'POST', '/time/take-back', { from: day, to: day });
  await done(tom, 'PATCH', `/expenses/${id}`, { version: version + 1, amount: 1_900 });
  await done(tom, 'POST', '/time/submit', { from: day, to: day });
  const approve = (versions: number[]) =>
    olga.call('POST', '/expenses/decide', { expenseIds: [id], versions, approve: true });
  expect(fault(await approve([version]))).toEqual({
    path: 'expenseIds.0',
    message: 'was changed since you read it: look at it once more',
  });
  expect(fault(await approve([version, version]))?.path).toBe('versions');
  expect((await approve([(await one(id)).version])).status).toBe(200);
});

test('of many at once that record on a ticket while it is merged, none is left on what was merged', async () => {
  const [from, into] = [await ticketOf(acme, 'Merged while'), await ticketOf(acme, 'Spending')];
  const spend = () =>
    add(tom, { ticketId: from.id, kindId: parking, day: '2026-11-06', amount: 700, paidBy: 'own', chargeable: false });
  const merge = olga.call('POST', `/tickets/${from.key}/merge`, { into: into.key });
  const spent = await Promise.all([...Array.from({ length: 20 }, spend), merge]);
  const there = async ({ key }: TicketView) =>
    (await done<{ items: ExpenseView[] }>(olga, 'GET', `/tickets/${key}/expenses`)).items.length;
  expect(await there(from)).toBe(0);
  expect(await there(into)).toBe(spent.filter(({ status }) => status === 201).length - 1);
});

test('a receipt that is taken off while the days are handed in is not taken for one', async () => {
  const day = '2026-11-09';
  for (let nth = 0; nth < 8; nth += 1) {
    const id = await added(tom, { clientId: acme, kindId: parking, day, amount: 9_000, paidBy: 'own' });
    const kept = (await receipt(tom, id)).body.id;
    await Promise.all([tom.call('DELETE', `/expense-receipts/${kept}`), submit(tom, day)]);
    const { state, receipts } = await one(id);
    expect([state, receipts.length]).toEqual(state === 'open' ? ['open', 0] : ['submitted', 1]);
    await tom.call('POST', '/time/take-back', { from: day, to: day });
    expect((await tom.call('DELETE', `/expenses/${id}`)).status).toBe(204);
  }
});

test('a ticket with expenses is merged with them and is not moved', async () => {
  const from = await ticketOf(acme, 'One of two');
  const into = await ticketOf(acme, 'Two of two');
  const id = await added(tom, { ticketId: from.id, kindId: parking, day: '2026-11-06', amount: 700, paidBy: 'own' });
  await done(olga, 'POST', `/tickets/${from.key}/merge`, { into: into.key });
  expect((await one(id)).ticket?.key).toBe(into.key);
  const moved = await olga.call('POST', `/tickets/${into.key}/move`, { clientId: birch, reason: 'Theirs' });
  expect([moved.status, moved.text]).toEqual([422, expect.stringContaining('has expenses')]);
  await done(olga, 'POST', `/tickets/${from.key}/unmerge`);
  expect((await one(id)).ticket?.key).toBe(from.key);
  await done(tom, 'PATCH', `/expenses/${id}`, { version: (await one(id)).version, ticketId: null });
  expect((await olga.call('POST', `/tickets/${from.key}/move`, { clientId: birch, reason: 'Theirs' })).status).toBe(
    201,
  );
  expect(await one(id)).toMatchObject({ ticket: null, client: { name: 'Acme' } });
  expect((await tom.call('DELETE', `/expenses/${id}`)).status).toBe(204);
});

test('what came out of somebody’s own pocket is paid back once, by day, and not returned afterwards', async () => {
  const own = await approved({ kindId: parking, amount: 1_200, chargeable: false }, '2026-11-07');
  const firm = await approved({ kindId: parking, amount: 1_300, paidBy: 'company', chargeable: false }, '2026-11-07');
  expect((await list(fina, `?of=${tom.id}&from=2026-11-07&payBack=owed`)).map(({ id }) => id)).toEqual([own]);
  const pay = (id: string, on: string | null) => fina.call('POST', '/expenses/pay-back', { expenseIds: [id], on });
  expect(fault(await pay(firm, '2026-11-18'))?.message).toBe('was paid by the company');
  expect(fault(await pay(own, '2026-11-22'))?.path).toBe('on');
  expect(fault(await pay(own, '2026-11-06'))?.message).toBe('was not paid before 2026-11-07');
  expect((await pay(own, '0000-01-01')).status).toBe(400);
  expect(fault(await pay(own, null))?.message).toBe('was not paid back');
  // The day of whoever says it: in Sydney it is the next one already.
  await desk.run(({ tx }) =>
    tx.updateTable('staff').set({ time_zone: 'Australia/Sydney' }).where('id', '=', fina.id).execute(),
  );
  at('2026-11-20T20:00:00Z');
  expect((await pay(own, '2026-11-21')).status).toBe(200);
  expect((await pay(own, null)).status).toBe(200);
  at('2026-11-20T12:00:00Z');
  expect((await pay(own, '2026-11-18')).status).toBe(200);
  expect(fault(await pay(own, '2026-11-19'))?.message).toBe('was paid back on 2026-11-18');
  expect((await list(tom, '?payBack=done')).map(({ id, paidBackOn }) => [id, paidBackOn])).toEqual([
    [own, '2026-11-18'],
  ]);
  const refused = await decide(olga, own, false);
  expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('paid back on 2026-11-18')]);
  // What is paid back or on an invoice is not offered to be returned; the rest is, for whoever approves.
  const returnable = async () =>
    (await list(fina, `?of=${tom.id}&from=2026-11-07&returnable=true`)).map(({ id }) => id);
  expect(await returnable()).toEqual([firm]);
  expect((await pay(own, null)).status).toBe(200);
  expect((await returnable()).toSorted()).toEqual([own, firm].toSorted());
  expect((await decide(olga, own, false)).status).toBe(200);
  expect(await returnable()).toEqual([firm]);
});

test('what comes back tells its owner why, of time and of expenses, unless they switched it off', async () => {
  const day = '2026-11-12';
  const ticket = await ticketOf(acme);
  const entry = await done<{ id: string }>(tom, 'POST', `/tickets/${ticket.key}/time`, {
    minutes: 90,
    workedAt: `${day}T10:00:00.000Z`,
  });
  const cab = await added(tom, { clientId: acme, kindId: parking, day, amount: 900, paidBy: 'own' });
  const told = async () =>
    (await done<NotificationPage>(tom, 'GET', '/me/notifications')).items
      .filter(({ kind, text }) => kind === 'time_returned' && text.includes('Look again'))
      .map(({ ownPage, text }) => [ownPage, text]);
  const back = async () => {
    await submit(tom, day);
    await done(olga, 'POST', '/time/decide', { entryIds: [entry.id], approve: false, note: 'Look again' });
    await decide(olga, cab, false, 'Look again');
  };
  await back();
  const once = [
    ['expenses', 'An expense of yours came back to you: Look again'],
    ['time', '1 h 30 min of yours came back to you: Look again'],
  ];
  expect((await told()).toSorted()).toEqual(once);
  const items = [{ kind: 'time_returned', app: false, mail: false }];
  await done(tom, 'PATCH', '/me/notification-preferences', { items });
  await back();
  expect(await told()).toHaveLength(2);
  expect((await tom.call('DELETE', `/expenses/${cab}`)).status).toBe(204);
});

test('mark-up and what is charged are for those who see prices, and said by those who change them', async () => {
  const { id, version } = kinds.get('Meals') ?? { id: '', version: 0 };
  await done(olga, 'PATCH', `/expense-kinds/${id}`, { version, chargeable: true, markup: '12.5' });
  const bought = { clientId: acme, kindId: meals, day: '2026-11-02', amount: 1_000, tax: 0, paidBy: 'own' };
  expect(fault(await add(tom, { ...bought, markup: '50' }))?.path).toBe('markup');
  const lunch = await added(tom, bought);
  const [own] = (await list(tom, '?from=2026-11-02&to=2026-11-02')).filter((expense) => expense.id === lunch);
  expect(own).toMatchObject({ chargeable: true, markup: null, charged: null });
  expect(await one(lunch)).toMatchObject({ markup: '12.5', charged: 1_125 });
  const change = (who: Person, body: object, at1: number) =>
    who.call('PATCH', `/expenses/${lunch}`, { version: at1, ...body });
  expect(fault(await change(tom, { markup: '50' }, 1))?.path).toBe('markup');
  // As its kind says, also where that becomes another one.
  expect((await change(tom, { kindId: parking, amount: 1_000 }, 1)).status).toBe(200);
  expect(await one(lunch)).toMatchObject({ markup: '0' });
  const seen = (await done<{ items: ExpenseKindView[] }>(tom, 'GET', '/expense-kinds')).items;
  expect(new Set(seen.map(({ markup }) => markup))).toEqual(new Set([null]));
  expect((await change(fina, { markup: '20' }, 2)).status).toBe(200);
  expect(await one(lunch)).toMatchObject({ markup: '20' });
  expect((await change(tom, { note: 'By myself' }, 3)).body).toMatchObject({ markup: null });
  expect(await one(lunch)).toMatchObject({ markup: '20' });
  expect((await tom.call('DELETE', `/expenses/${lunch}`)).status).toBe(204);
});

test('whatever the order of approving, returning, billing and crediting, what stands billed is billed once and to the cent', async () => {
  at('2026-11-28T12:00:00Z');
  // A generator of its own, so that a failure is the same again.
  let seed = 20_261_128;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const ids: string[] = [];
  for (let nth = 0; nth < 6; nth += 1) {
    const tripped = nth % 3 === 0;
    const what = tripped
      ? { kindId: km, quantity: `${1 + random(300)}.${random(10)}` }
      : { kindId: parking, amount: 1 + random(1_999), tax: 0 };
    ids.push(
      await added(fina, { clientId: acme, day: '2026-11-21', paidBy: 'company', markup: `${random(40)}.5`, ...what }),
    );
  }
  let runs = 0;
  const open: string[] = [];
  for (let step = 0; step < 60; step += 1) {
    const id = ids[random(ids.length)] ?? '';
    const doing = random(5);
    if (doing === 0) await submit(fina, '2026-11-21');
    else if (doing === 1) await decide(olga, id, true);
    else if (doing === 2) await decide(olga, id, false);
    else if (doing === 3) {
      runs += 1;
      const runId = await run('2026-11-28', `Run ${runs}`);
      const issued = await done<Issued>(fina, 'POST', `/billing-runs/${runId}/issue`, { clientIds: [acme] });
      open.push(...issued.issued.map(({ invoice: made }) => made.id));
    } else if (open.length > 0) {
      const credited = open.splice(random(open.length), 1)[0];
      await done(fina, 'POST', `/invoices/${credited}/credits`, { reason: 'Once more', again: true });
    }
    const all = (await list(olga, '?of=everybody&from=2026-11-21&to=2026-11-21')).filter((it) => ids.includes(it.id));
    const billed = all.filter((it) => it.invoice !== null);
    expect(billed.every(({ state }) => state === 'approved')).toBe(true);
    const stands = (await Promise.all(open.map((one) => invoice(one)))).flatMap(({ lines }) => lines);
    const sum = (parts: readonly { amount: number }[]) => parts.reduce((total, { amount }) => total + amount, 0);
    const charged = (some: readonly ExpenseView[]) => some.reduce((total, it) => total + (it.charged ?? 0), 0);
    expect([stands.length, sum(stands)]).toEqual([billed.length, charged(billed)]);
    const due = all.filter((it) => it.state === 'approved' && it.invoice === null);
    expect(sum(linesOf(await preview(acme, '2026-11-28')))).toBe(charged(due));
  }
  expect(runs).toBeGreaterThan(3);
}, 120_000);

test('a bill says what was spent for the client and nobody has approved for days', async () => {
  const other = await openDesk({ roles: ['web'] });
  const books = await billingDesk(other, '2026-11-10T12:00:00Z');
  const offered = (await done<{ items: ExpenseKindView[] }>(books.tom, 'GET', '/expense-kinds')).items;
  const trip = { kindId: offered.find(({ unit }) => unit === 'km')?.id, quantity: '100', paidBy: 'own' };
  for (const [day, chargeable] of [
    ['2026-11-08', true],
    ['2026-11-09', true],
    ['2026-11-09', false],
  ] as const)
    await done(books.tom, 'POST', '/expenses', { ...trip, clientId: books.acme, day, chargeable });
  const said = async () => (await books.preview(books.acme, '2026-11-30'))[0]?.reasons;
  books.at('2026-11-10T00:00:00Z');
  expect(await said()).toEqual(['2 expenses are not approved, AUD 176.00, some of more than 2 days ago']);
  expect((await books.preview(books.acme, '2026-11-30'))[0]?.unapproved).toBe(true);
  books.at('2026-11-09T12:00:00Z');
  expect(await said()).toEqual([]);
  expect((await books.preview(books.acme, '2026-11-30'))[0]?.unapproved).toBe(false);
});
