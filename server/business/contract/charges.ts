import { sql } from 'kysely';
import { Fault, invalid, notFound } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { createRecord, deleteRecord, updateRecord } from '#platform/record/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import type { ChargeView, CreateCharge, SaveCharge } from '#shared/contract.ts';
import { refuseUnknownClient } from './refuse-client.ts';
import { CURRENCY, currencyFaults } from './settings.ts';
import { refuseTaxRate } from './tax-rates.ts';

/** What is charged once and was not billed yet, by when it is due. */
export async function listCharges(ctx: Ctx, clientId: string | null): Promise<ChargeView[]> {
  const { rows } = await sql<ChargeView>`
    select h.id, jsonb_build_object('id', c.id, 'name', c.name) as client,
      case when k.id is not null then jsonb_build_object('id', k.id, 'name', k.name) end as contract,
      h.name, h.due, h.quantity, h.price, h.unit, h.currency,
      case when x.id is not null then jsonb_build_object('id', x.id, 'name', x.name) end as "taxRate", h.version
    from charges h join clients c on c.id = h.client_id
    left join contracts k on k.client_id = h.client_id and k.id = h.contract_id left join tax_rates x on x.id = h.tax_rate_id
    where (${clientId}::uuid is null or h.client_id = ${clientId}::uuid) and not exists (
      select from charges_billed b where b.client_id = h.client_id and b.charge_id = h.id)
    order by h.due, h.id limit 1000`.execute(ctx.tx);
  return rows;
}

/** Adds what is charged once, in the client's currency unless the contract or the caller has another. Below zero it is a credit. Returns its id. */
export async function createCharge(ctx: Ctx, { clientId, ...input }: CreateCharge): Promise<string> {
  await refuseUnknownClient(ctx, clientId);
  await refuse(ctx, clientId, input);
  const currency = input.currency ?? (await resolveSetting(ctx, CURRENCY, clientId)).value.currency;
  return createRecord(
    ctx,
    'charges',
    'charge',
    { unit: '', ...input, currency, createdBy: actingStaff(ctx) },
    clientId,
  );
}

/** Changes what is charged once, as long as it is not billed. */
export async function saveCharge(ctx: Ctx, id: string, input: SaveCharge): Promise<void> {
  const clientId = await unbilled(ctx, id);
  await refuse(ctx, clientId, input);
  await updateRecord(ctx, 'charges', 'charge', id, input, clientId);
}

/** Takes away what would have been charged once, as long as it is not billed. */
export async function removeCharge(ctx: Ctx, id: string): Promise<void> {
  await deleteRecord(ctx, 'charges', 'charge', id, await unbilled(ctx, id));
}

async function unbilled(ctx: Ctx, id: string): Promise<string> {
  const { rows } = await sql<{ client_id: string }>`select client_id from charges where id = ${id} for update`.execute(
    ctx.tx,
  );
  const [row] = rows;
  if (!row) throw notFound('charge');
  // Asked once the lock is held: a run that had it first may have billed this meanwhile.
  const { rows: billed } = await sql`
    select from charges_billed where client_id = ${row.client_id} and charge_id = ${id}`.execute(ctx.tx);
  if (billed.length > 0)
    throw new Fault('conflict', 'This is on an invoice. Credit its line there, and charge anew what is right.');
  return row.client_id;
}

async function refuse(ctx: Ctx, clientId: string, input: Partial<CreateCharge>): Promise<void> {
  if (input.quantity !== undefined && Number(input.quantity) === 0)
    throw invalid([{ path: 'quantity', message: 'must be more than 0' }]);
  const odd = input.currency === undefined ? [] : currencyFaults(input.currency);
  if (odd.length > 0) throw invalid(odd);
  const fault = input.taxRateId ? await refuseTaxRate(ctx, input.taxRateId) : null;
  if (fault) throw invalid([fault]);
  if (!input.contractId) return;
  const { rows } = await sql`select from contracts where client_id = ${clientId} and id = ${input.contractId}`.execute(
    ctx.tx,
  );
  if (rows.length === 0) throw invalid([{ path: 'contractId', message: 'is not a contract of this client' }]);
}
