import { expect, test } from 'vitest';
import type { InvoiceTable, InvoiceView, Issued } from '#shared/billing.ts';
import { readCsv } from '#shared/csv-words.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { reckoned } from './booked-line.ts';

const desk = await openDesk({ roles: ['web'] });
const { fina, tom, acme, birch, contract, run, invoice } = await billingDesk(desk, '2026-11-30T00:00:00Z');
const charge = (clientId: string, name: string, quantity: string, price: string) =>
  done(fina, 'POST', '/charges', { clientId, name, due: '2026-11-01', quantity, price, unit: 'piece' });
const table = (query: string, who = fina) => done<InvoiceTable>(who, 'GET', `/invoices/table?${query}`);

await done(fina, 'PUT', `/clients/${acme}/billing`, {
  ...{ version: 0, legalName: '=Acme, "Ltd"', address: '1 Quay\nLevel 2\nSydney\nNSW\n2000', reference: 'PO 7' },
  ...{ mail: 'bills@acme.example', taxNumber: '' },
});
// Twenty seats for half of the month, then 23.
const seats = { kind: 'all_inclusive', name: 'Managed user', unit: 'user', quantity: '20', price: '95' };
const view = await contract({ clientId: acme, begins: '2026-11-01' }, seats);
await done(fina, 'PUT', `/contracts/${view.id}/lines/${view.lines[0]?.id}/terms`, {
  ...{ version: view.lines[0]?.version, from: '2026-11-16', quantity: '23', price: '95' },
});
await charge(acme, '@Cable', '3', '0.335');
await charge(birch, 'Discount', '2', '-10.01');
await charge(birch, 'Router', '1', '100');
const runId = await run('2026-11-30');
const { issued } = await done<Issued>(fina, 'POST', `/billing-runs/${runId}/issue`, { clientIds: [acme, birch] });
const [first = ''] = issued.filter(({ client }) => client.id === acme).map((one) => one.invoice.id);
const { lines } = await invoice(first);
const cable = lines.find(({ name }) => name.includes('Cable'))?.id;
await done(fina, 'POST', `/invoices/${first}/credits`, { lineIds: [cable], reason: 'Not delivered', again: false });

test('Xero gets a row for each line in its own columns, credits below zero, and no value is a formula', async () => {
  const { csv, invoices, more } = await table(`format=xero&runId=${runId}&account=200`);
  expect([invoices, more]).toEqual([3, false]);
  const [head, ...rows] = csv.trimEnd().split('\r\n');
  expect(head).toBe(
    '\ufeff"*ContactName","EmailAddress","POAddressLine1","POAddressLine2","POAddressLine3","POAddressLine4","POCity","PORegion","POPostalCode","POCountry","*InvoiceNumber","Reference","*InvoiceDate","*DueDate","InventoryItemCode","*Description","*Quantity","*UnitAmount","Discount","*AccountCode","*TaxType","TaxAmount","TrackingName1","TrackingOption1","TrackingName2","TrackingOption2","Currency","BrandingTheme"',
  );
  const party = '"\'=Acme, ""Ltd""","bills@acme.example","1 Quay","Level 2","Sydney","NSW, 2000","","","",""';
  const days = '"30/11/2026","14/12/2026",""';
  const rest = (tax: string) => `"","200","GST",${tax},"","","","","AUD",""`;
  expect(rows).toEqual([
    `${party},"HIT-00001","PO 7",${days},"Managed user, 1 Nov 2026 – 30 Nov 2026 (15 of 30 days 20 × 95; 15 of 30 days 23 × 95)",1,2042.5,${rest('204.25')}`,
    `${party},"HIT-00001","PO 7",${days},"'@Cable",3,0.335,${rest('0.10')}`,
    `"Birch Legal","","","","","","","","","","HIT-00002","November",${days},"Discount",2,-10.01,${rest('-2.00')}`,
    `"Birch Legal","","","","","","","","","","HIT-00002","November",${days},"Router",1,100,${rest('10.00')}`,
    `${party},"HIT-00003","Credits HIT-00001","30/11/2026","30/11/2026","","'@Cable",3,-0.335,${rest('-0.10')}`,
  ]);
});

