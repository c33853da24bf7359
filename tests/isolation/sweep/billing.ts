import { newId } from '#kernel/ids.ts';
import type { Issued } from '#shared/billing.ts';
import type { ContractView } from '#shared/contract.ts';
import type { VarianceView } from '#shared/count.ts';
import { readyToBill } from '#tests/billing-desk.ts';
import type { Desk } from '#tests/desk.ts';
import type { Person } from '#tests/people.ts';
import { CANARY } from './canary.ts';
import type { Kind } from './vocabulary.ts';
import { must } from './world.ts';

type Caller = Pick<Person, 'call'>;

/** What of a client is about money: its contract with a line, a rate, what is charged once and waits, and what was billed. */
export type Billing = Record<
  'contract' | 'contractLine' | 'rate' | 'charge' | 'countSnapshot' | 'invoice' | 'invoiceLine',
  string
>;

const BEGUN = '2026-01-01';
const FAR = '2099-01-01';
/** A month ahead, so that a day which ends meanwhile changes nothing. */
const inAMonth = () => new Date(Date.now() + 31 * 86_400_000).toISOString().slice(0, 10);

type Set = Record<
  | 'taxRate'
  | 'billingRun'
  | 'vendorList'
  | 'vendorProduct'
  | 'staffCost'
  | 'product'
  | 'contractTemplate'
  | 'templateLine',
  string
>;

/**
 * Who bills, a tax, a rate for everybody, a run by which clients are billed, what somebody costs, what is sold, and a list of a vendor that
 * names a client of nobody’s.
 */
export async function setUpBilling(owner: Caller): Promise<Set> {
  const taxRate = await readyToBill(owner);
  const { items: staff } = await must<{ items: { id: string }[] }>(owner, 'GET', '/staff');
  const cost = { staffId: staff[0]?.id, perHour: '60', from: BEGUN };
  const { id: staffCost } = await must(owner, 'POST', '/staff-costs', cost);
  const sold = { code: 'FW-1', name: 'Firewall', kind: 'goods', billed: 'once', description: 'Keeps others out' };
  const prices = [{ currency: 'AUD', price: '1200', cost: '800' }];
  const { id: product } = await must(owner, 'POST', '/products', { ...sold, prices });
  return {
    ...{ taxRate, billingRun: await beginRun(owner), staffCost, product },
    ...{ ...(await keepTemplate(owner)), ...(await listOfVendor(owner)) },
  };
}

async function keepTemplate(owner: Caller): Promise<Pick<Set, 'contractTemplate' | 'templateLine'>> {
  const line = { kind: 'fixed', name: 'Backup', quantity: '1', price: '40' };
  const { id } = await must(owner, 'POST', '/contract-templates', { name: 'Everybody', lines: [line] });
  const { lines } = await must<{ lines: { id: string }[] }>(owner, 'GET', `/contract-templates/${id}`);
  return { contractTemplate: id, templateLine: lines[0]?.id ?? '' };
}

async function listOfVendor(owner: Caller): Promise<Pick<Set, 'vendorList' | 'vendorProduct'>> {
  const csv = `client,product,quantity\n${CANARY} zqdesk tenant,Seats,3`;
  const { id: vendorList } = await must(owner, 'POST', '/vendor-lists', { vendor: 'Pax8', day: BEGUN, csv });
  const name = { vendor: 'Pax8', kind: 'product', name: 'Seats', version: 0, newProduct: 'Seats' };
  await must(owner, 'PUT', '/vendor-names', name);
  const { items } = await must<{ items: { id: string }[] }>(owner, 'GET', '/vendor-products');
  return { vendorList, vendorProduct: items[0]?.id ?? '' };
}

const beginRun = async (owner: Caller): Promise<string> =>
  (await must(owner, 'POST', '/billing-runs', { name: 'All of them', by: inAMonth() })).id;

