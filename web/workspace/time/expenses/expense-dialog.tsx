import type { ExpenseView } from '#shared/expense.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { ExpenseForm } from './expense-form.tsx';

type Props = {
  /** Which is changed; `new` for one that is begun; null while the dialogue is closed. */
  open: ExpenseView | 'new' | null;
  ticket?: { id: string; client: { id: string } };
  day?: string;
  onClose(): void;
};

/** Where an expense is recorded and changed. */
export function ExpenseDialog({ open, ticket, day, onClose }: Props) {
  const expense = open === 'new' ? null : open;
  return (
    <Dialog title={expense ? 'Change expense' : 'New expense'} opened={open !== null} onClose={onClose}>
      {open !== null && (
        <ExpenseForm key={expense?.id ?? 'new'} expense={expense} ticket={ticket} day={day} onClose={onClose} />
      )}
    </Dialog>
  );
}
