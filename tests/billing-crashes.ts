import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { expect } from 'vitest';
import type { Issued } from '#shared/billing.ts';
import type { TicketView } from '#shared/ticket.ts';
import { billingDesk, done } from './billing-desk.ts';
import { openDesk } from './desk.ts';

/** Runs that are started at once in each round, all for the same clients. */
export const AT_ONCE = 4;
const FIRST_DAY = Date.parse('2026-01-01T00:00:00Z');
const DAY_MS = 86_400_000;
const BLOCK = { kind: 'block_hours', name: 'Prepaid hours', unit: 'h', quantity: '1', price: '150', keepsMonths: 1 };
const SEATS = { kind: 'fixed', name: 'Backup', unit: 'server', quantity: '2', price: '35.55' };
/** Connections that are at work in this database, other than who asks. */
const BUSY = `
select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
  and backend_type = 'client backend'`;

/**
 * Bills two clients day by day, each day by `AT_ONCE` runs at once of which connections are cut off in the middle, until all of it is
 * billed, and expects after each day that the bill is what it was before anything broke. At the end: each entry is on one invoice, numbers
 * have no gap and no twin, and blocks hold what was put in less what came off. Answers how many runs broke off.
 */
export async function expectBilledOnce(days: number): Promise<number> {
  const desk = await openDesk({ roles: ['web'], maxConnections: 8 });
  const { at, fina, olga, tom, acme, birch, contract, preview, run } = await billingDesk(desk, '2026-01-01T00:00:00Z');
  const admin = new pg.Client({ connectionString: desk.adminUrl });
  await admin.connect();
  for (const clientId of [acme, birch]) await contract({ clientId, begins: '2026-01-01' }, BLOCK, SEATS);
  const tickets: string[] = [];
  for (const clientId of [acme, birch]) {
    const ticket = { kind: 'incident', clientId, title: 'Printer jams' };
    tickets.push((await done<TicketView>(tom, 'POST', '/tickets', ticket)).key);
  }
  let [entries, broken] = [0, 0];
  for (let one = 0; one < days; one += 1) {
    const day = new Date(FIRST_DAY + one * DAY_MS).toISOString().slice(0, 10);
    at(`${day}T20:00:00Z`);
    const made: string[] = [];
    for (const [nth, key] of [...tickets, ...tickets].entries()) {
      const entry = { minutes: 50, workedAt: `${day}T${10 + nth}:00:00.000Z` };
      made.push((await done<{ id: string }>(tom, 'POST', `/tickets/${key}/time`, entry)).id);
    }
    await done(tom, 'POST', '/time/submit', { from: day, to: day });
    await done(olga, 'POST', '/time/decide', { entryIds: made, approve: true });
    entries += made.length;
    const before = [...(await preview(acme, day)), ...(await preview(birch, day))];
    const id = await run(day, day);
    const issue = (...clientIds: string[]) => fina.call('POST', `/billing-runs/${id}/issue`, { clientIds });
    const running = Promise.all(
      Array.from({ length: AT_ONCE }, (_, nth) => (nth % 2 ? issue(acme, birch) : issue(birch, acme))),
    );
    await cutOff(admin, Math.random() * 120);
    broken += (await running).filter(({ status }) => status >= 500).length;
    const whole = await issue(acme, birch);
    expect(whole.status, whole.text).toBe(200);
    expect((whole.body as Issued).issued).toHaveLength(before.filter(({ lines }) => lines.length > 0).length);
    const { rows } = await admin.query<{ client: string; total: number }>(
      'select client_id as client, total::float8 as total from fettle.invoices where run_id = $1 order by client_id',
      [id],
    );
    expect(rows).toEqual(
      before.map(({ client, total }) => ({ client: client.id, total })).sort((a, b) => (a.client < b.client ? -1 : 1)),
    );
  }
  const { rows } = await admin.query(SUMS);
  expect(rows).toEqual([
    { entries, invoices: 2 * days, highest: 2 * days, lines_off: 0, blocks_off: 0, drawn_below: 0 },
  ]);
  await admin.end();
  return broken;
}

/** Cuts off a connection that is at work, the first that there is after some milliseconds. */
async function cutOff(admin: pg.Client, milliseconds: number): Promise<void> {
  for (let waited = 0; waited < 50; waited += 1) {
    await setTimeout(waited === 0 ? milliseconds : 5);
    const { rows } = await admin.query<{ pid: number }>(BUSY);
    const one = rows[Math.floor(Math.random() * rows.length)];
    if (one) return void (await admin.query('select pg_terminate_backend($1)', [one.pid]));
  }
}

const SUMS = `
select (select count(distinct entry_id)::int from fettle.time_billed) as entries,
  (select count(*)::int from fettle.invoices) as invoices, (select max(number)::int from fettle.invoices) as highest,
  (select count(*)::int from fettle.invoices i where net <> (select sum(amount) from fettle.invoice_lines l where l.invoice_id = i.id)
    or tax <> (select sum(l.tax) from fettle.invoice_lines l where l.invoice_id = i.id)) as lines_off,
  (select count(*)::int from fettle.block_grants g where remaining <> granted
    - coalesce((select sum(amount) from fettle.block_draws d where d.grant_id = g.id), 0)) as blocks_off,
  (select count(*)::int from fettle.block_grants where remaining < 0) as drawn_below`;
