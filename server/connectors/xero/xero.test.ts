import { afterAll, beforeEach, expect, test } from 'vitest';
import type { AccountingMapping, AccountingView, BookedRow, InvoiceBooked } from '#shared/accounting.ts';
import type { Issued } from '#shared/billing.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { startSimulator } from '../../../tools/simulate/index.ts';
import { simulatedXero, WEBHOOK_KEY, xeroCall } from '../../../tools/simulate/xero/index.ts';
import { keepBooks } from './index.ts';

const desk = await openDesk({ roles: ['web'] });
const { fina, olga, tom, acme, birch, run, invoice, at } = await billingDesk(desk, '2026-11-30T00:00:00Z');
const now = () => Date.parse(desk.services.now());
const xero = simulatedXero();
const simulator = await startSimulator(xero.vendor, { sites: 3, devices: 3, clock: now });
afterAll(() => simulator.stop());
const { books } = xero;
books.contacts.length = 0;
const contactOf = (name: string, email = '') => {
  const contact = { id: crypto.randomUUID(), name, email, archived: false };
  books.contacts.push(contact);
  return contact;
};
const [acmeThere, birchThere] = [contactOf('ACME'), contactOf('Birch & Sons', 'bills@birch.example')];
await done(fina, 'PUT', `/clients/${birch}/billing`, {
  ...{ version: 0, legalName: 'Birch Legal', address: '', taxNumber: '', reference: '', mail: 'Bills@Birch.example' },
});

const LINK = {
  ...{ oauthClientId: simulator.credentials[0]?.value, oauthClientSecret: simulator.credentials[1]?.value },
  ...{ webhookKey: WEBHOOK_KEY, sendFrom: '2026-11-01', apiUrl: simulator.origin },
  ...{ authorizeUrl: `${simulator.origin}/identity/connect/authorize`, tokenUrl: `${simulator.origin}/connect/token` },
};
const view = () => done<AccountingView>(fina, 'GET', '/accounting');
const link = async () => (await view()).link;
/** A quarter of an hour later, so that everything is due. */
const sync = async () => {
  at(new Date(now() + 15 * 60_000).toISOString());
  expect(await keepBooks(desk.services, new AbortController().signal)).toBe(true);
};
const connect = async (who = olga) => {
  const { url } = await done<{ url: string }>(olga, 'POST', '/accounting/link/connect');
  const agreed = await fetch(url, { redirect: 'manual' });
  const back = new URL(agreed.headers.get('location') ?? '');
  return who.call('GET', `/accounting/callback${back.search}`);
};
const booked = async (id: string) => (await done<InvoiceBooked>(fina, 'GET', `/invoices/${id}/accounting`)).booked;
const documents = async (state: string) =>
  (await done<{ items: BookedRow[] }>(fina, 'GET', `/accounting/documents?state=${state}`)).items;
let runs = 0;
/** Issues what is charged to clients once; answers the invoices by client. */
const issue = async (...charged: [client: string, quantity: string, price: string][]) => {
  const day = desk.services.now().slice(0, 10);
  for (const [clientId, quantity, price] of charged)
    await done(fina, 'POST', '/charges', { clientId, name: 'Router', due: '2026-11-01', quantity, price });
  const id = await run(day, `Run ${++runs}`);
  const clientIds = [...new Set(charged.map(([clientId]) => clientId))];
  const { issued } = await done<Issued>(fina, 'POST', `/billing-runs/${id}/issue`, { clientIds });
  return Object.fromEntries(issued.map((one) => [one.client.id, one.invoice])) as Record<
    string,
    { id: string; number: string }
  >;
};
const there = (number: string | undefined) => books.byNumber(number ?? '');
const puts = (what: string) => simulator.requests.filter((line) => line.startsWith(`PUT /api.xro/2.0/${what}`));
beforeEach(() => {
  simulator.requests.length = 0;
});

