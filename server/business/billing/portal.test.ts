import { expect, test } from 'vitest';
import { createContact } from '#server/business/client/index.ts';
import type { Issued } from '#shared/billing.ts';
import type { PortalAccount, PortalInvoiceRow, PortalInvoiceView } from '#shared/portal-billing.ts';
import type { Receivable } from '#shared/receivables.ts';
import type { SettingView } from '#shared/settings.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { fetchPdf, wordsOf } from '#tests/pdf.ts';
import { hire } from '#tests/people.ts';
import { enterAs } from '#tests/portal-people.ts';
import type { Visitor } from '#tests/visitor.ts';

const desk = await openDesk({ roles: ['web'] });
const { olga, fina, acme, birch, at, contract, preview, run, worked } = await billingDesk(desk);
const people = await desk.run(async (ctx) => ({
  ada: await createContact(ctx, { clientId: acme, name: 'Ada' }),
  boss: await createContact(ctx, { clientId: acme, name: 'Boss', sees: 'all', language: 'de' }),
  bea: await createContact(ctx, { clientId: birch, name: 'Bea', sees: 'all' }),
}));
const cookieOf = ({ jar }: Visitor) => ({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') });
const enter = (clientId: string, contactId: string) => enterAs(desk, { clientId, contactId, way: 'mail' });

/** Acme with a block of 2 hours a month, which 3.5 hours of October exceed, and Birch with something fixed; both billed. */
async function billed(): Promise<string> {
  at('2026-10-01T00:00:00Z');
  await contract(
    { clientId: acme, begins: '2026-10-01' },
    { kind: 'block_hours', name: 'Prepaid hours', quantity: '2', price: '150', percent: '100' },
  );
  await contract(
    { clientId: birch, begins: '2026-10-01' },
    { kind: 'fixed', name: 'Backup', quantity: '1', price: '99' },
  );
  at('2026-10-20T15:00:00Z');
  await worked(acme, '2026-10-20T15:00:00Z', 210);
  at('2026-11-01T00:00:00Z');
  const { issued } = await done<Issued>(olga, 'POST', `/billing-runs/${await run('2026-10-31')}/issue`, {
    clientIds: [acme, birch],
  });
  return issued.find(({ client }) => client.id === acme)?.invoice.id ?? '';
}

test('whoever looks after a company reads its invoices and what is left of its hours; others of it and other companies do not', async () => {
  const id = await billed();
  const [boss, ada, bea] = [
    await enter(acme, people.boss),
    await enter(acme, people.ada),
    await enter(birch, people.bea),
  ];
  const { items } = (await boss.call('GET', '/portal/invoices')).body as { items: PortalInvoiceRow[] };
  expect(items).toMatchObject([{ id, number: 'HIT-00001', kind: 'invoice', currency: 'AUD', state: 'open' }]);
  expect(items[0]).not.toHaveProperty('client');
  const view = (await boss.call('GET', `/portal/invoices/${id}`)).body as PortalInvoiceView;
  expect(view.lines.map(({ name, amount }) => [name.split(',')[0], amount])).toEqual([
    ['Prepaid hours', 30_000],
    [expect.stringContaining('Printer jams'), 27_000],
  ]);
  expect(view.lines[1]?.work).toMatchObject([{ day: '2026-10-20', seconds: 5_400, amount: 27_000 }]);
  // How a rate was agreed, who worked and who wrote the bill are the provider's own.
  for (const own of ['Tom Tech', 'why', 'Fina', 'run']) expect(JSON.stringify(view)).not.toContain(`"${own}"`);
  for (const who of [ada, bea])
    expect((await who.call('GET', `/portal/invoices/${id}`)).status).toBe(who === ada ? 403 : 404);
  for (const url of ['/portal/invoices', '/portal/account', `/portal/invoices/${id}/pdf`])
    expect((await ada.call('GET', url)).status, url).toBe(403);
  expect((await bea.call('GET', `/portal/invoices/${id}/pdf`)).status).toBe(404);
  const theirs = (await bea.call('GET', '/portal/invoices')).body as { items: PortalInvoiceRow[] };
  expect(theirs.items).toMatchObject([{ total: 10_890 }]);
});

test('what is owed is told with what of it is overdue, and hours left with the work that is not billed yet', async () => {
  const boss = await enter(acme, people.boss);
  const account = async () => (await boss.call('GET', '/portal/account')).body as PortalAccount;
  const open = { currency: 'AUD', open: 62_700 };
  expect((await account()).owed).toEqual([{ ...open, overdue: 0 }]);
  at('2026-11-10T12:00:00Z');
  await worked(acme, '2026-11-10T11:00:00Z', 90);
  expect((await account()).blocks).toMatchObject([
    { line: 'Prepaid hours', from: '2026-11-01', granted: 7_200, left: 1_800, currency: 'AUD' },
  ]);
  at('2026-12-10T12:00:00Z');
  expect((await account()).owed).toEqual([{ ...open, overdue: 62_700 }]);
  // Of October’s block nothing is left and nothing more is taken: a bill does not tell of it.
  const [bill] = await preview(acme, '2026-12-10');
  expect(bill?.blocks.map(({ from, left }) => [from, left])).toEqual([
    ['2026-11-01', 1_800],
    ['2026-12-01', 7_200],
  ]);
  const [invoice] = ((await boss.call('GET', '/portal/invoices')).body as { items: PortalInvoiceRow[] }).items;
  await done(fina, 'POST', `/invoices/${invoice?.id}/payments`, { amount: 62_700, paidOn: '2026-12-10' });
  expect(await account()).toMatchObject({ owed: [] });
});

test('an invoice is printed as its reader at the client reads it', async () => {
  const boss = await enter(acme, people.boss);
  const [{ id } = { id: '' }] = ((await boss.call('GET', '/portal/invoices')).body as { items: PortalInvoiceRow[] })
    .items;
  const answer = await desk.app.inject({
    method: 'GET',
    url: `/api/v1/portal/invoices/${id}/pdf`,
    headers: cookieOf(boss),
  });
  expect(answer.headers['content-type']).toBe('application/pdf');
  const text = await wordsOf(answer.rawPayload);
  for (const words of ['Rechnung HIT-00001', 'Gesamt', 'ABN 51 824 753 556', 'GST 10 %']) expect(text).toContain(words);
  // What Fettle wrote into the lines is German too, with the numbers; what people named stays.
  for (const words of ['Prepaid hours, 1. Oktober 2026', '31. Oktober 2026', 'Printer jams', '1,5 h'])
    expect(text).toContain(words);
  expect(text).not.toMatch(/\d Oct 2026|1\.5 h/);
});

test('a statement lists what is open and how much of it is late, for staff in the client’s language and for the client in its reader’s', async () => {
  const { items } = await done<{ items: Receivable[] }>(fina, 'GET', '/receivables');
  expect(items).toMatchObject([{ client: { id: birch }, currency: 'AUD', open: 10_890, notDue: 0, to30: 10_890 }]);
  const of = async (id: string) =>
    (await done<{ items: Receivable[] }>(fina, 'GET', `/receivables?clientId=${id}`)).items.map(
      ({ client }) => client.id,
    );
  expect([await of(birch), await of(acme)]).toEqual([[birch], []]);
  const { words } = await fetchPdf(desk, fina, `/clients/${birch}/statement/pdf`);
  for (const text of ['Statement', 'Birch Legal', 'HIT-00002', 'Overdue', 'AUD 108.90']) expect(words).toContain(text);
  const tess = await hire(desk, { name: 'Tess', role: 'finance', clientIds: [acme] });
  expect((await fetchPdf(desk, tess, `/clients/${birch}/statement/pdf`)).status).toBe(404);
  expect((await done<{ items: Receivable[] }>(tess, 'GET', '/receivables')).items).toEqual([]);
  const boss = await enter(acme, people.boss);
  const printed = await desk.app.inject({ url: '/api/v1/portal/statement/pdf', headers: cookieOf(boss) });
  expect(await wordsOf(printed.rawPayload)).toContain('Es ist nichts offen.');
  const ada = await enter(acme, people.ada);
  expect((await ada.call('GET', '/portal/statement/pdf')).status).toBe(403);
});

test('a bill tells of no block that has lapsed', async () => {
  at('2027-01-01T00:00:00Z');
  const line = { kind: 'block_hours', name: 'Good for a month', quantity: '1', price: '150', keepsMonths: 1 };
  await contract({ clientId: birch, begins: '2026-11-01' }, line);
  const blocks = (await preview(birch, '2027-01-01')).flatMap((bill) => bill.blocks);
  expect(blocks.map(({ from, until }) => [from, until])).toEqual([['2027-01-01', '2027-02-01']]);
});

test('in French a later bill says that it is the difference, and for which month it is', async () => {
  at('2027-01-01T00:00:00Z');
  const made = await contract(
    { clientId: acme, begins: '2026-12-01', name: 'Seats' },
    { kind: 'fixed', name: 'Seats', unit: 'seat', quantity: '2.5', price: '1234.5' },
  );
  const issue = async (name: string) => {
    const runId = await run('2026-12-31', name);
    const { issued } = await done<Issued>(olga, 'POST', `/billing-runs/${runId}/issue`, { clientIds: [acme] });
    return issued[0]?.invoice.id ?? '';
  };
  const chef = await desk.run((ctx) =>
    createContact(ctx, { clientId: acme, name: 'Chef', sees: 'all', language: 'fr' }),
  );
  const visitor = await enter(acme, chef);
  const read = async (id: string) => {
    const answer = await desk.app.inject({ url: `/api/v1/portal/invoices/${id}/pdf`, headers: cookieOf(visitor) });
    return wordsOf(answer.rawPayload);
  };
  const first = await read(await issue('December 2026'));
  for (const words of ['décembre 2026', 'Seats, 1 décembre 2026', '2,5 seat', '1 234,5'])
    expect(first.replaceAll(/\s/g, ' ')).toContain(words);
  expect(first).not.toMatch(/December|Dec 2026/);
  const [line] = made.lines;
  const terms = { version: line?.version, from: '2026-12-01', quantity: '3.5', price: '1234.5' };
  await done(olga, 'PUT', `/contracts/${made.id}/lines/${line?.id}/terms`, terms);
  const second = await read(await issue('January 2027'));
  expect(second).toContain('janvier 2027');
  expect(second.replaceAll(/\s/g, ' ')).toContain('(différence avec ce qui a été facturé)');
});

test('who has no tax number has no name of one on their paper', async () => {
  const { items } = await done<{ items: SettingView[] }>(olga, 'GET', '/settings');
  const seller = items.find(({ key }) => key === 'billing.seller');
  const value = { ...(seller?.value as object), taxNumber: ' ' };
  await done(olga, 'PUT', '/settings/billing.seller', { level: 'provider', id: null, version: 1, value });
  const { words } = await fetchPdf(desk, fina, `/clients/${birch}/statement/pdf`);
  expect(words).not.toContain('ABN');
});
