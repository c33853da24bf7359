import { createHash } from 'node:crypto';
import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { priceOffer } from '#kernel/quote.ts';
import { createContact } from '#server/business/client/index.ts';
import type { ChargeView, ContractView } from '#shared/contract.ts';
import type { NotificationPage } from '#shared/notification.ts';
import type { ProjectView } from '#shared/project.ts';
import type { OrderLineView, PortalQuoteRow, PortalQuoteView, QuoteDetail, QuoteRow } from '#shared/quote.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { fetchPdf, wordsOf } from '#tests/pdf.ts';
import { hire } from '#tests/people.ts';
import { enterAs } from '#tests/portal-people.ts';

const desk = await openDesk({ roles: ['web'] });
const { fina, tom, acme, birch, gst, at, preview } = await billingDesk(desk);
const people = await desk.run(async (ctx) => ({
  ada: await createContact(ctx, { clientId: acme, name: 'Ada' }),
  boss: await createContact(ctx, { clientId: acme, name: 'Boss', sees: 'all', language: 'de' }),
  vice: await createContact(ctx, { clientId: acme, name: 'Vice', sees: 'all' }),
  bea: await createContact(ctx, { clientId: birch, name: 'Bea', sees: 'all' }),
}));
const enter = (clientId: string, contactId: string) => enterAs(desk, { clientId, contactId, way: 'mail' });
const [boss, vice, ada, bea] = [
  await enter(acme, people.boss),
  await enter(acme, people.vice),
  await enter(acme, people.ada),
  await enter(birch, people.bea),
];

const LINES = [
  {
    name: 'Firewall',
    kind: 'goods',
    billed: 'once',
    quantity: '2',
    price: '1200',
    discount: '12.5',
    cost: '800',
    supplier: 'Nordic',
  },
  { name: 'Installation', kind: 'labour', billed: 'once', quantity: '3.5', price: '180', cost: '60', unit: 'hours' },
  {
    name: 'Managed firewall',
    kind: 'service',
    billed: 'monthly',
    quantity: '2',
    price: '49.99',
    discount: '10',
    unit: 'device',
  },
  { name: 'Spare unit', kind: 'goods', billed: 'once', quantity: '1', price: '700', choice: 'optional', chosen: false },
  {
    name: 'Backup 1 TB',
    kind: 'licence',
    billed: 'monthly',
    quantity: '1',
    price: '40',
    choice: 'one_of',
    group: 'Backup',
  },
  {
    name: 'Backup 5 TB',
    kind: 'licence',
    billed: 'monthly',
    quantity: '1',
    price: '90',
    choice: 'one_of',
    group: 'Backup',
    chosen: false,
  },
];
const draft = async (more: object = {}) => {
  const body = {
    clientId: acme,
    title: 'New firewall',
    contactId: people.boss,
    introduction: 'As we said.',
    terms: 'Net 14.',
    lines: LINES,
  };
  return (await done<{ id: string }>(fina, 'POST', '/quotes', { ...body, ...more })).id;
};
const look = (id: string) => done<QuoteDetail>(fina, 'GET', `/quotes/${id}`);
const send = async (id: string) =>
  done<QuoteDetail>(fina, 'POST', `/quotes/${id}/send`, { version: (await look(id)).version });
const sent = async (more: object = {}) => send(await draft(more));
const chosen = ({ lines }: Pick<QuoteDetail, 'lines'>, ...names: string[]) =>
  lines.filter(({ name }) => names.includes(name)).map(({ id }) => id);
const signing = (quote: QuoteDetail, ...names: string[]) => ({
  name: 'Berta Boss',
  consent: true,
  lineIds: chosen(quote, ...(names.length > 0 ? names : ['Backup 1 TB'])),
});

test('a quote is drafted with exact totals once and each month, with what it costs for staff alone', async () => {
  const quote = await look(await draft());
  expect(quote).toMatchObject({
    number: 'Q-00001',
    revision: 1,
    state: 'draft',
    currency: 'AUD',
    validUntil: '2026-12-01',
  });
  // 2 × 1050 + 3.5 × 180; the spare unit is not chosen at first.
  expect(quote.once).toEqual({ net: 273_000, tax: 27_300, total: 300_300, cost: 181_000, uncosted: 0 });
  // 2 × 44.991 is rounded once, and the first of the backups counts.
  expect(quote.monthly).toEqual({ net: 12_998, tax: 1_300, total: 14_298, cost: 0, uncosted: 2 });
  expect(quote.lines[0]).toMatchObject({
    unitPrice: '1050',
    amount: 210_000,
    costs: 160_000,
    taxName: 'GST',
    taxPercent: '10',
  });
});

