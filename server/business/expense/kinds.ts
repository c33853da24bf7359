import { sql } from 'kysely';
import { type FieldError, invalid } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { createRecord, updateRecord } from '#platform/record/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { CURRENCY, currencyFaults, MOST, refuseTaxRate, refuseUnknownClient } from '#server/business/contract/index.ts';
import type { CreateExpenseKind, ExpenseKindView, SaveExpenseKind } from '#shared/expense.ts';

const TABLE = 'expense_kinds';
const SUBJECT = 'expense_kind';
const WHAT = 'A kind of expense';
/** What one of a unit may cost, in major units. */
const MOST_RATE = 100_000;

/** A kind of expense as it is stored. */
export type ExpenseKind = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly rates: readonly { readonly currency: string; readonly price: string }[];
  readonly chargeable: boolean;
  readonly markup: string;
  readonly taxPercent: string | null;
  readonly active: boolean;
};

/** Every kind of expense, in the order in which they are offered. */
export async function listExpenseKinds(ctx: Ctx): Promise<ExpenseKindView[]> {
  const { rows } = await sql<ExpenseKindView>`
    select k.id, k.name, k.unit, k.rates, k.chargeable, k.markup, k.receipt_above as "receiptAbove", k.position, k.active, k.version,
      case when x.id is not null then jsonb_build_object('id', x.id, 'name', x.name, 'percent', trim_scale(x.percent)::text) end as "taxRate"
    from expense_kinds k left join tax_rates x on x.id = k.tax_rate_id order by not k.active, k.position, lower(k.name)`.execute(
    ctx.tx,
  );
  return ctx.can('contract.read') ? rows : rows.map((row) => ({ ...row, markup: null }));
}

/** In which currency a client is billed, or (without one) the firm’s. `invalid` for a client out of sight. */
export async function currencyOf(ctx: Ctx, clientId: string | undefined): Promise<string> {
  if (clientId !== undefined) await refuseUnknownClient(ctx, clientId);
  return (await resolveSetting(ctx, CURRENCY, clientId ?? null)).value.currency;
}

/** The kind that an expense names; it must be in use, unless the expense had it `before`. */
export async function kindFor(ctx: Ctx, id: string, before: string | null = null): Promise<ExpenseKind> {
  const { rows } = await sql<ExpenseKind>`
    select k.id, k.name, k.unit, k.rates, k.chargeable, k.markup, k.active,
      x.percent as "taxPercent" from expense_kinds k left join tax_rates x on x.id = k.tax_rate_id
    where k.id = ${id}`.execute(ctx.tx);
  const [kind] = rows;
  if (!kind || (!kind.active && kind.id !== before))
    throw invalid([{ path: 'kindId', message: 'is not a kind of expense in use' }]);
  return kind;
}

/** Adds a kind of expense. Returns its id. */
export async function createExpenseKind(ctx: Ctx, { position = 100, ...input }: CreateExpenseKind): Promise<string> {
  requireAllClients(ctx, WHAT);
  await refuse(ctx, input, null);
  return createRecord(ctx, TABLE, SUBJECT, { unit: '', rates: [], ...input, position });
}

/** Changes a kind of expense, or takes it out of use: what was recorded keeps what it cost. */
export async function saveExpenseKind(ctx: Ctx, id: string, input: SaveExpenseKind): Promise<void> {
  requireAllClients(ctx, WHAT);
  await refuse(ctx, input, id);
  await updateRecord(ctx, TABLE, SUBJECT, id, input);
}

async function refuse(ctx: Ctx, input: Partial<CreateExpenseKind>, id: string | null): Promise<void> {
  const { name, rates = [], markup, taxRateId } = input;
  const faults: FieldError[] = rates.flatMap(({ currency, price }, nth) => [
    ...currencyFaults(currency).map((fault) => ({ ...fault, path: `rates.${nth}.currency` })),
    ...(rates.findIndex((one) => one.currency === currency) < nth
      ? [{ path: `rates.${nth}.currency`, message: 'has a price already' }]
      : []),
    ...(Number(price) > MOST_RATE
      ? [{ path: `rates.${nth}.price`, message: `must be at most ${MOST_RATE.toLocaleString('en')}` }]
      : []),
  ]);
  if (markup !== undefined && Number(markup) > MOST.percent)
    faults.push({ path: 'markup', message: `must be at most ${MOST.percent.toLocaleString('en')}` });
  const unknown = taxRateId ? await refuseTaxRate(ctx, taxRateId) : null;
  if (unknown) faults.push(unknown);
  if (name !== undefined) {
    const { rows } = await sql`
      select from expense_kinds where lower(name) = lower(${name.trim()}) and id is distinct from ${id}`.execute(
      ctx.tx,
    );
    if (rows.length > 0) faults.push({ path: 'name', message: 'is the name of another kind of expense' });
  }
  if (faults.length > 0) throw invalid(faults);
}
