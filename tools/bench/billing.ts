import pg from 'pg';
import { Door } from './http.ts';
import type { Running } from './program.ts';
import { percentile } from './statistics.ts';

/** What the budgets speak of. */
export const PREVIEW_SECONDS = 60;
export const RUN_TIMES = 1.5;
export const EXPLAINED_MS = 100;

const ENTRIES = 40_000;
const MONTHS = 3;
/** Clients that are issued by one request. */
const AT_ONCE = 50;

export type BillingFigures = {
  clients: number;
  entries: number;
  /** Seconds. */
  preview: number;
  /** Seconds to issue all of it, to add up the same entries in plain SQL, and to print each invoice. */
  run: number;
  sql: number;
  papers: number;
  /** Milliseconds to open an invoice with what each line came of: p95. */
  explained: number;
};

/** Previews, issues and explains three months of every client, whose contracts take in some of the work and charge the rest. */
export async function measureBilling(program: Running, key: string): Promise<BillingFigures> {
  const door = new Door(program.address, key, 1);
  const admin = new pg.Client({ connectionString: program.adminUrl });
  await admin.connect();
  try {
    const begins = await firstDay(admin, MONTHS);
    const ends = await firstDay(admin, 0);
    await readyToBill(door);
    const { rows: clients } = await admin.query<{ id: string }>(
      `select id from fettle.clients where kind = 'client' order by id`,
    );
    for (const [nth, { id }] of clients.entries()) await agree(door, id, nth, begins);
    await admin.query(WORKED, [ENTRIES, begins, ends]);
    await admin.query('analyze fettle.time_entries');
    return {
      clients: clients.length,
      entries: ENTRIES,
      ...(await measureRun(door, admin, clients, ends)),
    };
  } finally {
    door.close();
    await admin.end();
  }
}

const firstDay = async (admin: pg.Client, monthsAgo: number): Promise<string> =>
  (
    await admin.query<{ day: string }>(
      `select (date_trunc('month', now()) - make_interval(months => $1))::date::text as day`,
      [monthsAgo],
    )
  ).rows[0]?.day ?? '';

async function readyToBill(door: Door): Promise<void> {
  const set = (setting: string, value: object) =>
    door.json('PUT', `/settings/${setting}`, { level: 'provider', id: null, value, version: 0 });
  const { id: taxRateId } = await door.json<{ id: string }>('POST', '/tax-rates', { name: 'Bench tax', percent: '10' });
  await set('billing.tax', { taxRateId });
  await set('billing.seller', {
    ...{ legalName: 'Bench IT', address: '1 Quay Street', payTo: 'Account 1', taxNumberName: 'ABN', taxNumber: '1' },
    numberPrefix: 'INV-',
  });
  await door.json('POST', '/rates', { perHour: '180', from: '2000-01-01' });
}

/** A third of the clients each: work in the hours of service is included, comes off a block, or is charged. */
async function agree(door: Door, clientId: string, nth: number, begins: string): Promise<void> {
  const made = { clientId, name: 'Managed service', begins, billsFrom: begins, advance: false };
  const { id } = await door.json<{ id: string }>('POST', '/contracts', made);
  const line = (more: object) => door.json('POST', `/contracts/${id}/lines`, more);
  await line({ kind: 'fixed', name: 'Backup', unit: 'server', quantity: '3', price: '45.55' });
  if (nth % 3 === 0)
    await line({
      ...{ kind: 'all_inclusive', name: 'Managed user', unit: 'user', quantity: '25', price: '95' },
      covers: { hours: ['in_hours'] },
    });
  if (nth % 3 === 1)
    await line({ kind: 'block_hours', name: 'Prepaid', unit: 'h', quantity: '20', price: '150', keepsMonths: 2 });
  await line({ kind: 'time', name: 'Work', percent: '90' });
  await door.json('PATCH', `/contracts/${id}`, { version: 1, state: 'active' });
}

/** So many approved entries of 5 to 90 minutes between two days, spread over people and tickets. */
const WORKED = `
insert into fettle.time_entries (client_id, id, ticket_id, staff_id, minutes, worked_at, created_at, state)
select t.client_id, gen_random_uuid(), t.id, s.ids[1 + n % cardinality(s.ids)], 5 + n * 7 % 86, at, at, 'approved'
from (select n, $2::date + (($3::date - $2::date)::int * (n::float8 / $1)) * interval '1 day' as at from generate_series(0, $1 - 1) n) w
cross join (select array_agg(id order by id) as ids from fettle.staff) s
join (select client_id, id, row_number() over (order by md5(id::text)) - 1 as nth, count(*) over () as many from fettle.tickets) t
  on t.nth = w.n % t.many`;

/** The same entries in steps of a quarter of an hour at one price: the least that any bill has to read and add up. */
const ADDED_UP = `
select client_id, date_trunc('month', worked_at) as month, sum(ceil(minutes / 15.0) * 15 / 60 * 180) from fettle.time_entries
where state = 'approved' group by 1, 2`;

async function measureRun(door: Door, admin: pg.Client, clients: readonly { id: string }[], by: string) {
  const { id } = await door.json<{ id: string }>('POST', '/billing-runs', { name: 'Bench', by });
  const preview = await secondsOf(() => door.call('GET', `/billing-runs/${id}`));
  const sql = await secondsOf(() => admin.query(ADDED_UP));
  const run = await secondsOf(async () => {
    for (let from = 0; from < clients.length; from += AT_ONCE)
      await door.call('POST', `/billing-runs/${id}/issue`, {
        clientIds: clients.slice(from, from + AT_ONCE).map((client) => client.id),
      });
  });
  const { rows } = await admin.query<{ id: string }>('select id from fettle.invoices where run_id = $1', [id]);
  if (rows.length < clients.length) throw new Error(`Only ${rows.length} of ${clients.length} clients were billed`);
  const papers = await secondsOf(async () => {
    for (const invoice of rows) await door.call('GET', `/invoices/${invoice.id}/pdf`);
  });
  const opened: number[] = [];
  for (const invoice of rows) opened.push(1_000 * (await secondsOf(() => door.call('GET', `/invoices/${invoice.id}`))));
  return { preview, run, sql, papers, explained: percentile(opened, 0.95) };
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}
