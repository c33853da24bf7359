import { expect, test } from 'vitest';
import type { InvoiceView, Issued } from '#shared/billing.ts';
import type { ChargeView, ContractView } from '#shared/contract.ts';
import type { TicketCoverage, TimeCover } from '#shared/coverage.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { fetchPdf } from '#tests/pdf.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk({ roles: ['web'] });
const { fina, olga, tom, acme, birch, at, worked, contract, preview, run, viewRun, invoice } = await billingDesk(desk);
const issue = (id: string, ...clientIds: string[]) =>
  done<Issued>(fina, 'POST', `/billing-runs/${id}/issue`, { clientIds });
const seats = { kind: 'all_inclusive', name: 'Managed user', unit: 'user', quantity: '20', price: '95' };
const block = { kind: 'block_hours', name: 'Prepaid hours', unit: 'h', quantity: '20', price: '150', keepsMonths: 1 };

test('a contract includes work, a block runs out into the after-hours rate with rounding shown, and everything adds up', async () => {
  await contract({ clientId: acme, begins: '2026-11-01' }, seats);
  await contract({ clientId: birch, begins: '2026-11-01', name: 'Prepaid' }, block);
  at('2026-11-30T00:00:00Z');
  await worked(acme, '2026-11-04T11:00:00Z', 50);
  for (const day of ['02', '03', '04', '05', '06']) await worked(birch, `2026-11-${day}T16:00:00Z`, 264);
  await worked(birch, '2026-11-10T21:20:00Z', 80, 'Server at night');
  const [ofAcme] = await preview(acme, '2026-11-30');
  expect(ofAcme).toMatchObject({
    state: 'ready',
    net: 190_000,
    tax: 19_000,
    total: 209_000,
    covered: [{ line: 'Managed user', seconds: 3_600 }],
  });
  const [ofBirch] = await preview(birch, '2026-11-30');
  // Five times 4 h 24 min are 4 h 30 min each by steps of 15: 22.5 h, of which the block holds 20; and 80 min at night are 1.5 h at 1.5 times.
  const lines = ofBirch?.lines.map(({ quantity, price, amount }) => [quantity, price, amount]);
  expect(lines).toEqual([
    ['20', '150', 300_000],
    ['2.5', '180', 45_000],
    ['1.5', '270', 40_500],
  ]);
  const night = ofBirch?.lines[2];
  expect(night?.name).toMatch(/Server at night \(outside the hours of service\)$/);
  expect(night?.why.entries).toMatchObject([
    { staff: 'Tom Tech', day: '2026-11-10', worked: 80, seconds: 5_400, amount: 40_500 },
  ]);
  expect(night?.why.steps.map(({ how }) => how)).toContain('Each entry counts in steps of 15 min');
  expect(night?.why.steps.find(({ what }) => what === 'What it held went to')?.how).toMatch(
    /^4 h 30 min BIRCH-1 on 2 Nov 2026, .*, 2 h BIRCH-5 on 6 Nov 2026$/,
  );
  expect(ofBirch?.blocks).toMatchObject([{ granted: 72_000, left: 0, from: '2026-11-01', until: '2026-12-01' }]);
});

test('whoever works reads what their time comes under, and what is left of hours, without a price', async () => {
  const { items: tickets } = await done<{ items: { key: string; title: string }[] }>(
    tom,
    'GET',
    `/tickets?clientId=${birch}`,
  );
  const night = tickets.find(({ title }) => title === 'Server at night');
  const ofBirch = await done<TicketCoverage>(tom, 'GET', `/tickets/${night?.key}/coverage`);
  expect(ofBirch.lines).toEqual([
    { contract: 'Prepaid', line: 'Prepaid hours', how: 'block', minutesLeft: 0, until: null },
  ]);
  expect(ofBirch.entries.map(({ parts, invoice }) => [parts, invoice])).toEqual([
    [[{ how: 'charged', line: 'Prepaid hours', minutes: 90 }], null],
  ]);
  const sheet = await done<{ items: TimeCover[] }>(tom, 'GET', '/time/coverage?from=2026-11-04&to=2026-11-06');
  expect(sheet.items.map(({ parts }) => parts.map(({ how, line, minutes }) => [how, line, minutes]))).toEqual([
    [['included', 'Managed user', 60]],
    [['block', 'Prepaid hours', 270]],
    [['block', 'Prepaid hours', 270]],
    [
      ['charged', 'Prepaid hours', 150],
      ['block', 'Prepaid hours', 120],
    ],
  ]);
  expect(JSON.stringify(ofBirch) + JSON.stringify(sheet)).not.toMatch(/price|amount/i);
  expect((await tom.call('GET', `/time/coverage?from=2026-11-04&to=2026-11-04&staffId=${olga.id}`)).status).toBe(403);
});