test('nothing reaches out before somebody connects, and only whoever asked can', async () => {
  expect(await view()).toMatchObject({ link: null, counts: { waiting: 0, failed: 0, sent: 0 } });
  expect(await keepBooks(desk.services, new AbortController().signal)).toBe(false);
  expect((await fina.call('PUT', '/accounting/link', { ...LINK, version: 0 })).status).toBe(403);
  const wrong = await olga.call('PUT', '/accounting/link', { ...LINK, apiUrl: 'http://xero.example', version: 0 });
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('"path":"apiUrl"')]);
  // Said five times at once it is there once, and the others hear that it is.
  const first = () => olga.call('PUT', '/accounting/link', { ...LINK, version: 0 });
  const answers = await Promise.all([first(), first(), first(), first(), first()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
  expect(simulator.requests).toEqual([]);
  const other = await hire(desk, { name: 'Otto Owner' });
  expect((await connect(other)).headers['location']).toBe('/billing/accounting?refused=1');
  expect((await connect()).headers['location']).toBe('/billing/accounting?connected=1');
  expect(await link()).toMatchObject({ state: 'choosing', organisation: '', hasWebhookKey: true });
  expect(await keepBooks(desk.services, new AbortController().signal)).toBe(false);
  const { items } = await done<{ items: { id: string; name: string }[] }>(olga, 'GET', '/accounting/organisations');
  expect(items.map(({ name }) => name)).toEqual(['Harbour IT (Xero)']);
  const made = await olga.call('PUT', '/accounting/organisation', { organisationId: 'another' });
  expect(made.status).toBe(409);
  await done(olga, 'PUT', '/accounting/organisation', { organisationId: items[0]?.id });
  expect(await link()).toMatchObject({ state: 'on', organisation: 'Harbour IT (Xero)' });
  const text = JSON.stringify(await view());
  for (const secret of [LINK.oauthClientSecret ?? '', WEBHOOK_KEY]) expect(text).not.toContain(secret);
  const rows = await desk.run(({ tx }) => tx.selectFrom('accounting_links').selectAll().execute());
  expect(Buffer.concat([rows[0]?.refresh_token as Buffer, rows[0]?.client_secret as Buffer]).toString()).not.toContain(
    'simulated',
  );
});

test('contacts are proposed by name or mail and never made; what has no name there waits with its reason', async () => {
  const invoices = await issue([acme, '2', '95.5'], [birch, '1', '100']);
  await sync();
  expect((await documents('failed')).map(({ fault, faultKind }) => [faultKind, fault])).toEqual([
    [
      'mapping',
      'Birch Legal has no contact in Xero yet: choose one under Clients. No account is chosen for this kind of line yet: choose one under Accounts. The tax GST 10 % has no name in Xero yet: choose one under Taxes.',
    ],
    ['mapping', expect.stringContaining('Acme has no contact')],
  ]);
  expect([puts('Invoices'), books.documents]).toEqual([[], []]);
  const mapping = await done<AccountingMapping>(fina, 'GET', '/accounting/mapping');
  expect(mapping.clients.map(({ client, contact, proposal }) => [client.name, contact, proposal])).toEqual([
    ['Acme', null, { id: acmeThere.id, name: 'ACME', why: 'name' }],
    ['Birch Legal', null, { id: birchThere.id, name: 'Birch & Sons', why: 'mail' }],
  ]);
  expect(mapping.codes.map(({ what, key }) => `${what} ${key}`)).toEqual([
    ...['account default', 'account contract', 'account time', 'account charge', 'tax GST 10', 'tax No tax 0'],
  ]);
  expect(mapping.taxes).toContainEqual({ code: 'OUTPUT', name: 'GST on Income' });
  const codes = [
    { what: 'account', key: 'default', code: '200' },
    { what: 'tax', key: 'GST 10', code: 'OUTPUT' },
  ];
  await done(fina, 'PUT', '/accounting/codes', { codes });
  await done(fina, 'PUT', '/accounting/contacts', {
    contacts: [{ clientId: acme, contact: { id: acmeThere.id, name: 'ACME' } }],
  });
  await sync();
  // One is mended and goes; the other waits for its contact still.
  expect(await booked(invoices[acme]?.id ?? '')).toMatchObject({ state: 'sent', externalStatus: 'AUTHORISED' });
  expect(await booked(invoices[birch]?.id ?? '')).toMatchObject({ state: 'failed', faultKind: 'mapping' });
  const contacts = [{ clientId: birch, contact: { id: birchThere.id, name: 'Birch & Sons' } }];
  await done(fina, 'PUT', '/accounting/contacts', { contacts });
  await sync();
  expect(
    books.documents.map(({ number, contact, total, tax, status, currency }) => [
      number,
      contact,
      total,
      tax,
      status,
      currency,
    ]),
  ).toEqual([
    ['HIT-00001', acmeThere.id, 21_010, 1_910, 'AUTHORISED', 'AUD'],
    ['HIT-00002', birchThere.id, 11_000, 1_000, 'AUTHORISED', 'AUD'],
  ]);
  expect(books.contacts).toHaveLength(2);
  const bad = await fina.call('PUT', '/accounting/codes', {
    codes: [{ what: 'account', key: 'nonsense', code: '200' }],
  });
  expect([bad.status, bad.text]).toEqual([422, expect.stringContaining('codes.0.key')]);
});

