import { sql } from 'kysely';
import { spellDay } from '#kernel/day.ts';
import { chargedFor } from '#kernel/expense.ts';
import type { Ctx } from '#platform/context/index.ts';
import { chargeExpense, type ExpenseCharge, holdExpenseCharge } from '#server/business/contract/index.ts';
import { formatMoney, minorDigits } from '#shared/money-words.ts';
import type { ExpenseRecord } from './rows.ts';

type Named = {
  kind: string;
  unit: string;
  taxRateId: string | null;
  tax: string | null;
  staff: string;
  ticket: string | null;
};

/** Charges clients for approved expenses, or holds what was charged where it is not charged any more. */
export async function chargeFor(ctx: Ctx, expenses: readonly ExpenseRecord[]): Promise<void> {
  const { rows } = await sql<Named & { id: string }>`
    select e.id, k.name as kind, k.unit, k.tax_rate_id as "taxRateId", x.name as tax, s.name as staff, t.key as ticket
    from expenses e join expense_kinds k on k.id = e.kind_id left join tax_rates x on x.id = k.tax_rate_id join staff s on s.id = e.staff_id
    left join tickets t on t.client_id = e.client_id and t.id = e.ticket_id
    where e.id = any (${expenses.map(({ id }) => id)}::uuid[])`.execute(ctx.tx);
  const names = new Map(rows.map((row) => [row.id, row]));
  for (const expense of expenses) {
    const place = { clientId: expense.client_id, expenseId: expense.id };
    const named = names.get(expense.id);
    if (!expense.chargeable) await holdExpenseCharge(ctx, place);
    else if (named) await chargeExpense(ctx, place, termsOf(expense, named));
  }
}

function termsOf(expense: ExpenseRecord, named: Named): ExpenseCharge {
  const { day, currency, client_note: note } = expense;
  const { kind, ticket, taxRateId } = named;
  const { quantity, price } = chargedFor(expense, expense.markup, minorDigits(currency));
  const name = `${ticket ? `${ticket} ` : ''}${kind}, ${spellDay(day)}${note ? `: ${note}` : ''}`;
  const unit = expense.quantity === null ? '' : named.unit;
  return { name: name.slice(0, 200), due: day, quantity, price, unit, currency, taxRateId, why: whyOf(expense, named) };
}

/** What a charge came of, for whoever asks why it is that much. */
function whyOf(expense: ExpenseRecord, { kind, unit, staff, tax: taxed, ticket }: Named): ExpenseCharge['why'] {
  const { day, currency, amount, tax, quantity, rate, markup } = expense;
  const money = (minor: number) => formatMoney({ minor, currency });
  const charged = chargedFor(expense, markup, minorDigits(currency));
  const up = markup === '0' ? [] : [{ what: 'Mark-up', how: `${markup} % on top` }];
  const spent =
    quantity === null
      ? [
          { what: 'Paid', how: tax === 0 ? money(amount) : `${money(amount)}, with ${money(tax)} tax in it` },
          ...(tax === 0 ? [] : [{ what: 'Without that tax', how: money(amount - tax) }]),
          ...up,
        ]
      : [{ what: 'Rate', how: `${currency} ${rate} for each ${unit}` }, ...up];
  const sum = quantity === null ? '' : `${charged.quantity} ${unit} × ${charged.price} = `;
  return [
    { what: 'Expense', how: `${kind} by ${staff} on ${spellDay(day)}${ticket ? `, ${ticket}` : ''}` },
    ...spent,
    { what: 'Amount', how: `${sum}${money(charged.amount)}` },
    ...(taxed === null ? [] : [{ what: 'Tax', how: `${taxed}, as ${kind} has it` }]),
  ];
}
