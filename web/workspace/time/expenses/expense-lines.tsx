import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ExpenseView } from '#shared/expense.ts';
import { PAYER_WORDS } from '#shared/expense-words.ts';
import { useDo } from '#web/api/use.ts';
import { refreshTickets } from '../../actions/index.ts';
import { InvoiceLink } from '../../billing/invoice-link.tsx';
import { money, shortDay } from '../../billing/money.ts';
import { useCan } from '../../session/me.ts';
import { LineTools } from '../line-tools.tsx';
import { STATE_COLOURS, STATE_WORDS } from '../words.ts';
import { ReceiptLink } from './receipts.tsx';
import { EXPENSES_TOUCHED } from './touched.ts';
import { expenseName } from './words.ts';
import './expenses.css';

type Props = {
  expenses: readonly ExpenseView[];
  label: string;
  /** Whether each says who paid it. */
  who?: boolean;
  /** On its own ticket nothing says which. */
  onTicket?: boolean;
  onEdit(expense: ExpenseView): void;
  /** Stands before each line, such as a tick box. */
  before?: (expense: ExpenseView) => ReactNode;
};

/** Expenses, a line each: how much, for what, where it stands, what the client is charged, and its receipts. */
export function ExpenseLines({ expenses, label, who = false, onTicket = false, onEdit, before }: Props) {
  return (
    <ul className="f-lines" aria-label={label}>
      {expenses.map((expense) => (
        <li key={expense.id} className="f-time-entry">
          {before?.(expense)}
          <strong className="f-expense-sum">{money(expense.amount, expense.currency)}</strong>
          <ExpenseWords expense={expense} who={who} onTicket={onTicket} />
          {expense.state !== 'open' && (
            <Badge variant="light" color={STATE_COLOURS[expense.state]}>
              {STATE_WORDS[expense.state]}
            </Badge>
          )}
          <ExpenseTools expense={expense} onEdit={() => onEdit(expense)} />
        </li>
      ))}
    </ul>
  );
}

function ExpenseWords({ expense, who, onTicket }: { expense: ExpenseView; who: boolean; onTicket: boolean }) {
  const { kind, ticket, client, day, quantity, rate, currency, tax, paidBy, staff, invoice } = expense;
  const priced = useCan()('contract.read');
  const facts = [
    ...(who ? [staff.name] : []),
    ...(onTicket ? [] : [client.name]),
    shortDay(day),
    ...(quantity === null ? [] : [`${quantity} ${kind.unit} × ${rate}`]),
    ...(tax > 0 ? [`${money(tax, currency)} tax in it`] : []),
    PAYER_WORDS[paidBy],
    chargedWords(expense),
    ...(expense.paidBackOn ? [`paid back on ${shortDay(expense.paidBackOn)}`] : []),
  ];
  return (
    <div className="f-grow">
      <bdi>{kind.name}</bdi>{' '}
      {ticket && !onTicket && (
        <Link to="/tickets/$key" params={{ key: ticket.key }}>
          {ticket.key} <bdi>{ticket.title}</bdi>
        </Link>
      )}
      {(expense.clientNote || expense.note) && (
        <bdi className="f-time-said">{[expense.clientNote, expense.note].filter(Boolean).join(' · ')}</bdi>
      )}
      <div className="f-dim">
        <bdi>{facts.join(' · ')}</bdi>
        {invoice && (
          <>
            {' · on invoice '}
            {priced ? <InvoiceLink {...invoice} /> : invoice.number}
          </>
        )}
      </div>
      {expense.receipts.length > 0 && (
        <span className="f-expense-files">
          {expense.receipts.map((receipt) => (
            <ReceiptLink key={receipt.id} receipt={receipt} />
          ))}
        </span>
      )}
      {expense.receiptNeeded && <p className="f-time-returned">It needs a receipt before it is submitted.</p>}
      {expense.returnedBecause && <p className="f-time-returned">Returned: {expense.returnedBecause}</p>}
    </div>
  );
}

/** How much is charged is known to those who see prices. */
const chargedWords = ({ chargeable, charged, currency }: ExpenseView): string =>
  !chargeable ? 'not charged' : charged === null ? 'charged to the client' : `charges ${money(charged, currency)}`;

function ExpenseTools({ expense, onEdit }: { expense: ExpenseView; onEdit(): void }) {
  const remove = useDo('DELETE /expenses/{id}', {
    failed: 'Not taken away',
    refresh: EXPENSES_TOUCHED,
    onDone: refreshTickets,
  });
  if (!expense.mayEdit) return null;
  const name = expenseName(expense);
  return (
    <LineTools
      name={name}
      question={{ title: 'Take this expense away?', body: `${name} is taken away with its receipts.` }}
      onEdit={onEdit}
      onTakeAway={() => remove.mutate({ params: { id: expense.id } })}
    />
  );
}