async function issue(owner: Caller, run: string, client: string): Promise<string> {
  const { issued, refused } = await must<Issued>(owner, 'POST', `/billing-runs/${run}/issue`, { clientIds: [client] });
  const [one] = issued;
  if (!one) throw new Error(`Nothing was issued: ${JSON.stringify(refused)}`);
  return one.invoice.id;
}

type About = { client: string; ticket: string; run: string; template: string };

/**
 * What a client agreed to and was billed: a contract whose block its work runs out of, a rate, something charged once, an invoice for all of
 * it with a payment, and a credit. What is charged once and waits is another.
 */
export async function plantBilling(
  desk: Desk,
  owner: Person,
  { client, ticket, run, template }: About,
  words: (what: string) => string,
): Promise<Billing> {
  await must(owner, 'PUT', `/clients/${client}/billing`, {
    ...{ version: 0, legalName: words('legal name'), address: words('billing address') },
    ...{ taxNumber: words('tax number'), reference: words('their reference') },
    mail: `${words('bills').replaceAll(' ', '.')}@people.example`,
  });
  const post = async (url: string, body: object) => (await must(owner, 'POST', url, body)).id;
  const contract = await post('/contracts', {
    ...{ clientId: client, templateId: template, name: words('contract'), begins: BEGUN, billsFrom: BEGUN },
    ...{ reference: words('contract reference'), notes: words('contract notes') },
  });
  const contractLine = await post(`/contracts/${contract}/lines`, {
    ...{ kind: 'block_hours', name: words('block'), unit: words('unit'), quantity: '1', price: '150' },
  });
  await post(`/contracts/${contract}/lines`, {
    ...{ kind: 'fixed', name: words('counted'), unit: words('person'), quantity: '12345', price: '0' },
    counts: { source: 'people' },
  });
  const { version } = await must<ContractView>(owner, 'GET', `/contracts/${contract}`);
  await must(owner, 'PATCH', `/contracts/${contract}`, { version, state: 'active' });
  const countSnapshot = await keepCount(owner, client, words('count'));
  const rate = await post('/rates', { clientId: client, roleKey: 'technician', perHour: '190', from: BEGUN });
  const once = { clientId: client, quantity: '1', price: '20' };
  const charge = await post('/charges', { ...once, name: words('charge'), unit: words('piece'), due: FAR });
  await post('/charges', { ...once, name: words('billed'), unit: words('box'), due: BEGUN });
  const entry = await post(`/tickets/${ticket}/time`, { minutes: 90, note: words('billed time') });
  await desk.run(({ tx }) =>
    tx.updateTable('time_entries').set({ state: 'approved' }).where('id', '=', entry).execute(),
  );
  const invoice = await issue(owner, run, client);
  const { lines } = await must<{ lines: { id: string; name: string }[] }>(owner, 'GET', `/invoices/${invoice}`);
  const [first, last] = [lines[0]?.id ?? '', lines.at(-1)?.id ?? ''];
  await must(owner, 'POST', `/invoices/${invoice}/payments`, { amount: 5, paidOn: BEGUN, note: words('payment') });
  await must(owner, 'POST', `/invoices/${invoice}/credits`, { lineIds: [last], reason: words('credit'), again: false });
  await plantMail(desk, { client, invoice }, `${words('mailed')}@people.example`);
  await plantBooked(desk, client, invoice, words);
  await plantWarning(desk, client, contract);
  return { contract, contractLine, rate, charge, countSnapshot, invoice, invoiceLine: first };
}

/** What was counted at a client, and that it is meant to differ from the contract. */
async function keepCount(owner: Caller, client: string, reason: string): Promise<string> {
  await must(owner, 'POST', '/counts', { clientId: client });
  const { items } = await must<{ items: VarianceView[] }>(owner, 'GET', `/count-variances?clientId=${client}`);
  const { line, counted } = items[0] ?? {};
  const snapshotId = counted?.snapshotId ?? '';
  const kept = { version: line?.version, snapshotId, kind: 'keep', reason };
  await must(owner, 'POST', `/count-variances/${line?.id}/decision`, kept);
  return snapshotId;
}

