import { createClient } from '#server/business/client/index.ts';
import type { Bill, InvoiceView, RunView } from '#shared/billing.ts';
import type { ContractView, CreateContract } from '#shared/contract.ts';
import type { TicketView } from '#shared/ticket.ts';
import type { Desk } from './desk.ts';
import { hire, type Person } from './people.ts';
import { holdClock } from './visitor.ts';

type Caller = {
  call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
  ): Promise<{ status: number; body: unknown }>;
};

/** Calls and expects that it went well; answers the body. */
export async function done<T>(
  who: Caller,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  body?: object,
): Promise<T> {
  const answer = await who.call(method, url, body);
  if (answer.status >= 300)
    throw new Error(`${method} ${url} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body as T;
}

const SELLER = {
  ...{
    legalName: 'Harbour IT Pty Ltd',
    address: '1 Quay Street\nSydney NSW 2000',
    payTo: 'BSB 000-000, account 12345678',
  },
  ...{ taxNumberName: 'ABN', taxNumber: '51 824 753 556', numberPrefix: 'INV-' },
};

/** Says who bills, which tax everybody pays, and what an hour costs: AUD 180. Returns the id of the tax, which is 10 %. */
export async function readyToBill(
  owner: Caller,
  seller: Partial<typeof SELLER> = {},
  tax: { name: string; note?: string } = { name: 'GST' },
): Promise<string> {
  const set = (key: string, value: object) =>
    done(owner, 'PUT', `/settings/${key}`, { level: 'provider', id: null, value, version: 0 });
  const { id: taxRateId } = await done<{ id: string }>(owner, 'POST', '/tax-rates', { ...tax, percent: '10' });
  await set('billing.tax', { taxRateId });
  await set('billing.seller', { ...SELLER, ...seller });
  await done(owner, 'POST', '/rates', { perHour: '180', from: '2026-01-01' });
  return taxRateId;
}

/**
 * A desk that can bill: an owner, somebody for the money and a technician, GST of 10 %, a rate of AUD 180 for everybody, Acme and Birch. Its
 * clock stands at an instant; without one it goes on.
 */
export async function billingDesk(desk: Desk, now: string | null = '2026-11-01T00:00:00Z') {
  if (now) holdClock(desk, Date.parse(now));
  const olga = await hire(desk, { name: 'Olga Owner' });
  const fina = await hire(desk, { name: 'Fina Finance', role: 'finance' });
  const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
  const [acme, birch] = await desk.run(async (ctx) => [
    await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
    await createClient(ctx, { name: 'Birch Legal', code: 'BIRCH', timeZone: 'UTC' }),
  ]);
  const gst = await readyToBill(olga, { numberPrefix: 'HIT-' });
  return { olga, fina, tom, acme, birch, gst, ...callsOf(desk, { olga, fina, tom }) };
}

type People = Record<'olga' | 'fina' | 'tom', Person>;

function callsOf(desk: Desk, { olga, fina, tom }: People) {
  const at = (instant: string) => holdClock(desk, Date.parse(instant));
  /** Time that Tom worked up to an instant on a new ticket of a client, approved. Answers the entry's id. */
  const worked = async (clientId: string, endedAt: string, minutes: number, title = 'Printer jams') => {
    const { key } = await done<TicketView>(tom, 'POST', '/tickets', { clientId, title, kind: 'incident' });
    const { id } = await done<{ id: string }>(tom, 'POST', `/tickets/${key}/time`, {
      minutes,
      workedAt: new Date(endedAt).toISOString(),
    });
    const day = endedAt.slice(0, 10);
    await done(tom, 'POST', '/time/submit', { from: day, to: day });
    await done(olga, 'POST', '/time/decide', { entryIds: [id], approve: true });
    return id;
  };
  /** A contract with lines, active. */
  const contract = async (
    input: Pick<CreateContract, 'clientId' | 'begins'> & Partial<CreateContract>,
    ...lines: readonly object[]
  ) => {
    const { id } = await done<{ id: string }>(fina, 'POST', '/contracts', { name: 'Managed service', ...input });
    for (const line of lines) await done(fina, 'POST', `/contracts/${id}/lines`, line);
    const { version } = await done<ContractView>(fina, 'GET', `/contracts/${id}`);
    return done<ContractView>(fina, 'PATCH', `/contracts/${id}`, { version, state: 'active' });
  };
  const preview = async (clientId: string, by: string) =>
    (await done<{ items: Bill[] }>(fina, 'GET', `/billing-preview?clientId=${clientId}&by=${by}`)).items;
  const run = async (by: string, name = 'November') =>
    (await done<{ id: string }>(fina, 'POST', '/billing-runs', { name, by, issuedOn: by })).id;
  const viewRun = (id: string) => done<RunView>(fina, 'GET', `/billing-runs/${id}`);
  const invoice = (id: string) => done<InvoiceView>(fina, 'GET', `/invoices/${id}`);
  return { at, worked, contract, preview, run, viewRun, invoice };
}