test.each([
  [{ quantity: '0' }, 'lines.0.quantity'],
  [{ quantity: '-1' }, 'lines.0.quantity'],
  [{ quantity: 'NaN' }, 'lines.0.quantity'],
  [{ quantity: '99999999' }, 'lines.0.quantity'],
  [{ quantity: '9000000', price: '9000000' }, 'lines.0.quantity'],
  [{ price: '-5' }, 'lines.0.price'],
  [{ discount: '100.01' }, 'lines.0.discount'],
  [{ discount: '-1' }, 'lines.0.discount'],
  [{ cost: 'Infinity' }, 'lines.0.cost'],
  [{ choice: 'one_of' }, 'lines.0.group'],
  [{ choice: 'one_of', group: 'Alone' }, 'lines.0.group'],
  [{ productId: '01990000-0000-7000-8000-0000000009ff' }, 'lines.0.productId'],
  [{ taxRateId: '01990000-0000-7000-8000-0000000009ff' }, 'lines.0.taxRateId'],
])('a line with %j is refused by its number and field', async (odd, path) => {
  const answer = await fina.call('POST', '/quotes', { clientId: acme, title: 'Odd', lines: [{ ...LINES[0], ...odd }] });
  expect([400, 422]).toContain(answer.status);
  expect(JSON.stringify(answer.body)).toMatch(new RegExp(path.replaceAll('.', '[./]')));
});

test.each([
  [{ contactId: 'bea' }, 'contactId'],
  [{ currency: 'XQZ' }, 'currency'],
  [{ currency: 'aud' }, 'currency'],
  [{ clientId: '01990000-0000-7000-8000-0000000009ff' }, 'clientId'],
  [{ title: '' }, 'title'],
  [{ validUntil: '2026-02-30' }, 'validUntil'],
])('a quote with %j is refused by the name of the field', async (odd, path) => {
  const body = { clientId: acme, title: 'Odd', ...odd, ...('contactId' in odd ? { contactId: people.bea } : {}) };
  const answer = await fina.call('POST', '/quotes', body);
  expect([400, 422]).toContain(answer.status);
  expect(JSON.stringify(answer.body)).toContain(path);
});

test('it is sent once it has a contact who may accept, a day to come and lines; from then on it is not changed', async () => {
  const refused = async (more: object, path: string) => {
    const answer = await fina.call('POST', `/quotes/${await draft(more)}/send`, { version: 1 });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path }] } });
  };
  await refused({ contactId: null }, 'contactId');
  await refused({ contactId: people.ada }, 'contactId');
  await refused({ validUntil: '2026-10-31' }, 'validUntil');
  await refused({ lines: [] }, 'lines');
  const quote = await sent();
  expect(quote).toMatchObject({ state: 'sent', seller: { name: 'Harbour IT Pty Ltd' }, buyer: { name: 'Acme' } });
  const { id, version } = quote;
  for (const [method, url, body] of [
    ['PATCH', `/quotes/${id}`, { version, title: 'Other' }],
    ['DELETE', `/quotes/${id}`, undefined],
    ['POST', `/quotes/${id}/send`, { version }],
  ] as const)
    expect((await fina.call(method, url, body)).status, `${method} ${url}`).toBe(409);
});