test('one that is refused of five holds up none, says why in Xero’s words, and goes once that is mended, without a twin', async () => {
  const five = [];
  for (let nth = 0; nth < 4; nth++) five.push((await issue([acme, '1', `${10 + nth}`]))[acme]);
  const bad = (await issue([birch, '1', '50']))[birch];
  books.contacts.splice(books.contacts.indexOf(birchThere), 1);
  await sync();
  expect(five.map((one) => there(one?.number)?.status)).toEqual(Array(4).fill('AUTHORISED'));
  expect(await booked(bad?.id ?? '')).toMatchObject({
    ...{ state: 'failed', faultKind: 'refused', externalId: null },
    fault: 'Xero does not take it: The Contact must be specified by a ContactID that exists, or a Name.',
  });
  expect(puts('Invoices')).toHaveLength(1);
  books.contacts.push(birchThere);
  await done(fina, 'POST', '/accounting/documents/retry', { invoiceId: bad?.id });
  await sync();
  expect(await booked(bad?.id ?? '')).toMatchObject({ state: 'sent', fault: '' });
  expect(books.documents.filter(({ number }) => number === bad?.number)).toHaveLength(1);
  expect((await fina.call('POST', '/accounting/documents/retry', {})).status).toBe(409);
});

test('an answer that was lost makes no twin, wherever it broke off', async () => {
  for (const on of [/PUT \/api.xro\/2.0\/Invoices/, /POST \/api.xro\/2.0\/Invoices/]) {
    const one = (await issue([acme, '3', '12.34']))[acme];
    simulator.disturbances.push({ on, times: 1, what: 'garbled' });
    await sync();
    expect((await link())?.fault).toContain('no JSON');
    expect(['sending', 'draft']).toContain((await booked(one?.id ?? ''))?.state);
    await sync();
    expect(await link()).toMatchObject({ fault: '', state: 'on' });
    expect(await booked(one?.id ?? '')).toMatchObject({ state: 'sent' });
    expect(books.documents.filter(({ number }) => number === one?.number)).toMatchObject([
      { status: 'AUTHORISED', total: 4_072 },
    ]);
  }
});

test('a line that broke is tried again by the same key and counts once', async () => {
  const one = (await issue([acme, '1', '77']))[acme];
  simulator.disturbances.push({ on: /PUT \/api.xro\/2.0\/Invoices/, times: 1, what: 'half' });
  await sync();
  expect(puts('Invoices')).toHaveLength(2);
  expect(await booked(one?.id ?? '')).toMatchObject({ state: 'sent' });
  expect(books.documents.filter(({ number }) => number === one?.number)).toHaveLength(1);
});

test('a total that differs by a cent is refused, told, and nothing of it is left there', async () => {
  books.roundsDown = true;
  const one = (await issue([acme, '1', '10.05']))[acme];
  await sync();
  expect(await booked(one?.id ?? '')).toMatchObject({
    ...{ state: 'failed', faultKind: 'difference', externalId: null },
    fault: expect.stringContaining('Xero comes to AUD 11.05, this to AUD 11.06. Nothing of it was left there.'),
  });
  expect(there(one?.number)).toBeUndefined();
  books.roundsDown = false;
  await done(fina, 'POST', '/accounting/documents/retry', {});
  await sync();
  expect(there(one?.number)).toMatchObject({ status: 'AUTHORISED', total: 1_106 });
});