test('a run issues each bill once, with numbers in a row, and the time on it can no longer be changed', async () => {
  const id = await run('2026-11-30');
  const { bills } = await viewRun(id);
  expect(bills.map(({ client, state }) => [client.name, state])).toEqual([
    ['Acme', 'ready'],
    ['Birch Legal', 'ready'],
  ]);
  const all = await Promise.all([issue(id, acme, birch), issue(id, birch, acme), issue(id, acme, birch)]);
  const numbers = new Set(all.flatMap(({ issued }) => issued.map(({ invoice: one }) => one.number)));
  expect([...numbers].sort()).toEqual(['HIT-00001', 'HIT-00002']);
  const after = await viewRun(id);
  expect(after.bills.map(({ before }) => before)).toEqual([null, null]);
  expect(after.bills.map(({ state, total }) => [state, total])).toEqual([
    ['issued', 209_000],
    ['issued', 424_050],
  ]);
  const first = all[0]?.issued.find(({ client }) => client.id === birch)?.invoice.id ?? '';
  const view = await invoice(first);
  expect(view).toMatchObject({
    net: 385_500,
    tax: 38_550,
    total: 424_050,
    open: 424_050,
    state: 'open',
    dueOn: '2026-12-14',
  });
  expect(view.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(view.net);
  const entry = view.lines[2]?.why.entries[0]?.id ?? '';
  const edit = await olga.call('PATCH', `/time/${entry}`, { version: 3, minutes: 10 });
  expect([edit.status, edit.text]).toEqual([409, expect.stringMatching(/on invoice HIT-\d+\. Credit it there/)]);
  const back = await olga.call('POST', '/time/decide', { entryIds: [entry], approve: false, note: 'Too long' });
  expect([back.status, back.text]).toEqual([409, expect.stringMatching(/on invoice HIT-\d+\. Credit it/)]);
  expect((await preview(birch, '2026-11-30')).map(({ state }) => state)).toEqual(['nothing']);
});

test('the PDF is a tax invoice: who sells under which number, who buys, what, and the tax', async () => {
  const { items } = await done<{ items: InvoiceView[] }>(fina, 'GET', `/invoices?clientId=${birch}`);
  const { words: text } = await fetchPdf(desk, fina, `/invoices/${items[0]?.id}/pdf`);
  for (const words of [
    'Tax invoice HIT-',
    'Harbour IT Pty Ltd',
    'ABN 51 824 753 556',
    'Birch Legal',
    'GST 10 %',
    'AUD 4,240.50',
  ])
    expect(text).toContain(words);
});

test('seats that were added within a month are the difference of the next bill, either way', async () => {
  const [{ id = '' } = {}] = (await done<{ items: ContractView[] }>(fina, 'GET', `/contracts?clientId=${acme}`)).items;
  const { lines } = await done<ContractView>(fina, 'GET', `/contracts/${id}`);
  const terms = { version: lines[0]?.version, from: '2026-11-16', quantity: '23', price: '95' };
  await done(fina, 'PUT', `/contracts/${id}/lines/${lines[0]?.id}/terms`, terms);
  const [bill] = await preview(acme, '2026-12-01');
  // Three more for 15 of 30 days are 142.50; December is whole.
  expect(bill?.lines.map(({ amount }) => amount)).toEqual([14_250, 218_500]);
  expect(bill?.lines[0]?.why.parts.map(({ days, of, quantity, amount }) => [days, of, quantity, amount])).toEqual([
    [15, 30, '20', 95_000],
    [15, 30, '23', 109_250],
  ]);
  expect(bill).toMatchObject({ state: 'review', causes: [{ name: 'Managed user', before: 190_000, now: 232_750 }] });
  expect(bill?.reasons[0]).toBe(
    'More than last time by AUD 427.50: Managed user +AUD 427.50 (20 → 23, months billed 1 → 2)',
  );
});

test('a credit has a number of its own, leaves the invoice as it was, and frees what is to be billed again', async () => {
  const { items } = await done<{ items: InvoiceView[] }>(fina, 'GET', `/invoices?clientId=${birch}`);
  const before = await invoice(items[0]?.id ?? '');
  const night = before.lines[2];
  const credit = { lineIds: [night?.id], reason: 'It was a guarantee case', again: true };
  const { id } = await done<{ id: string }>(fina, 'POST', `/invoices/${before.id}/credits`, credit);
  expect(await invoice(id)).toMatchObject({
    kind: 'credit',
    number: 'HIT-00003',
    net: -40_500,
    tax: -4_050,
    total: -44_550,
  });
  const after = await invoice(before.id);
  expect(after).toMatchObject({
    total: before.total,
    open: before.total - 44_550,
    lines: [{}, {}, { credited: 40_500 }],
  });
  const twice = await fina.call('POST', `/invoices/${before.id}/credits`, credit);
  expect([twice.status, twice.text]).toEqual([409, expect.stringContaining('credited already')]);
  const entry = night?.why.entries[0]?.id ?? '';
  await done(olga, 'POST', '/time/decide', { entryIds: [entry], approve: false, note: 'Guarantee' });
  await done(fina, 'POST', `/invoices/${before.id}/payments`, { amount: 300_000, paidOn: '2026-11-30' });
  expect(await invoice(before.id)).toMatchObject({ state: 'part_paid', open: 79_500 });
  for (const paidOn of ['0000-01-01', '1999-12-31', '2027-01-01', '9999-12-31']) {
    const odd = await fina.call('POST', `/invoices/${before.id}/payments`, { amount: 1, paidOn });
    expect([odd.status < 500, odd.body], paidOn).toMatchObject([true, { errors: [{ path: 'paidOn' }] }]);
  }
  const back = await fina.call('POST', `/invoices/${before.id}/payments`, { amount: -300_001, paidOn: '2026-11-30' });
  expect(back).toMatchObject({
    ...{ status: 422, body: { errors: [{ path: 'amount', message: expect.stringContaining('3,000.00') }] } },
  });
  const more = await fina.call('POST', `/invoices/${before.id}/payments`, { amount: 79_501, paidOn: '2026-11-30' });
  expect([more.status, more.text]).toEqual([422, expect.stringContaining('at most what is open')]);
  await done(fina, 'POST', `/invoices/${before.id}/payments`, { amount: 79_500, paidOn: '2026-11-30' });
  expect(await invoice(before.id)).toMatchObject({ state: 'paid', open: 0 });
});

test('fifty at once never take more from a block than it holds, and bill each entry once', async () => {
  const id = await run('2026-12-31', 'December');
  at('2026-12-31T00:00:00Z');
  for (const day of ['01', '02', '03']) await worked(birch, `2026-12-${day}T16:00:00Z`, 480);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => fina.call('POST', `/billing-runs/${id}/issue`, { clientIds: [birch] })),
  );
  const numbers = new Set(
    answers.flatMap(({ body }) => (body as Issued).issued?.map(({ invoice: one }) => one.number) ?? []),
  );
  expect(numbers.size).toBe(1);
  const [grants] = await desk.run(({ tx }) =>
    tx.selectFrom('block_grants').select(['granted', 'remaining']).where('from_day', '=', '2026-12-01').execute(),
  );
  expect(grants).toEqual({ granted: 72_000, remaining: 0 });
  const numbered = await desk.run(({ tx }) => tx.selectFrom('invoices').select('number').orderBy('number').execute());
  expect(numbered.map(({ number }) => number)).toEqual(numbered.map((_, nth) => nth + 1));
});

