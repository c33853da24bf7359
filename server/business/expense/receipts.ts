import { type Selectable, sql } from 'kysely';
import { Fault, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { refuseSettled } from '#server/business/time/index.ts';
import { MOST_RECEIPTS, RECEIPT_TYPES, RECEIPT_WORDS } from '#shared/expense-words.ts';
import { lockExpense } from './rows.ts';

/** Bytes as they are stored, and what they are. */
type Stored = { readonly sha256: string; readonly size: number; readonly name: string; readonly mediaType: string };

/** `invalid` for a file that is no receipt. */
export function refuseOther(mediaType: string): void {
  if (!RECEIPT_TYPES.includes(mediaType)) throw invalid([{ path: 'file', message: RECEIPT_WORDS.other }]);
}

/** Adds a receipt to an expense that may still be changed. `conflict` beyond what one may have. Returns its id. */
export async function addReceipt(
  ctx: Ctx,
  expenseId: string,
  { sha256, size, name, mediaType }: Stored,
): Promise<string> {
  const expense = await lockExpense(ctx, expenseId);
  refuseSettled(ctx, expense, 'expense');
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from expense_receipts where client_id = ${expense.client_id} and expense_id = ${expense.id}`.execute(
    ctx.tx,
  );
  if ((rows[0]?.count ?? 0) >= MOST_RECEIPTS) throw new Fault('conflict', RECEIPT_WORDS.tooMany);
  const id = newId();
  await ctx.tx
    .insertInto('expense_receipts')
    .values({
      ...{ client_id: expense.client_id, id, expense_id: expense.id, sha256, name, media_type: mediaType, size },
      ...{ created_by: actingStaff(ctx), created_at: ctx.now },
    })
    .execute();
  await tell(ctx, expense, 'receipt_added', name);
  return id;
}

/** Takes a receipt off an expense that may still be changed. */
export async function removeReceipt(ctx: Ctx, id: string): Promise<void> {
  const found = await receiptNamed(ctx, id);
  const expense = await lockExpense(ctx, found.expense_id);
  refuseSettled(ctx, expense, 'expense');
  await ctx.tx
    .deleteFrom('expense_receipts')
    .where('client_id', '=', found.client_id)
    .where('id', '=', found.id)
    .execute();
  await tell(ctx, expense, 'receipt_removed', found.name);
}

/**
 * A receipt of an expense that the reader sees: on a ticket of a client of theirs, of their own, or anybody's for those who approve time;
 * `not_found` for any other.
 */
export async function receiptNamed(ctx: Ctx, id: string) {
  const { rows } = await sql<Selectable<Tables['expense_receipts']>>`
    select r.* from expense_receipts r join expenses e on e.client_id = r.client_id and e.id = r.expense_id
    where r.id = ${id} and (${ctx.can('time.approve')} or e.ticket_id is not null or e.staff_id = ${ctx.scope.principalId})`.execute(
    ctx.tx,
  );
  const [found] = rows;
  if (!found) throw notFound('receipt');
  return found;
}

const tell = (ctx: Ctx, expense: { client_id: string; id: string }, verb: string, text: string) =>
  appendEvent(ctx, {
    ...{ clientId: expense.client_id, subjectType: 'expense', subjectId: expense.id, type: `expense.${verb}` },
    data: { text },
  });
