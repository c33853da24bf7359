import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ExpenseView } from '#shared/expense.ts';
import type { TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { useCan } from '../../session/me.ts';
import { ExpenseDialog } from './expense-dialog.tsx';
import { ExpenseLines } from './expense-lines.tsx';
import '../time.css';

/** Expenses and trips of a ticket, beside its time. */
export function TicketExpenses({ ticket }: { ticket: TicketView }) {
  const can = useCan();
  const [open, setOpen] = useState<ExpenseView | 'new' | null>(null);
  const { data } = useGet('GET /tickets/{idOrKey}/expenses', { params: { idOrKey: ticket.id } });
  return (
    <section aria-labelledby="ticket-expenses">
      <div className="f-expense-bar">
        <h2 id="ticket-expenses">Expenses</h2>
        {can('ticket.time') && (
          <Button variant="default" size="compact-sm" onClick={() => setOpen('new')}>
            Add expense
          </Button>
        )}
      </div>
      {data?.items.length === 0 && <p className="f-dim">None on this ticket.</p>}
      <ExpenseLines label="Expenses" who onTicket expenses={data?.items ?? []} onEdit={setOpen} />
      <ExpenseDialog open={open} ticket={ticket} onClose={() => setOpen(null)} />
    </section>
  );
}
