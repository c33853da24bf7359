import { sql } from 'kysely';
import { type FieldError, invalid } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { createRecord, updateRecord } from '#platform/record/index.ts';
import type { CreateTaxRate, SaveTaxRate, TaxRateView } from '#shared/contract.ts';

const WHAT = 'A tax rate';

/** Every tax rate, those in use first. */
export async function listTaxRates(ctx: Ctx): Promise<TaxRateView[]> {
  const { rows } = await sql<TaxRateView>`
    select id, name, percent, note, active, version from tax_rates order by not active, lower(name)`.execute(ctx.tx);
  return rows;
}

/** Adds a tax rate. Returns its id. `invalid` where the name is taken or it is more than 100 per cent. */
export async function createTaxRate(ctx: Ctx, input: CreateTaxRate): Promise<string> {
  requireAllClients(ctx, WHAT);
  await refuse(ctx, input, null);
  return createRecord(ctx, 'tax_rates', 'tax_rate', input);
}

/** Changes a tax rate: what was billed keeps it as it was. */
export async function saveTaxRate(ctx: Ctx, id: string, input: SaveTaxRate): Promise<void> {
  requireAllClients(ctx, WHAT);
  await refuse(ctx, input, id);
  await updateRecord(ctx, 'tax_rates', 'tax_rate', id, input);
}

async function refuse(ctx: Ctx, { name, percent }: Partial<CreateTaxRate>, id: string | null): Promise<void> {
  if (percent !== undefined && Number(percent) > 100)
    throw invalid([{ path: 'percent', message: 'must be at most 100' }]);
  if (name === undefined) return;
  const { rows } =
    await sql`select from tax_rates where lower(name) = lower(${name.trim()}) and id is distinct from ${id}`.execute(
      ctx.tx,
    );
  if (rows.length > 0) throw invalid([{ path: 'name', message: 'is the name of another tax rate' }]);
}

/** Why a tax rate cannot be used; null where it can. */
export async function refuseTaxRate(ctx: Ctx, id: string): Promise<FieldError | null> {
  const { rows } = await sql`select from tax_rates where id = ${id} and active`.execute(ctx.tx);
  return rows.length > 0 ? null : { path: 'taxRateId', message: 'is not a tax rate in use' };
}