test('hours that one block does not hold come off the next, and only what neither holds is charged', async () => {
  const bare = await openDesk({ roles: ['web'] });
  const other = await billingDesk(bare, '2026-11-30T00:00:00Z');
  const hours = (name: string, quantity: string) => ({ ...block, name, quantity });
  await other.contract({ clientId: other.acme, begins: '2026-11-01' }, hours('A month', '1'), hours('On top', '2'));
  await other.worked(other.acme, '2026-11-04T14:00:00Z', 240);
  const [bill] = await other.preview(other.acme, '2026-11-30');
  expect(bill?.covered).toEqual([
    { line: 'A month', seconds: 3_600 },
    { line: 'On top', seconds: 7_200 },
  ]);
  expect(bill?.lines.map(({ quantity, amount }) => [quantity, amount])).toEqual([
    ['1', 15_000],
    ['2', 30_000],
    ['1', 18_000],
  ]);
});

test('a deposit is billed first and taken off later, once, and not at all where it was credited', async () => {
  const bare = await openDesk({ roles: ['web'] });
  const other = await billingDesk(bare, '2026-11-01T00:00:00Z');
  const deposit = (clientId: string) => ({
    ...{
      clientId,
      name: 'Deposit for the server',
      quantity: '1',
      price: '500',
      due: '2026-11-01',
      offFrom: '2026-12-01',
    },
  });
  const bill = async (by: string) => {
    const id = await other.run(by, by);
    const clientIds = [other.acme, other.birch];
    const { issued } = await done<Issued>(other.fina, 'POST', `/billing-runs/${id}/issue`, { clientIds });
    return Promise.all(issued.map(({ invoice: one }) => other.invoice(one.id)));
  };
  for (const clientId of [other.acme, other.birch]) await done(other.fina, 'POST', '/charges', deposit(clientId));
  const { items } = await done<{ items: ChargeView[] }>(other.fina, 'GET', `/charges?clientId=${other.acme}`);
  expect(items.map(({ name, price, offFrom, depositOf }) => [name, price, offFrom, depositOf?.name])).toEqual([
    ['Deposit for the server', '500', '2026-12-01', undefined],
    ['Less Deposit for the server', '-500', null, 'Deposit for the server'],
  ]);
  expect((await other.fina.call('DELETE', `/charges/${items[1]?.id}`)).status).toBe(409);
  await done(other.fina, 'PATCH', `/charges/${items[0]?.id}`, { version: 1, price: '600' });
  const november = await bill('2026-11-30');
  expect(november.map(({ client, net }) => [client.name, net])).toEqual([
    ['Acme', 60_000],
    ['Birch Legal', 50_000],
  ]);
  await done(other.fina, 'POST', `/invoices/${november[1]?.id}/credits`, {
    reason: 'Not wanted',
    again: false,
    issuedOn: '2026-11-30',
  });
  for (const clientId of [other.acme, other.birch])
    await done(other.fina, 'POST', '/charges', {
      clientId,
      name: 'Server',
      quantity: '1',
      price: '2000',
      due: '2026-12-01',
    });
  expect((await bill('2026-12-31')).map(({ client, net }) => [client.name, net])).toEqual([
    ['Acme', 140_000],
    ['Birch Legal', 200_000],
  ]);
  const early = await other.fina.call('POST', '/charges', { ...deposit(other.acme), offFrom: '2026-10-31' });
  expect([early.status, early.text]).toEqual([422, expect.stringContaining('offFrom')]);
});