test('a number that stands there for something else is left alone', async () => {
  const one = (await issue([acme, '1', '500']))[acme];
  books.documents.push({
    ...{
      id: crypto.randomUUID(),
      kind: 'invoice',
      number: one?.number ?? '',
      reference: '',
      url: '',
      contact: birchThere.id,
    },
    ...{
      date: '2026-11-01',
      dueDate: null,
      currency: 'AUD',
      status: 'AUTHORISED',
      total: 500,
      tax: 0,
      updatedAt: now(),
      lines: [],
    },
  });
  await sync();
  expect(await booked(one?.id ?? '')).toMatchObject({
    ...{ state: 'failed', faultKind: 'taken' },
    fault: expect.stringMatching(/already has HIT-\d+ of AUD 5.00 to Birch & Sons, which is not this one/),
  });
  books.documents.pop();
  await done(fina, 'POST', '/accounting/documents/retry', {});
  await sync();
  expect(await booked(one?.id ?? '')).toMatchObject({ state: 'sent' });
});

test('what was paid there flows back once, also what was recorded by hand before, and is taken back with it', async () => {
  const [paid, byHand] = [(await issue([acme, '1', '200']))[acme], (await issue([birch, '1', '300']))[birch]];
  await sync();
  const half = books.pay(paid?.number ?? '', 10_000, '2026-12-02', 'EFT 1');
  books.pay(byHand?.number ?? '', 33_000, '2026-12-01');
  await done(fina, 'POST', `/invoices/${byHand?.id}/payments`, {
    amount: 33_000,
    paidOn: desk.services.now().slice(0, 10),
  });
  await sync();
  await sync();
  expect(await invoice(paid?.id ?? '')).toMatchObject({
    ...{ state: 'part_paid', open: 12_000 },
    payments: [{ amount: 10_000, note: 'Xero: EFT 1', by: null }],
  });
  expect((await invoice(byHand?.id ?? '')).payments).toHaveLength(1);
  expect(await booked(byHand?.id ?? '')).toMatchObject({ externalStatus: 'PAID', note: '' });
  books.unpay(half);
  books.pay(paid?.number ?? '', 22_000, '2026-12-02');
  await sync();
  await sync();
  expect(await invoice(paid?.id ?? '')).toMatchObject({ state: 'paid', open: 0 });
  expect((await invoice(paid?.id ?? '')).payments.map(({ amount }) => amount).toSorted()).toEqual([
    -10_000, 10_000, 22_000,
  ]);
  expect((await view()).payments[0]).toMatchObject({
    invoice: { number: paid?.number },
    amount: 22_000,
    undone: false,
  });
});

test('more than is open here is noted rather than recorded', async () => {
  const one = (await issue([acme, '1', '100']))[acme];
  await sync();
  await done(fina, 'POST', `/invoices/${one?.id}/payments`, {
    amount: 6_000,
    paidOn: desk.services.now().slice(0, 10),
  });
  books.pay(one?.number ?? '', 11_000, '2026-11-30');
  await sync();
  expect(await booked(one?.id ?? '')).toMatchObject({
    note: expect.stringContaining('a payment of AUD 110.00, which is more than is open'),
  });
  expect((await invoice(one?.id ?? '')).payments).toHaveLength(1);
});