test('whoever looks after the company sees what it was sent without what it costs the provider; nobody else does', async () => {
  const quote = await sent({ title: 'Seen' });
  const hidden = await draft({ title: 'Not yet' });
  const view = (await boss.call('GET', `/portal/quotes/${quote.id}`)).body as PortalQuoteView;
  expect(view).toMatchObject({ number: quote.number, once: { total: 300_300 }, monthly: { total: 14_298 } });
  for (const own of ['cost', 'supplier', 'Nordic', 'Fina', 'productId', 'uncosted', '160000'])
    expect(JSON.stringify(view)).not.toContain(own);
  const { items } = (await boss.call('GET', '/portal/quotes')).body as { items: PortalQuoteRow[] };
  expect(items.map(({ id }) => id)).toContain(quote.id);
  expect(items.some(({ state }) => state === 'draft')).toBe(false);
  expect((await boss.call('GET', `/portal/quotes/${hidden}`)).status).toBe(404);
  expect((await ada.call('GET', '/portal/quotes')).status).toBe(403);
  for (const url of [`/portal/quotes/${quote.id}`, `/portal/quotes/${quote.id}/pdf`]) {
    expect((await bea.call('GET', url)).status).toBe(404);
    expect((await ada.call('GET', url)).status).toBe(403);
  }
  for (const who of [ada, bea]) {
    const answer = await who.call('POST', `/portal/quotes/${quote.id}/accept`, signing(quote));
    expect(answer.status).toBe(who === ada ? 403 : 404);
  }
  expect((await tom.call('GET', `/quotes/${quote.id}`)).status).toBe(403);
  const tess = await hire(desk, { name: 'Tess', role: 'finance', clientIds: [birch] });
  expect((await tess.call('GET', `/quotes/${quote.id}`)).status).toBe(404);
  expect((await done<{ items: QuoteRow[] }>(tess, 'GET', '/quotes')).items).toEqual([]);
});

test('an accepted quote is signed to the letter, and becomes a contract draft, an order, a project draft and a charge, each to the cent', async () => {
  const travel = { name: 'Travel', kind: 'service', billed: 'once', quantity: '1', price: '90', taxRateId: gst };
  const quote = await sent({ title: 'All of it', lines: [...LINES, travel] });
  const url = `/portal/quotes/${quote.id}/accept`;
  const odd = async (body: object, path: string) =>
    expect(await boss.call('POST', url, body)).toMatchObject({ status: 422, body: { errors: [{ path }] } });
  const message = 'must hold letters, as a name does, in one line';
  for (const name of ['..', 'A.', '-- 1 --'])
    expect(await boss.call('POST', url, { ...signing(quote), name })).toMatchObject({
      ...{ status: 400, body: { errors: [{ path: 'name', message }] } },
    });
  await odd({ ...signing(quote), consent: false }, 'consent');
  await odd({ ...signing(quote), lineIds: [] }, 'lineIds');
  await odd(signing(quote, 'Backup 1 TB', 'Backup 5 TB'), 'lineIds');
  await odd(signing(quote, 'Backup 1 TB', 'Firewall'), 'lineIds');
  const accepted = await boss.call('POST', url, signing(quote, 'Backup 5 TB', 'Spare unit'));
  expect(accepted).toMatchObject({ status: 200, body: { state: 'accepted', signature: { name: 'Berta Boss' } } });
  const seen = await look(quote.id);
  expect(seen).toMatchObject({ state: 'accepted', once: { net: 352_000 }, monthly: { net: 17_998 } });
  const { signature, made } = seen;
  expect(signature).toMatchObject({ contact: { id: people.boss, name: 'Boss' }, address: '127.0.0.1' });
  expect(signature?.sha256).toBe(
    createHash('sha256')
      .update(signature?.content ?? '')
      .digest('hex'),
  );
  const content = JSON.parse(signature?.content ?? '');
  expect(content).toMatchObject({
    quote: quote.number,
    revision: 1,
    notTaken: ['Backup 1 TB'],
    once: { total: 387_200 },
  });
  expect(signature?.content).not.toContain('Nordic');
  const contract = await done<ContractView>(fina, 'GET', `/contracts/${made.contract?.id}`);
  expect(contract).toMatchObject({
    state: 'draft',
    name: 'All of it',
    monthly: 17_998,
    reference: `${quote.number}, revision 1`,
  });
  expect(contract.lines.map(({ name }) => name)).toEqual(['Managed firewall', 'Backup 5 TB']);
  const { items: lines } = await done<{ items: OrderLineView[] }>(fina, 'GET', `/order-lines?quoteId=${quote.id}`);
  expect(lines).toMatchObject([
    { name: 'Firewall', quantity: '2', price: '1050', cost: '800', supplier: 'Nordic', state: 'to_order' },
    { name: 'Spare unit', quantity: '1', price: '700' },
  ]);
  const { items: charges } = await done<{ items: ChargeView[] }>(fina, 'GET', `/charges?clientId=${acme}`);
  expect(charges).toMatchObject([{ name: 'Travel', quantity: '1', price: '90', due: '2026-11-01' }]);
  const project = await done<ProjectView>(fina, 'GET', `/projects/${made.project?.id}`);
  expect(project).toMatchObject({
    name: 'All of it',
    state: 'draft',
    charged: 'fixed',
    budgetAmount: 63_000,
    budgetMinutes: 210,
  });
  expect(project.items.map(({ title }) => title)).toEqual(['Installation']);
  expect(made).toMatchObject({ order: { lines: 2 }, charges: 1 });
  const { items: told } = await done<NotificationPage>(fina, 'GET', '/me/notifications');
  expect(told[0]).toMatchObject({ kind: 'quote', quoteId: quote.id, text: expect.stringContaining('signed by Boss') });
  const again = await vice.call('POST', url, signing(quote));
  expect(again).toMatchObject({ status: 409, body: { detail: 'This quote was accepted already.' } });
});