test('less work than last time is a finding once the time billed is over; less by contract is one at once', async () => {
  const bare = await openDesk({ roles: ['web'] });
  const other = await billingDesk(bare, '2026-12-01T00:00:00Z');
  const { id: contractId, lines } = await other.contract({ clientId: other.acme, begins: '2026-11-01' }, seats);
  await other.contract({ clientId: other.birch, begins: '2026-11-01' }, block);
  await other.worked(other.birch, '2026-11-06T16:00:00Z', 22 * 60);
  const charge = (price: string, due: string) =>
    done(other.fina, 'POST', '/charges', { clientId: other.acme, name: 'Cable', quantity: '1', price, due });
  await charge('900', '2026-11-02');
  const id = await other.run('2026-11-30');
  await done<Issued>(other.fina, 'POST', `/billing-runs/${id}/issue`, { clientIds: [other.acme, other.birch] });
  await charge('100', '2026-12-02');
  const found = async (clientId = other.acme) => {
    const [bill] = await other.preview(clientId, '2026-12-31');
    return [bill?.state, bill?.reasons];
  };
  other.at('2026-12-31T10:00:00Z');
  expect([await found(), await found(other.birch)]).toEqual([
    ['ready', []],
    ['ready', []],
  ]);
  other.at('2027-01-01T00:00:00Z');
  // Hours beyond a block are work, which the block's own price is not.
  expect(await found(other.birch)).toEqual([
    'review',
    ['Less than last time by AUD 360.00: Prepaid hours, work by the hour −AUD 360.00'],
  ]);
  expect(await found()).toEqual(['review', ['Less than last time by AUD 800.00: What is charged once −AUD 800.00']]);
  other.at('2026-12-02T00:00:00Z');
  const line = lines[0];
  await done(other.fina, 'PUT', `/contracts/${contractId}/lines/${line?.id}/terms`, {
    ...{ version: line?.version, from: '2026-12-01', quantity: '10', price: '95' },
  });
  expect(await found()).toEqual(['review', ['Less than last time by AUD 950.00: Managed user −AUD 950.00 (20 → 10)']]);
});