test('a credit for one line becomes a credit note that is used for its invoice, once', async () => {
  const one = (await issue([acme, '1', '40'], [acme, '1', '60']))[acme];
  await sync();
  const { lines } = await invoice(one?.id ?? '');
  const credit = { lineIds: [lines[0]?.id], reason: 'Not delivered', again: false };
  const { id } = await done<{ id: string }>(fina, 'POST', `/invoices/${one?.id}/credits`, credit);
  simulator.disturbances.push({ on: /PUT .*Allocations/, times: 1, what: 'garbled' });
  await sync();
  expect((await link())?.fault).toContain('no JSON');
  await sync();
  expect(await booked(id)).toMatchObject({ state: 'sent', note: '' });
  const invoiceThere = there(one?.number);
  expect(books.documents.filter(({ kind }) => kind === 'credit')).toMatchObject([{ total: 4_400, status: 'PAID' }]);
  expect(books.allocations).toMatchObject([{ invoice: invoiceThere?.id, cents: 4_400 }]);
  const open = (await invoice(one?.id ?? '')).open;
  expect([open, invoiceThere && books.dueOf(invoiceThere)]).toEqual([6_600, 6_600]);
});

test('too many calls are waited for, a short while here and a long one until then', async () => {
  const one = (await issue([acme, '1', '21']))[acme];
  simulator.disturbances.push({ on: /Invoices/, times: 1, what: { status: 429, retryAfter: '1' } });
  await sync();
  expect(await booked(one?.id ?? '')).toMatchObject({ state: 'sent' });
  simulator.disturbances.push({ on: /Invoices/, times: 1, what: { status: 429, retryAfter: '7200' } });
  await sync();
  const { nextAt, fault } = (await link()) ?? {};
  expect(fault).toContain('fewer calls');
  expect(Date.parse(nextAt ?? '') - now()).toBe(7_200_000);
  at(new Date(now() + 60 * 60_000).toISOString());
  expect(await keepBooks(desk.services, new AbortController().signal)).toBe(false);
  at(new Date(now() + 60 * 60_000).toISOString());
  await sync();
  expect((await link())?.fault).toBe('');
});

test('pages that are shorter than asked for are all read', async () => {
  const paid = [(await issue([acme, '1', '1']))[acme], (await issue([birch, '1', '2']))[birch]];
  await sync();
  simulator.switches.pageSize = 1;
  for (const one of paid) books.pay(one?.number ?? '', there(one?.number)?.total ?? 0, '2026-11-30');
  await sync();
  simulator.switches.pageSize = null;
  for (const one of paid) expect(await invoice(one?.id ?? '')).toMatchObject({ state: 'paid' });
});

test('tokens rotate and are kept before they are used; a permission that was taken back is told until somebody connects', async () => {
  const tokens = () =>
    desk.run(({ tx }) => tx.selectFrom('accounting_links').select(['refresh_token', 'access_token']).execute());
  const before = await tokens();
  at(new Date(now() + 40 * 60_000).toISOString());
  await sync();
  expect(simulator.requests.filter((line) => line.includes('/connect/token'))).toHaveLength(1);
  expect(await tokens()).not.toEqual(before);
  xero.revoke();
  await sync();
  expect(await link()).toMatchObject({
    state: 'refused',
    fault: expect.stringContaining('was taken back or has ended. Connect it again'),
  });
  expect(await keepBooks(desk.services, new AbortController().signal)).toBe(false);
  await connect();
  expect(await link()).toMatchObject({ state: 'on', fault: '' });
  await sync();
});

test('a webhook with the right signature has the books looked at; every other is refused', async () => {
  const post = (body: string, signature: string | undefined) =>
    desk.app.inject({
      ...{ method: 'POST', url: '/hooks/xero', payload: body },
      headers: {
        'content-type': 'application/json',
        ...(signature === undefined ? {} : { 'x-xero-signature': signature }),
      },
    });
  const target = { url: '', secret: WEBHOOK_KEY };
  const due = async () => Date.parse((await link())?.nextAt ?? '') <= now();
  const some = books.documents[0] ?? null;
  const hostile = xeroCall(books, some, target, 'another key');
  for (const signature of [undefined, '', hostile.headers['x-xero-signature'], 'ä'.repeat(9)])
    expect((await post(hostile.body, signature)).statusCode).toBe(401);
  const intent = xeroCall(books, null, target);
  const received = await post(intent.body, intent.headers['x-xero-signature']);
  expect([received.statusCode, received.body, await due()]).toEqual([200, '', false]);
  expect((await post(`${intent.body} `, intent.headers['x-xero-signature'])).statusCode).toBe(401);
  const told = xeroCall(books, some, target);
  expect((await post(told.body, told.headers['x-xero-signature'])).statusCode).toBe(200);
  expect(await due()).toBe(true);
});

