import { sql } from 'kysely';
import { Fault, invalid, notFound } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { createRecord, deleteRecord, updateRecord } from '#platform/record/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import type { ChargeView, CreateCharge, SaveCharge } from '#shared/contract.ts';
import { amountFaults } from './amounts.ts';
import { OF_EXPENSE } from './charge-expense.ts';
import { FOLLOWS, followDeposit, refuseBeforeDeposit, refuseDeposit, takenOff } from './deposits.ts';
import { refuseUnknownClient } from './refuse-client.ts';
import { CURRENCY, currencyFaults } from './settings.ts';
import { refuseTaxRate } from './tax-rates.ts';

/** What is charged once and was not billed yet, by when it is due. */
export async function listCharges(ctx: Ctx, clientId: string | null): Promise<ChargeView[]> {
  const { rows } = await sql<ChargeView>`
    select h.id, jsonb_build_object('id', c.id, 'name', c.name) as client,
      case when k.id is not null then jsonb_build_object('id', k.id, 'name', k.name) end as contract,
      h.name, h.due, h.quantity, h.price, h.unit, h.currency,
      (select jsonb_build_object('id', d.id, 'name', d.name) from charges d where d.client_id = h.client_id and d.id = h.deposit_of) as "depositOf",
      (select o.due from charges o where o.client_id = h.client_id and o.deposit_of = h.id) as "offFrom",
      case when x.id is not null then jsonb_build_object('id', x.id, 'name', x.name) end as "taxRate",
      h.expense_id is not null as "forExpense", h.version
    from charges h join clients c on c.id = h.client_id
    left join contracts k on k.client_id = h.client_id and k.id = h.contract_id left join tax_rates x on x.id = h.tax_rate_id
    where not h.held and (${clientId}::uuid is null or h.client_id = ${clientId}::uuid) and not exists (
      select from charges_billed b where b.client_id = h.client_id and b.charge_id = h.id)
    order by h.due, h.id limit 1000`.execute(ctx.tx);
  return rows;
}

/**
 * Adds what is charged once, in the client's currency unless the contract or the caller has another. Below zero it is a credit. With
 * `offFrom` it is a deposit: what is due from that day on is less by as much, once. Returns its id.
 */
export async function createCharge(ctx: Ctx, { clientId, offFrom, ...input }: CreateCharge): Promise<string> {
  await refuseUnknownClient(ctx, clientId);
  await refuse(ctx, clientId, input);
  const currency = input.currency ?? (await resolveSetting(ctx, CURRENCY, clientId)).value.currency;
  if (offFrom !== undefined) refuseDeposit({ ...input, offFrom });
  const fields = { unit: '', ...input, currency, createdBy: actingStaff(ctx) };
  const id = await createRecord(ctx, 'charges', 'charge', fields, clientId);
  if (offFrom !== undefined)
    await createRecord(
      ctx,
      'charges',
      'charge',
      { ...fields, ...takenOff(input), due: offFrom, depositOf: id },
      clientId,
    );
  return id;
}

/**
 * Changes what is charged once, as long as it is not billed. What takes a deposit off follows the deposit; of it only the day is changed by
 * itself.
 */
export async function saveCharge(ctx: Ctx, id: string, { version, ...input }: SaveCharge): Promise<void> {
  const { clientId, depositOf, expenseId } = await unbilled(ctx, id);
  if (expenseId) throw new Fault('conflict', OF_EXPENSE);
  await refuse(ctx, clientId, input);
  if (depositOf && Object.keys(input).some((field) => field !== 'due')) throw new Fault('conflict', FOLLOWS);
  const before = await updateRecord(ctx, 'charges', 'charge', id, { version, ...input }, clientId);
  const { name, price, due } = before as unknown as ChargeView;
  if (depositOf) await refuseBeforeDeposit(ctx, { clientId, id: depositOf }, input.due ?? due);
  else await followDeposit(ctx, { clientId, id }, { name, price, due }, input);
}

/** Takes away what would have been charged once, as long as it is not billed; a deposit with what takes it off. */
export async function removeCharge(ctx: Ctx, id: string): Promise<void> {
  const { clientId, depositOf, expenseId } = await unbilled(ctx, id);
  if (expenseId) throw new Fault('conflict', OF_EXPENSE);
  if (depositOf) throw new Fault('conflict', FOLLOWS);
  await deleteRecord(ctx, 'charges', 'charge', id, clientId);
}

type Unbilled = { clientId: string; depositOf: string | null; expenseId: string | null };

async function unbilled(ctx: Ctx, id: string): Promise<Unbilled> {
  const { rows } = await sql<Unbilled>`
    select client_id as "clientId", deposit_of as "depositOf", expense_id as "expenseId" from charges where id = ${id} for update`.execute(
    ctx.tx,
  );
  const [row] = rows;
  if (!row) throw notFound('charge');
  // Asked once the lock is held: a run that had it first may have billed this meanwhile.
  const { rows: billed } = await sql`
    select from charges_billed where client_id = ${row.clientId} and charge_id = ${id}`.execute(ctx.tx);
  if (billed.length > 0)
    throw new Fault('conflict', 'This is on an invoice. Credit its line there, and charge anew what is right.');
  return row;
}

async function refuse(ctx: Ctx, clientId: string, input: Partial<CreateCharge>): Promise<void> {
  if (input.quantity !== undefined && Number(input.quantity) === 0)
    throw invalid([{ path: 'quantity', message: 'must be more than 0' }]);
  const odd = [...amountFaults(input), ...(input.currency === undefined ? [] : currencyFaults(input.currency))];
  if (odd.length > 0) throw invalid(odd);
  const fault = input.taxRateId ? await refuseTaxRate(ctx, input.taxRateId) : null;
  if (fault) throw invalid([fault]);
  if (!input.contractId) return;
  const { rows } = await sql`select from contracts where client_id = ${clientId} and id = ${input.contractId}`.execute(
    ctx.tx,
  );
  if (rows.length === 0) throw invalid([{ path: 'contractId', message: 'is not a contract of this client' }]);
}