test('MYOB gets amounts before and with tax, an empty line after each sale, and the month first where it wants that', async () => {
  const { csv } = await table('format=myob&from=2026-11-30&until=2026-11-30&account=4-1000&dates=month_first');
  const rows = csv.split('\r\n');
  expect(rows[3]).toBe('');
  expect(rows[4]).toBe(
    '"Birch Legal","","","","","","HIT-00002","11/30/2026","","Discount (2 piece)","4-1000",-20.02,-22.02,"November","GST",-2.00,"I","AUD","12/14/2026"',
  );
  expect(rows[7]).toBe(
    '"\'=Acme, ""Ltd""","1 Quay","Level 2","Sydney","NSW, 2000","","HIT-00003","11/30/2026","PO 7","\'@Cable (3 piece)","4-1000",-1.01,-1.11,"November: Credits HIT-00001: Not delivered","GST",-0.10,"I","AUD","11/30/2026"',
  );
  expect(rows.slice(8)).toEqual(['', '']);
});

test('QuickBooks gets quantity, rate and amount of each line', async () => {
  const { csv } = await table(`format=quickbooks&runId=${runId}&account=Managed services`);
  expect(csv.split('\r\n')[2]).toBe(
    '"HIT-00001","\'=Acme, ""Ltd""","30/11/2026","14/12/2026","","","November","Managed services","\'@Cable",3,0.335,1.01,"GST",0.10,"AUD",""',
  );
});

test('each file adds up to the invoices, to the cent', async () => {
  const { items } = await done<{ items: InvoiceView[] }>(fina, 'GET', '/invoices');
  const sum = items.reduce((all, { total }) => all + total, 0);
  for (const [format, net, tax] of [
    ['myob', 'Amount', 'GST Amount'],
    ['quickbooks', '*ItemAmount', 'ItemTaxAmount'],
  ] as const) {
    const [head, ...rows] = readCsv((await table(`format=${format}&runId=${runId}`)).csv) ?? [];
    const cents = (name: string) =>
      rows.reduce((all, { values }) => all + Math.round(Number(values[head?.values.indexOf(name) ?? -1]) * 100), 0);
    expect(cents(net) + cents(tax)).toBe(sum);
  }
});

test('another client’s invoices are in nobody else’s file, and bad asking is told by field', async () => {
  const limited = await hire(desk, { name: 'Lim Ited', role: 'finance', clientIds: [acme] });
  const { csv, invoices } = await table('format=xero&from=2026-01-01&until=2026-12-31', limited);
  expect([invoices, csv.includes('Birch')]).toEqual([2, false]);
  expect((await tom.call('GET', '/invoices/table?format=xero&from=2026-01-01&until=2026-12-31')).status).toBe(403);
  for (const [query, path] of [
    ['format=sage&from=2026-01-01&until=2026-12-31', 'format'],
    ['format=xero&from=2026-01-01', 'until'],
    ['format=xero&from=2026-02-01&until=2026-01-01', 'until'],
    ['format=xero&from=yesterday&until=2026-01-01', 'from'],
  ]) {
    const { status, text } = await fina.call('GET', `/invoices/table?${query}`);
    expect([400, 422], query).toContain(status);
    expect(text, query).toContain(`"path":"${path}"`);
  }
});

test.each([
  ['1.25', '220', 27_500, ['1.25', '220']],
  ['-1.25', '220', -27_500, ['1.25', '-220']],
  ['-2', '-10', 2_000, ['2', '10']],
  ['1.3333', '150', 20_000, ['1.3333', '150']],
  ['1.3333', '150', 20_001, ['1', '200.01']],
] as const)('%s at %s that is %i is told as %j', (quantity, price, amount, told) => {
  const line = reckoned({ name: 'Work', unit: 'h', quantity, price, amount }, 'AUD');
  expect([line.quantity, line.price]).toEqual(told);
});
