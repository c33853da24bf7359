import { sql } from 'kysely';
import { Fault, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { isPlausible, PLAUSIBLE_WORDS } from '#kernel/plausible.ts';
import {
  actingStaff,
  type Ctx,
  type Identity,
  requireAllClients,
  type Services,
  withContext,
} from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { numbering } from '#server/business/contract/index.ts';
import { isSending } from '#server/channels/mail-out/index.ts';
import type { BillRow, CreateRun, Issued, IssueRun, RunRow, RunView } from '#shared/billing.ts';
import { refuseFarAhead, workOut } from './bills.ts';
import { issueFor } from './issue.ts';
import { addressOf, noteMail } from './mails.ts';

const WHAT = 'A run of billing';

/** Begins a run: everything that is due by a day, for invoices of a date. Returns its id. */
export async function createRun(ctx: Ctx, { name, by, issuedOn = ctx.now.slice(0, 10) }: CreateRun): Promise<string> {
  requireAllClients(ctx, WHAT);
  refuseFarAhead(ctx, by);
  if (!isPlausible(issuedOn, ctx.now)) throw invalid([{ path: 'issuedOn', message: PLAUSIBLE_WORDS }]);
  const id = newId();
  await sql`
    insert into billing_runs (id, name, by_day, issued_on, created_by, created_at, updated_at)
    values (${id}, ${name.trim()}, ${by}, ${issuedOn}, ${actingStaff(ctx)}, ${ctx.now}, ${ctx.now})`.execute(ctx.tx);
  await tell(ctx, id, 'created', { name, by });
  return id;
}

/** The runs, newest first, with what each has issued. */
export async function listRuns(ctx: Ctx): Promise<RunRow[]> {
  const { rows } = await sql<RunRow>`${RUN} order by r.created_at desc, r.id desc limit 200`.execute(ctx.tx);
  return rows;
}

const RUN = sql`
  select r.id, r.name, r.by_day as by, r.issued_on as "issuedOn", r.state, r.created_at as "createdAt", r.version,
    (select count(*)::int from invoices i where i.run_id = r.id and i.credits_id is null) as invoices,
    coalesce((select jsonb_agg(jsonb_build_object('currency', s.currency, 'total', s.total)) from (
      select currency, sum(total)::bigint as total from invoices i where i.run_id = r.id and i.credits_id is null
      group by currency order by currency) s), '[]') as totals
  from billing_runs r`;

async function findRun(ctx: Ctx, id: string): Promise<RunRow> {
  const { rows } = await sql<RunRow>`${RUN} where r.id = ${id}`.execute(ctx.tx);
  const [run] = rows;
  if (!run) throw notFound('run of billing');
  return run;
}

/** A run with the bill of each client as it would be now, or as it was issued. Clients that owe nothing are left out. */
export async function viewRun(ctx: Ctx, id: string): Promise<RunView> {
  const run = await findRun(ctx, id);
  const issued = await issuedIn(ctx, id);
  const done = new Set(issued.map((row) => `${row.client.id} ${row.currency}`));
  const mails = await isSending(ctx);
  if (run.state === 'closed') return { ...run, mails, bills: issued };
  const clients = await ctx.tx
    .selectFrom('clients')
    .select(['id', 'name'])
    .where('kind', '=', 'client')
    .orderBy('name_key')
    .execute();
  const worked = await workOut(ctx, clients, { by: run.by, runId: id });
  const open = worked.map(({ row }) => row).filter((row) => !done.has(`${row.client.id} ${row.currency}`));
  const shown = open.filter(({ state, reasons }) => state !== 'nothing' || reasons.length > 0);
  return { ...run, mails, bills: [...shown, ...issued] };
}

async function issuedIn(ctx: Ctx, runId: string): Promise<BillRow[]> {
  const written = await numbering(ctx);
  const { rows } = await sql<
    BillRow & { number: number; invoiceId: string; last: { number: number; net: number } | null }
  >`
    select jsonb_build_object('id', c.id, 'name', c.name) as client, i.currency, 'issued' as state, i.net, i.tax, i.total, i.number,
      i.id as "invoiceId", (select count(*)::int from invoice_lines l where l.client_id = i.client_id and l.invoice_id = i.id) as lines,
      (select jsonb_build_object('number', p.number, 'net', p.net) from invoices p where p.client_id = i.client_id and p.currency = i.currency
        and p.credits_id is null and p.number < i.number order by p.number desc limit 1) as last
    from invoices i join clients c on c.id = i.client_id where i.run_id = ${runId} and i.credits_id is null
    order by c.name_key, i.currency`.execute(ctx.tx);
  return rows.map(({ number, invoiceId, last, ...row }) => ({
    ...{ ...row, reasons: [], causes: [], unapproved: false, undecided: 0 },
    before: last && { number: written(last.number), net: last.net },
    invoice: { id: invoiceId, number: written(number) },
  }));
}

/**
 * Issues the bills of clients in a run, each client in a transaction of its own, so that one that cannot be billed holds up nobody; what is
 * issued already is answered again. `conflict` where the run is closed.
 */
export async function issueRun(
  services: Services,
  identity: Identity,
  id: string,
  { clientIds, mail = false }: IssueRun,
): Promise<Issued> {
  const all: Issued = { issued: [], refused: [], unsent: [] };
  for (const clientId of clientIds) {
    const { issued, refused, unsent } = await withContext(services, identity, (ctx) =>
      issueClient(ctx, id, { clientId, mail }),
    );
    all.issued.push(...issued);
    all.refused.push(...refused);
    all.unsent.push(...unsent);
  }
  return all;
}

/** Issues what a client owes by a run, at once with the mail that takes it where `mail`; what is issued already is answered again. */
export async function issueClient(
  ctx: Ctx,
  id: string,
  { clientId, mail }: { clientId: string; mail: boolean },
): Promise<Issued> {
  const run = await openRun(ctx, id);
  const client = await ctx.tx
    .selectFrom('clients')
    .select(['id', 'name'])
    .where('id', '=', clientId)
    .where('kind', '=', 'client')
    .executeTakeFirst();
  if (!client) throw notFound('client');
  const { invoices, made, refused } = await issueFor(ctx, run, client);
  const where = mail && made.length > 0 ? await addressOf(ctx, clientId) : null;
  if (where && 'address' in where)
    for (const { id: invoiceId } of made)
      await noteMail(ctx, { clientId, invoiceId, address: where.address, days: null });
  const written = await numbering(ctx);
  return {
    issued: invoices.map((invoice) => ({ client, invoice: { id: invoice.id, number: written(invoice.number) } })),
    refused: refused.length === 0 ? [] : [{ client, reasons: [...refused] }],
    unsent: where && 'because' in where ? [{ client, because: where.because }] : [],
  };
}

async function openRun(ctx: Ctx, id: string): Promise<RunRow> {
  requireAllClients(ctx, WHAT);
  await sql`select from billing_runs where id = ${id} for share`.execute(ctx.tx);
  const run = await findRun(ctx, id);
  if (run.state === 'closed')
    throw new Fault('conflict', 'This run is closed. What came later goes into the next one.');
  return run;
}

/** Closes a run: nothing more is issued by it, and what is changed of its time from then on is an adjustment of the next. */
export async function closeRun(ctx: Ctx, id: string, version: number): Promise<void> {
  requireAllClients(ctx, WHAT);
  const { rows } = await sql<{ version: number; state: string }>`
    select version, state from billing_runs where id = ${id} for update`.execute(ctx.tx);
  const [run] = rows;
  if (!run) throw notFound('run of billing');
  if (run.version !== version) throw staleVersion('run of billing', run.version);
  if (run.state === 'closed') return;
  await sql`update billing_runs set state = 'closed', version = version + 1, updated_at = ${ctx.now} where id = ${id}`.execute(
    ctx.tx,
  );
  await tell(ctx, id, 'closed', {});
}

const tell = (ctx: Ctx, id: string, verb: string, data: object) =>
  appendEvent(ctx, {
    clientId: null,
    subjectType: 'billing_run',
    subjectId: id,
    type: `billing_run.${verb}`,
    data: { ...data },
  });
