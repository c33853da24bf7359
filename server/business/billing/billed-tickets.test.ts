import { expect, test } from 'vitest';
import type { Issued } from '#shared/billing.ts';
import type { TicketPage, TicketView } from '#shared/ticket.ts';
import { billingDesk, done } from '#tests/billing-desk.ts';
import { openDesk } from '#tests/desk.ts';

/** What becomes of tickets whose time is on an invoice. */
const desk = await openDesk({ roles: ['web'] });
const { fina, olga, tom, acme, birch, at, worked, contract, preview, run, invoice } = await billingDesk(desk);
const inHours = { covers: { hours: ['in_hours'] } };
await contract(
  { clientId: acme, begins: '2026-11-01' },
  { kind: 'all_inclusive', name: 'Managed user', unit: 'user', quantity: '20', price: '95', ...inHours },
);
at('2026-11-30T00:00:00Z');
await worked(acme, '2026-11-04T11:00:00Z', 50, 'Included');
await worked(acme, '2026-11-10T21:20:00Z', 80, 'Charged');
const {
  issued: [bill],
} = await done<Issued>(fina, 'POST', `/billing-runs/${await run('2026-11-30')}/issue`, { clientIds: [acme] });
const billed = bill?.invoice.id ?? '';

const ticketCalled = async (title: string): Promise<TicketPage['items'][number]> => {
  const { items } = await done<TicketPage>(olga, 'GET', '/tickets');
  const found = items.find((one) => one.title === title);
  if (!found) throw new Error(`There is no ticket ${title}`);
  return found;
};
const move = (key: string) =>
  olga.call('POST', `/tickets/${key}/move`, { clientId: birch, reason: 'Logged for the wrong one' });

test.each(['Charged', 'Included'])(
  'a ticket with time on an invoice is not moved to another client: %s',
  async (title) => {
    const { key } = await ticketCalled(title);
    const { status, text } = await move(key);
    const why = `${key} has time on invoice 1; credit it there, to be billed again, and then move it`;
    expect([status, text]).toEqual([422, expect.stringContaining(why)]);
    expect(await done<TicketView>(olga, 'GET', `/tickets/${key}`)).toMatchObject({ key, client: { id: acme } });
  },
);

test('a ticket with time on an invoice is merged and taken apart, and its time stays billed', async () => {
  const { key } = await ticketCalled('Charged');
  const into = await done<TicketView>(tom, 'POST', '/tickets', { clientId: acme, title: 'Into', kind: 'incident' });
  await done(olga, 'POST', `/tickets/${key}/merge`, { into: into.key });
  expect(await preview(acme, '2026-11-30')).toMatchObject([{ state: 'nothing' }]);
  const { status, text } = await move(into.key);
  expect([status, text]).toEqual([422, expect.stringContaining(`${into.key} has time on invoice 1`)]);
  await done(olga, 'POST', `/tickets/${key}/unmerge`);
  expect(await preview(acme, '2026-11-30')).toMatchObject([{ state: 'nothing' }]);
  expect((await move(into.key)).status).toBe(201);
});

test('crediting a line frees the time in it; what the contract included is free once nothing of the invoice is left', async () => {
  const { lines } = await invoice(billed);
  const [charged] = lines.filter(({ why }) => why.entries.length > 0);
  const credit = { reason: 'For the wrong client', again: true };
  await done(fina, 'POST', `/invoices/${billed}/credits`, { ...credit, lineIds: [charged?.id] });
  expect((await move((await ticketCalled('Charged')).key)).status).toBe(201);
  const included = await ticketCalled('Included');
  expect((await move(included.key)).status).toBe(422);
  await done(fina, 'POST', `/invoices/${billed}/credits`, credit);
  expect((await move(included.key)).status).toBe(201);
  const [ofBirch] = await preview(birch, '2026-11-30');
  // 50 min at 180 in steps of 15, and 80 min at night at 1.5 times.
  expect(ofBirch?.lines.map(({ amount }) => amount).toSorted()).toEqual([18_000, 40_500]);
});
