import { newId } from '#kernel/ids.ts';
import type { Desk } from '#tests/desk.ts';
import type { Person } from '#tests/people.ts';
import { uploadReceipt } from '#tests/upload.ts';
import { must } from './world.ts';

export type Spent = Record<'expense' | 'expenseReceipt', string>;

/** A kind of expense that every installation begins with. */
export const PARKING = '01990000-0000-7000-8000-000000002122';
const BOUGHT = { kindId: PARKING, day: '2026-01-05', amount: 500, paidBy: 'own' };

type Who = Pick<Person, 'call'>;

/** An expense that was returned, with its receipt and what it charged, of somebody who works there. */
export async function plantExpense(
  desk: Desk,
  owner: Person,
  { client, ticket }: { client: string; ticket: string },
  words: (what: string) => string,
): Promise<Spent> {
  const said = { note: words('expense'), clientNote: words('expense of a client') };
  const { id: expense } = await must(owner, 'POST', '/expenses', { ...BOUGHT, ...said, ticketId: ticket });
  const expenseReceipt = await receiptOf(desk, owner, expense, words('receipt'));
  await desk.run(async ({ tx, now }) => {
    const place = { client_id: client, expense_id: expense, id: newId() };
    const terms = { name: words('charged'), due: BOUGHT.day, quantity: '1', price: '5', currency: 'AUD', held: true };
    const why = JSON.stringify([{ what: 'Expense', how: words('why') }]);
    await tx
      .insertInto('charges')
      .values({ ...place, ...terms, why, created_at: now, updated_at: now })
      .execute();
    const returned = { state: 'returned', returned_because: words('expense returned') };
    await tx.updateTable('expenses').set(returned).where('id', '=', expense).execute();
  });
  return { expense, expenseReceipt };
}

async function receiptOf(desk: Desk, owner: Pick<Person, 'key'>, expense: string, name: string): Promise<string> {
  const file = { name: `${name}.pdf`, content: '%PDF-1.4 a receipt' };
  const { status, body, text } = await uploadReceipt(desk, expense, { authorization: `Bearer ${owner.key}` }, file);
  if (status !== 201) throw new Error(`The receipt was not taken: ${text}`);
  return body.id;
}

/** Makes an expense of the caller's own. */
export const freshExpense = async (me: Who, client: string): Promise<string> =>
  (await must(me, 'POST', '/expenses', { ...BOUGHT, clientId: client })).id;

/** Makes a receipt of an expense of the owner's. */
export async function freshReceipt(desk: Desk, owner: Person, client: string): Promise<string> {
  return receiptOf(desk, owner, await freshExpense(owner, client), 'fresh');
}