test('what is bought is ordered, received and handed over, and charged once then', async () => {
  const { items } = await done<{ items: OrderLineView[] }>(fina, 'GET', `/order-lines?clientId=${acme}`);
  const [firewall] = items;
  const url = `/order-lines/${firewall?.id}`;
  await done(fina, 'PATCH', url, { version: 1, state: 'ordered', reference: 'PO-77', expectedOn: '2026-11-10' });
  expect((await fina.call('PATCH', url, { version: 1, state: 'received' })).status).toBe(409);
  await done(fina, 'PATCH', url, { version: 2, state: 'received' });
  await done(fina, 'PATCH', url, { version: 3, state: 'handed_over' });
  const late = await fina.call('PATCH', url, { version: 4, state: 'ordered' });
  expect(late).toMatchObject({ status: 409, body: { detail: '“Handed over” cannot become “Ordered”.' } });
  await done(fina, 'PATCH', url, { version: 4, reference: 'PO-78' });
  const charged = async () => (await preview(acme, '2026-11-30'))[0]?.lines.map(({ name, amount }) => [name, amount]);
  const both = [
    ['Travel', 9_000],
    ['Firewall', 210_000],
  ];
  expect(await charged()).toEqual(both);
  const { items: charges } = await done<{ items: { id: string; name: string }[] }>(
    fina,
    'GET',
    `/charges?clientId=${acme}`,
  );
  await done(fina, 'DELETE', `/charges/${charges.find(({ name }) => name === 'Firewall')?.id}`);
  expect(await charged()).toEqual(both.slice(0, 1));
  for (const version of [5, 6]) await done(fina, 'PATCH', url, { version, state: 'handed_over' });
  expect(await charged()).toEqual(both);
});

test('of fifty who accept at once one does, and one contract, order and signature come of it', async () => {
  const quote = await sent({ title: 'Race' });
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, nth) =>
      (nth % 2 ? boss : vice).call('POST', `/portal/quotes/${quote.id}/accept`, signing(quote)),
    ),
  );
  const others = answers.filter(({ status }) => status !== 200);
  expect(others).toHaveLength(49);
  expect(others.filter(({ status }) => status !== 409)).toEqual([]);
  const counts = await desk.run(async ({ tx }) => ({
    signatures: (await tx.selectFrom('signatures').selectAll().where('quote_id', '=', quote.id).execute()).length,
    orders: (await tx.selectFrom('orders').selectAll().where('quote_id', '=', quote.id).execute()).length,
    contracts: (await tx.selectFrom('contracts').selectAll().where('name', '=', 'Race').execute()).length,
  }));
  expect(counts).toEqual({ signatures: 1, orders: 1, contracts: 1 });
});

