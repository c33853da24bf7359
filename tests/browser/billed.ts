import { csvOf } from '#shared/csv-words.ts';
import { done, readyToBill } from '#tests/billing-desk.ts';
import type { Person } from '#tests/people.ts';

/** A contract of a client that was billed by a run, all with the same long name. */
export async function billed(owner: Pick<Person, 'id' | 'call'>, clientId: string, long: string) {
  const id = async (url: string, body: object) => (await done<{ id: string }>(owner, 'POST', url, body)).id;
  await readyToBill(owner, { legalName: long, address: long, payTo: long }, { name: long, note: long });
  await id('/rates', { perHour: '150', from: '2026-01-01', clientId, staffId: owner.id });
  const contract = await id('/contracts', { clientId, name: long, begins: '2026-01-01' });
  const line = { kind: 'all_inclusive', name: long, unit: 'user', quantity: '1234567.25', price: '99.99' };
  await id(`/contracts/${contract}/lines`, line);
  await done(owner, 'PATCH', `/contracts/${contract}`, { version: 1, state: 'active' });
  await id('/charges', { clientId, name: long, due: '2099-01-01', quantity: '1', price: '-1234567.89' });
  const vendorList = await counted(owner, clientId, contract, long);
  const run = await id('/billing-runs', { name: long, by: '2026-01-31' });
  const { issued } = await done<{ issued: { invoice: { id: string } }[] }>(
    owner,
    'POST',
    `/billing-runs/${run}/issue`,
    {
      clientIds: [clientId],
    },
  );
  const template = await id('/contract-templates', { name: long, description: long, contractId: contract });
  return {
    contract,
    template,
    vendorList,
    run,
    invoice: issued[0]?.invoice.id,
    ...(await quoted(owner, clientId, long)),
  };
}

/** What is sold, a draft that offers it in every way, and the same once it was sent. */
async function quoted(owner: Pick<Person, 'id' | 'call'>, clientId: string, long: string) {
  const id = async (url: string, body: object) => (await done<{ id: string }>(owner, 'POST', url, body)).id;
  const worth = { currency: 'AUD', price: '1234567.89', cost: '123456.78' };
  const sold = { code: long.slice(0, 60).trim(), name: long, description: long, kind: 'goods', billed: 'once' };
  await id('/products', { ...sold, unit: 'piece', supplier: long, prices: [worth, { ...worth, currency: 'NZD' }] });
  const line = { name: long, description: long, kind: 'goods', billed: 'once', quantity: '12.25', price: '1234567.89' };
  const lines = [
    { ...line, discount: '12.5', cost: '123456.78', unit: 'piece' },
    { ...line, billed: 'monthly', choice: 'optional' },
    ...[1, 2].map(() => ({ ...line, choice: 'one_of', group: long.slice(0, 100).trim() })),
  ];
  const contactId = await id('/contacts', { clientId, name: long, sees: 'all' });
  const body = { clientId, contactId, title: long, introduction: long, terms: long, lines };
  const sentQuote = await id('/quotes', body);
  await done(owner, 'POST', `/quotes/${sentQuote}/send`, { version: 1 });
  return { quote: await id('/quotes', body), sentQuote };
}

/** A line whose count differs, and a list of a vendor with a name that nobody has mapped. Answers the list. */
async function counted(owner: Pick<Person, 'id' | 'call'>, clientId: string, contract: string, long: string) {
  const counts = { source: 'people' };
  const line = { kind: 'fixed', name: long, unit: 'person', quantity: '1234567', price: '0.01', counts };
  await done(owner, 'POST', `/contracts/${contract}/lines`, line);
  await done(owner, 'POST', '/counts', { clientId });
  const csv = csvOf([
    ['client', 'product', 'quantity'],
    [long, long, '1234567.25'],
  ]);
  const list = { vendor: long.slice(0, 100).trim(), day: '2026-01-31', csv };
  return (await done<{ id: string }>(owner, 'POST', '/vendor-lists', list)).id;
}
