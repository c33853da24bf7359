import { sql } from 'kysely';
import { dayAfter } from '#kernel/day.ts';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { PAYMENT } from '#server/business/contract/index.ts';
import { type Worked, workOut } from './bills.ts';
import { keepGrants } from './grants.ts';
import { nextNumber } from './numbers.ts';
import { partiesOf } from './parties.ts';
import { timeParts } from './time-parts.ts';
import { wordsOf } from './words.ts';

type Run = { readonly id: string; readonly name: string; readonly by: string; readonly issuedOn: string };
type Client = { readonly id: string; readonly name: string };
export type IssuedInvoice = { readonly id: string; readonly number: number };
/** `made`: those of the invoices that are new. */
type Outcome = Record<'invoices' | 'made', readonly IssuedInvoice[]> & { readonly refused: readonly string[] };

/**
 * Issues what a client owes by the day of a run: one invoice for each currency, worked out anew while nobody else bills the client. What
 * the run billed before is answered as it is, so that starting it again makes no twin. `refused`: why a bill is blocked.
 */
export async function issueFor(ctx: Ctx, run: Run, client: Client): Promise<Outcome> {
  await sql`select from clients where id = ${client.id} for no key update`.execute(ctx.tx);
  const before = await issuedBy(ctx, run.id, client.id);
  await keepGrants(ctx, client.id, run.by);
  const made: IssuedInvoice[] = [];
  const refused: string[] = [];
  for (const worked of await workOut(ctx, [client], { by: run.by, runId: run.id, lock: true })) {
    const { state, reasons, currency } = worked.row;
    if (before.some((one) => one.currency === currency)) continue;
    if (state === 'blocked') refused.push(...reasons);
    else if (worked.priced.lines.length > 0) made.push(await writeInvoice(ctx, run, worked));
  }
  return { invoices: [...before, ...made], made, refused };
}

async function issuedBy(ctx: Ctx, runId: string, clientId: string) {
  const { rows } = await sql<IssuedInvoice & { currency: string }>`
    select id, number, currency from invoices where run_id = ${runId} and client_id = ${clientId} and credits_id is null`.execute(
    ctx.tx,
  );
  return rows;
}

async function writeInvoice(ctx: Ctx, run: Run, { client, books, priced }: Worked): Promise<IssuedInvoice> {
  const { value: payment } = await resolveSetting(ctx, PAYMENT, client.id);
  const { seller, buyer } = await partiesOf(ctx, client);
  const id = newId();
  const number = await nextNumber(ctx);
  const kind = priced.total < 0 ? 'credit' : 'invoice';
  await sql`
    insert into invoices (client_id, id, number, kind, run_id, name, issued_on, due_on, currency, net, tax, seller, buyer, created_by, created_at)
    values (${client.id}, ${id}, ${number}, ${kind}, ${run.id}, ${run.name}, ${run.issuedOn}, ${dayAfter(run.issuedOn, payment.days)}, ${books.currency}, ${priced.net},
      ${priced.tax}, ${JSON.stringify(seller)}, ${JSON.stringify(buyer)}, ${actingStaff(ctx)}, ${ctx.now})`.execute(
    ctx.tx,
  );
  await writeLines(ctx, id, { client, books, priced });
  await writeSettled(ctx, id, { client, books, priced });
  await appendEvent(ctx, {
    ...{ clientId: client.id, subjectType: 'invoice', subjectId: id, type: 'invoice.issued' },
    data: { number, currency: books.currency, total: priced.total, run: run.name },
  });
  return { id, number };
}

type Priced = Pick<Worked, 'client' | 'books' | 'priced'>;

async function writeLines(ctx: Ctx, invoiceId: string, { client, books, priced }: Priced): Promise<void> {
  const rows = priced.lines.map((line, position) => {
    const { name, unit, why } = wordsOf(books, line, priced.time.covered);
    const { from, quantity, price, amount, tax } = line;
    const rate = books.taxes.get(tax.id);
    return {
      ...{ id: newId(), position, name, unit, quantity, price, amount, tax: tax.amount, why },
      ...{ tax_name: rate?.name ?? '', tax_percent: tax.percent, tax_note: rate?.note ?? '' },
      contract_id: from.kind === 'standing' ? from.contractId : from.charge.contractId,
      line_id: from.kind === 'standing' ? from.lineId : from.kind === 'time' ? from.charge.lineId : null,
      month: from.kind === 'standing' ? from.month.index : null,
      charge_id: from.kind === 'charge' ? from.charge.id : null,
    };
  });
  await sql`
    insert into invoice_lines (client_id, id, invoice_id, position, name, unit, quantity, price, amount, tax_name, tax_percent, tax_note, tax,
      contract_id, line_id, month, charge_id, why)
    select ${client.id}, id, ${invoiceId}, position, name, unit, quantity, price, amount, tax_name, tax_percent, tax_note, tax,
      contract_id, line_id, month, charge_id, why
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, position int, name text, unit text, quantity numeric, price numeric,
      amount bigint, tax_name text, tax_percent numeric, tax_note text, tax bigint, contract_id uuid, line_id uuid, month int,
      charge_id uuid, why jsonb)`.execute(ctx.tx);
}

/** What the invoice settles: entries of time, also those that cost nothing more, with what took them in; charges; and what came off blocks. */
async function writeSettled(ctx: Ctx, invoiceId: string, { client, books, priced }: Priced): Promise<void> {
  const { unrated, covered } = priced.time;
  const entries = books.entries.filter(({ id }) => !unrated.includes(id)).map(({ id }) => id);
  await sql`
    insert into time_billed (client_id, entry_id, invoice_id)
    select ${client.id}, id, ${invoiceId} from unnest(${entries}::uuid[]) as e (id)`.execute(ctx.tx);
  const parts = timeParts(priced.time).map((part) => ({ ...part, id: newId() }));
  await sql`
    insert into time_parts (client_id, id, entry_id, line_id, how, seconds)
    select ${client.id}, id, entry_id, line_id, how, seconds
    from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as p (id uuid, entry_id uuid, line_id uuid, how text, seconds int)`.execute(
    ctx.tx,
  );
  const charges = priced.lines.flatMap(({ from }) => (from.kind === 'charge' ? [from.charge.id] : []));
  await sql`
    insert into charges_billed (client_id, charge_id, invoice_id)
    select ${client.id}, id, ${invoiceId} from unnest(${charges}::uuid[]) as h (id)`.execute(ctx.tx);
  const draws = covered.flatMap(({ entryId, draws: some }) =>
    some.map((one) => ({ entry_id: entryId, grant_id: one.grantId, amount: one.amount })),
  );
  await sql`
    with drawn as (
      insert into block_draws (client_id, grant_id, entry_id, amount)
      select ${client.id}, grant_id, entry_id, sum(amount) from jsonb_to_recordset(${JSON.stringify(draws)}::jsonb)
        as d (grant_id uuid, entry_id uuid, amount bigint) group by grant_id, entry_id
      returning grant_id, amount)
    update block_grants g set remaining = g.remaining - d.amount
    from (select grant_id, sum(amount) as amount from drawn group by grant_id) d
    where g.client_id = ${client.id} and g.id = d.grant_id`.execute(ctx.tx);
}