test('a declined quote says why; one that expired where the client is, was withdrawn or superseded is not accepted', async () => {
  const refused = async (quote: QuoteDetail, detail: string, who = boss) => {
    const answer = await who.call('POST', `/portal/quotes/${quote.id}/accept`, signing(quote));
    expect(answer).toMatchObject({ status: 409, body: { detail } });
  };
  const declined = await sent({ title: 'Too dear' });
  await done(boss, 'POST', `/portal/quotes/${declined.id}/decline`, { reason: 'Too dear for us' });
  expect(await look(declined.id)).toMatchObject({ state: 'declined', declineReason: 'Too dear for us' });
  await refused(declined, 'This quote was declined. Ask for a new one.');
  const withdrawn = await sent();
  await done(fina, 'POST', `/quotes/${withdrawn.id}/withdraw`, { version: withdrawn.version });
  await refused(withdrawn, 'This quote was withdrawn.');
  const first = await sent({ title: 'Revised' });
  const { id: next } = await done<{ id: string }>(fina, 'POST', `/quotes/${first.id}/revisions`);
  expect((await fina.call('POST', `/quotes/${first.id}/revisions`)).status).toBe(409);
  expect(await look(next)).toMatchObject({ number: first.number, revision: 2, state: 'draft', once: first.once });
  expect((await boss.call('GET', `/portal/quotes/${next}`)).status).toBe(404);
  await send(next);
  await refused(first, 'A newer version of this quote was sent. Look at that one.');
  expect((await look(next)).revisions.map(({ revision, state }) => [revision, state])).toEqual([
    [2, 'sent'],
    [1, 'superseded'],
  ]);
  const short = await sent({ validUntil: '2026-11-03' });
  at('2026-11-03T23:59:00Z');
  expect((await look(short.id)).state).toBe('sent');
  at('2026-11-04T00:01:00Z');
  // Days have passed for the session of before as well.
  await refused(short, 'This quote has expired. Ask for a new one.', await enter(acme, people.boss));
  const expired = await done<{ items: QuoteRow[] }>(fina, 'GET', `/quotes?state=expired&clientId=${acme}`);
  expect(expired.items.map(({ id }) => id)).toEqual([short.id]);
});

test('it is printed for staff in the language of whoever it is for, and in the portal in the reader’s, with taxes of each part', async () => {
  const quote = await sent({ title: 'Auf Papier', validUntil: '2026-12-24' });
  const { words } = await fetchPdf(desk, fina, `/quotes/${quote.id}/pdf`);
  for (const text of [`Angebot ${quote.number}`, 'Monatlich', 'wahlweise', 'ABN 51 824 753 556', '3.003,00'])
    expect(words).toContain(text);
  const cookie = [...(await enter(acme, people.vice)).jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const printed = await desk.app.inject({ url: `/api/v1/portal/quotes/${quote.id}/pdf`, headers: { cookie } });
  const theirs = await wordsOf(printed.rawPayload);
  for (const text of [`Quote ${quote.number}`, 'Each month', 'AUD 142.98']) expect(theirs).toContain(text);
  expect(theirs).not.toContain('Nordic');
});

test('yen have no digits and dinars three: sums are whole numbers of what the currency has', async () => {
  const line = { name: 'Thing', kind: 'goods', billed: 'once', quantity: '3', price: '333.3335', taxRateId: gst };
  const net = async (currency: string) => (await look(await draft({ currency, lines: [line] }))).once.net;
  expect([await net('JPY'), await net('KWD'), await net('AUD')]).toEqual([1_000, 1_000_001, 100_000]);
});

const digits4 = (most: number) => fc.integer({ min: 0, max: most }).map((n) => new Fraction(n).div(10_000));
const written = (value: Fraction) => value.toString(4).replace(/\.?0*$/, '') || '0';

test('a line is its price less the discount to four digits, times its quantity, rounded once, with tax on that: as fractions say', () => {
  const half = (value: Fraction) => value.add(new Fraction(1, 2)).floor();
  fc.assert(
    fc.property(
      fc.record({
        quantity: digits4(10_000_000),
        price: digits4(100_000_000),
        discount: digits4(1_000_000),
        percent: digits4(300_000),
      }),
      fc.constantFrom(0, 2, 3),
      ({ quantity, price, discount, percent }, digits) => {
        const text = (value: Fraction) =>
          value.toFraction(false).includes('/') ? written(value) : value.toFraction(false);
        const line = {
          quantity: text(quantity),
          price: text(price),
          discount: text(discount),
          taxPercent: text(percent),
        };
        const priced = priceOffer({ ...line, cost: null, billed: 'once' }, digits);
        const unit = half(price.mul(new Fraction(100).sub(discount)).div(100).mul(10_000)).div(10_000);
        const amount = half(unit.mul(quantity).mul(10 ** digits));
        expect(priced.amount).toBe(Number(amount.valueOf()));
        expect(priced.tax).toBe(Number(half(amount.mul(percent).div(100)).valueOf()));
      },
    ),
    { numRuns: 2_000 },
  );
});