test('what stands against billing is said: no rate, no tax, no seller, time that waits', async () => {
  const bare = await openDesk({ roles: ['web'] });
  const other = await billingDesk(bare, '2026-11-10T00:00:00Z');
  const { items } = await done<{ items: { id: string }[] }>(other.fina, 'GET', '/rates');
  await done(other.fina, 'DELETE', `/rates/${items[0]?.id}`);
  await other.worked(other.acme, '2026-11-04T11:00:00Z', 50);
  const setting = await other.olga.call('PUT', '/settings/billing.tax', {
    level: 'client',
    id: other.acme,
    value: { taxRateId: null },
    version: 0,
  });
  expect(setting.status).toBe(200);
  const [bill] = await other.preview(other.acme, '2026-11-30');
  expect(bill?.state).toBe('blocked');
  expect(bill?.reasons).toEqual([
    'Nobody has said which tax this client pays',
    expect.stringMatching(/^There is no rate for work by Tom Tech on ACME-/),
  ]);
  const id = await other.run('2026-11-30');
  const answer = await done<Issued>(other.fina, 'POST', `/billing-runs/${id}/issue`, { clientIds: [other.acme] });
  expect(answer).toMatchObject({ issued: [], refused: [{ client: { name: 'Acme' } }] });
});

test.each([
  ['POST', '/rates', { perHour: '-1', from: '2026-01-01' }, 'perHour'],
  ['POST', '/rates', { perHour: 'NaN', from: '2026-01-01' }, 'perHour'],
  ['POST', '/rates', { perHour: '99999999999', from: '2026-01-01' }, 'perHour'],
  ['POST', '/tax-rates', { name: 'Much', percent: '101' }, 'percent'],
  ['POST', '/charges', { clientId: acme, name: 'Laptop', due: '2026-11-01', quantity: '0', price: '5' }, 'quantity'],
  ['POST', '/charges', { clientId: acme, name: 'Laptop', due: '2026-02-31', quantity: '1', price: '5' }, 'due'],
  [
    'POST',
    '/charges',
    { clientId: acme, name: 'Laptop', due: '2026-11-01', quantity: '1', price: '5', currency: 'XXQ' },
    'currency',
  ],
  [
    'POST',
    '/charges',
    { clientId: acme, name: 'Much', due: '2026-11-01', quantity: '99999999', price: '5' },
    'quantity',
  ],
  [
    'POST',
    '/charges',
    { clientId: acme, name: 'Much', due: '2026-11-01', quantity: '9000000', price: '9000000' },
    'price',
  ],
  ['POST', '/billing-runs', { name: 'Far', by: '2099-12-31' }, 'by'],
  ['GET', `/billing-preview?clientId=${acme}&by=2099-12-31`, undefined, 'by'],
  ['GET', `/billing-preview?clientId=${acme}&by=0000-01-01`, undefined, 'by'],
  ...['0000-01-01', '0001-01-01', '1999-12-31', '2099-12-31', '9999-12-31'].map(
    (issuedOn) => ['POST', '/billing-runs', { name: 'Odd', by: '2026-11-30', issuedOn }, 'issuedOn'] as const,
  ),
  ['POST', '/contracts', { clientId: acme, name: 'Backwards', begins: '2026-11-01', ends: '2026-10-01' }, 'ends'],
  ['POST', '/contracts', { clientId: acme, name: 'Odd', begins: '2026-11-01', everyMonths: 5 }, 'everyMonths'],
] as const)('%s %s with a bad value names the field', async (method, url, body, path) => {
  const { status, body: problem } = await fina.call(method, url, body);
  expect([400, 422]).toContain(status);
  expect((problem as { errors: { path: string }[] }).errors.map((one) => one.path)).toContain(path);
});

test('whoever may not see money sees none, and another client’s is not found', async () => {
  const limited = await hire(desk, {
    name: 'Lim Ited',
    role: 'finance',
    clientIds: [acme],
  });
  const { items } = await done<{ items: InvoiceView[] }>(fina, 'GET', `/invoices?clientId=${birch}`);
  expect((await limited.call('GET', `/invoices/${items[0]?.id}`)).status).toBe(404);
  expect(
    (await done<{ items: InvoiceView[] }>(limited, 'GET', '/invoices')).items.every(({ client }) => client.id === acme),
  ).toBe(true);
  expect((await tom.call('GET', '/invoices')).status).toBe(403);
  expect((await limited.call('POST', '/billing-runs', { name: 'Mine', by: '2026-11-30' })).status).toBe(403);
});