/** The contract was said to earn too little. */
const plantWarning = (desk: Desk, client: string, contract: string) =>
  desk.run(({ tx, now }) =>
    tx
      .insertInto('contract_warnings')
      .values({
        client_id: client,
        id: newId(),
        contract_id: contract,
        kind: 'margin',
        from_day: BEGUN,
        created_at: now,
      })
      .execute(),
  );

/** The invoice went by mail to an address, which the mail that took it holds as well. */
const plantMail = (desk: Desk, { client, invoice }: { client: string; invoice: string }, address: string) =>
  desk.run(async ({ tx, now }) => {
    const of = { client_id: client, id: newId(), address, kind: 'invoice', created_at: now };
    const mail = { ...of, subject: address, text: address, state: 'sent', next_at: now, give_up_at: now };
    await tx.insertInto('outgoing_mails').values(mail).execute();
    await tx
      .insertInto('invoice_mails')
      .values({ ...of, invoice_id: invoice, mail_id: of.id })
      .execute();
  });

/** Where the invoice and its payment are in the books, as if they had been sent. */
const plantBooked = (desk: Desk, client: string, invoice: string, words: (what: string) => string) =>
  desk.run(async ({ tx, now }) => {
    const of = { client_id: client, invoice_id: invoice };
    const contact = { contact_id: words('contact id'), contact_name: words('contact in the books') };
    await tx
      .insertInto('accounting_contacts')
      .values({ client_id: client, ...contact, confirmed_at: now })
      .execute();
    await tx
      .insertInto('accounting_documents')
      .values({
        ...{ ...of, state: 'failed', external_id: words('booked as'), external_status: words('status there') },
        ...{ fault_kind: 'refused', fault: words('not booked'), note: words('odd in the books'), updated_at: now },
      })
      .execute();
    const { id } = await tx
      .selectFrom('payments')
      .select('id')
      .where('invoice_id', '=', invoice)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('accounting_payments')
      .values({ ...of, external_id: words('paid as'), payment_id: id, amount: 5, read_at: now })
      .execute();
  });

/**
 * Makers of what of one's own client is about money, for one request: what the address names and what hangs on it belong together. Invoices
 * are issued by whoever sees all clients.
 */
export function freshBilling(me: Caller, owner: Caller, client: string): Partial<Record<Kind, () => Promise<string>>> {
  const post = async (url: string, body: object) => (await must(me, 'POST', url, body)).id;
  const once = <T>(make: () => Promise<T>) => {
    let made: Promise<T> | undefined;
    return () => {
      made ??= make();
      return made;
    };
  };
  const charge = (due: string) =>
    post('/charges', { clientId: client, name: 'home fresh', due, quantity: '1', price: '20' });
  const contract = once(() => post('/contracts', { clientId: client, name: 'home fresh', begins: BEGUN }));
  const invoice = once(async () => {
    await charge(BEGUN);
    return issue(owner, await beginRun(owner), client);
  });
  const lineOf = async (id: string) =>
    (await must<{ lines: { id: string }[] }>(me, 'GET', `/invoices/${id}`)).lines[0]?.id ?? '';
  return {
    contract,
    contractLine: async () =>
      post(`/contracts/${await contract()}/lines`, {
        ...{ kind: 'all_inclusive', name: 'home fresh', quantity: '1', price: '20' },
      }),
    rate: () => post('/rates', { clientId: client, perHour: '170', from: aDay() }),
    charge: () => charge(FAR),
    invoice,
    invoiceLine: async () => lineOf(await invoice()),
  };
}

let days = 0;
/** Another day each time: no two rates for the same begin on one. */
export const aDay = (): string => {
  days += 1;
  return new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10);
};
