import { sql } from 'kysely';
import { Fault } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { createRecord, deleteRecord, updateRecord } from '#platform/record/index.ts';
import type { BillWhy } from '#shared/billing.ts';
import { numbering } from './invoice-numbers.ts';

/** Why what charges for an expense is not changed by itself. */
export const OF_EXPENSE =
  'This charges for an expense and follows it. Return the expense to change or take away what is charged.';

type Place = { readonly clientId: string; readonly expenseId: string };
/** What a client is charged for an expense, and what that came of. */
export type ExpenseCharge = {
  readonly name: string;
  readonly due: string;
  readonly quantity: string;
  readonly price: string;
  readonly unit: string;
  readonly currency: string;
  readonly taxRateId: string | null;
  readonly why: BillWhy['steps'];
};

/** Charges for an expense: one charge for each, which is brought in line where it was held. `conflict` where it is on an invoice. */
export async function chargeExpense(ctx: Ctx, place: Place, terms: ExpenseCharge): Promise<void> {
  const charge = await chargeOf(ctx, place);
  if (charge) {
    const fields = { version: charge.version, ...terms, held: false };
    await updateRecord(ctx, 'charges', 'charge', charge.id, fields, place.clientId);
    return;
  }
  const fields = { ...terms, expenseId: place.expenseId, createdBy: actingStaff(ctx) };
  await createRecord(ctx, 'charges', 'charge', fields, place.clientId);
}

/** What an expense charges is not billed until it is charged again. `conflict` where it is on an invoice. */
export async function holdExpenseCharge(ctx: Ctx, place: Place): Promise<void> {
  const charge = await chargeOf(ctx, place);
  if (!charge) return;
  const fields = { version: charge.version, held: true };
  await updateRecord(ctx, 'charges', 'charge', charge.id, fields, place.clientId);
}

/** Takes away what an expense charged. `conflict` where an invoice has it, or had it and was credited: that stays in the books. */
export async function dropExpenseCharge(ctx: Ctx, place: Place): Promise<void> {
  const charge = await chargeOf(ctx, place);
  if (!charge) return;
  const { rows } = await sql`
    select from invoice_lines where client_id = ${place.clientId} and charge_id = ${charge.id} limit 1`.execute(ctx.tx);
  if (rows.length > 0)
    throw new Fault(
      'conflict',
      'This expense was on an invoice that was credited, so it stays. Say that the client is not charged for it.',
    );
  await deleteRecord(ctx, 'charges', 'charge', charge.id, place.clientId);
}

/** The charge of an expense, locked so that no invoice takes it up meanwhile. */
async function chargeOf(
  ctx: Ctx,
  { clientId, expenseId }: Place,
): Promise<{ id: string; version: number } | undefined> {
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from charges where client_id = ${clientId} and expense_id = ${expenseId} for update`.execute(
    ctx.tx,
  );
  const [charge] = rows;
  if (!charge) return undefined;
  // Asked once the lock is held: a run that had it first may have billed this meanwhile.
  const { rows: billed } = await sql<{ number: number }>`
    select i.number from charges_billed b join invoices i on i.client_id = b.client_id and i.id = b.invoice_id
    where b.client_id = ${clientId} and b.charge_id = ${charge.id}`.execute(ctx.tx);
  const [invoice] = billed;
  if (invoice)
    throw new Fault(
      'conflict',
      `This expense is on invoice ${(await numbering(ctx))(invoice.number)}. Credit it there, to be billed again; then it can be changed.`,
    );
  return charge;
}