test('a client without a contact gets one where somebody asks for it, and a name that is there is said', async () => {
  const made = await fina.call('POST', `/accounting/clients/${birch}/contact`, { name: 'acme' });
  expect([made.status, made.text]).toEqual([409, expect.stringContaining('already assigned to another contact')]);
  await done(fina, 'POST', `/accounting/clients/${birch}/contact`, { name: 'Birch Legal' });
  expect(books.contacts.at(-1)).toMatchObject({ name: 'Birch Legal' });
});

test('whoever sees some clients keeps no books, and learns of an invoice of theirs alone; a paused link sends nothing', async () => {
  const limited = await hire(desk, { name: 'Lim Ited', role: 'finance', clientIds: [acme] });
  const one = (await issue([birch, '1', '5']))[birch];
  expect((await limited.call('GET', '/accounting')).status).toBe(403);
  expect((await limited.call('GET', `/invoices/${one?.id}/accounting`)).status).toBe(404);
  expect((await tom.call('GET', '/accounting')).status).toBe(403);
  await done(olga, 'POST', '/accounting/link/pause');
  at(new Date(now() + 60 * 60_000).toISOString());
  expect(await keepBooks(desk.services, new AbortController().signal)).toBe(false);
  await done(olga, 'POST', '/accounting/link/resume');
  await sync();
  expect(await booked(one?.id ?? '')).toMatchObject({ state: 'sent' });
});

test('another app is agreed to anew, and keeps no other books before the first are disconnected', async () => {
  const { version } = (await link()) ?? {};
  const other = { ...LINK, oauthClientId: 'another app', version };
  const bare = await olga.call('PUT', '/accounting/link', { ...other, oauthClientSecret: undefined });
  expect([bare.status, bare.text]).toEqual([422, expect.stringContaining('"path":"oauthClientSecret"')]);
  await done(olga, 'PUT', '/accounting/link', other);
  expect(await link()).toMatchObject({ state: 'new', organisation: 'Harbour IT (Xero)' });
  expect(await keepBooks(desk.services, new AbortController().signal)).toBe(false);
  await done(olga, 'PUT', '/accounting/link', { ...LINK, version: Number(version) + 1 });
  await connect();
  expect(await link()).toMatchObject({ state: 'on' });
  const was = books.tenant.id;
  books.tenant.id = crypto.randomUUID();
  const chosen = await olga.call('PUT', '/accounting/organisation', { organisationId: books.tenant.id });
  expect([chosen.status, chosen.text]).toEqual([409, expect.stringContaining('Disconnect it first')]);
  books.tenant.id = was;
});

test('what was disconnected and is connected again finds everything there, and nothing is paid twice', async () => {
  const count = books.documents.length;
  const all = await desk.run(({ tx }) => tx.selectFrom('payments').select('id').execute());
  const codes = [
    { what: 'account', key: 'default', code: '200' },
    { what: 'tax', key: 'GST 10', code: 'OUTPUT' },
  ];
  const mapped = await desk.run(({ tx }) => tx.selectFrom('accounting_contacts').selectAll().execute());
  await done(olga, 'DELETE', '/accounting/link');
  expect(await view()).toMatchObject({ link: null });
  await done(olga, 'PUT', '/accounting/link', { ...LINK, version: 0 });
  await connect();
  await done(olga, 'PUT', '/accounting/organisation', { organisationId: books.tenant.id });
  await done(fina, 'PUT', '/accounting/codes', { codes });
  const contacts = mapped.map((one) => ({
    clientId: one.client_id,
    contact: { id: one.contact_id, name: one.contact_name },
  }));
  await done(fina, 'PUT', '/accounting/contacts', { contacts });
  // Birch is another contact by now: what was sent for the one before is not ours to touch.
  await sync();
  expect(books.documents).toHaveLength(count);
  expect((await desk.run(({ tx }) => tx.selectFrom('payments').select('id').execute())).length).toBe(all.length);
});
