import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ExpenseView } from '#shared/expense.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { DecideFoot } from '../decide-foot.tsx';
import { ExpenseDialog } from './expense-dialog.tsx';
import { ExpenseLines } from './expense-lines.tsx';
import { EXPENSES_TOUCHED } from './touched.ts';
import { countWords, expenseName } from './words.ts';

/** What everybody submitted, of whichever day: approved, which charges the client, or returned with a reason. */
export function WaitingExpenses() {
  const { data, error, refetch } = useGet('GET /expenses', { query: { of: 'everybody', state: 'submitted' } });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [edited, setEdited] = useState<ExpenseView | null>(null);
  const decide = useDo('POST /expenses/decide', {
    failed: 'Not decided',
    refresh: EXPENSES_TOUCHED,
    onDone: ({ expenses }, { body }) => {
      setLeft(new Set());
      toast.done(`${countWords(expenses)} ${body.approve ? 'approved' : 'returned'}`);
    },
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  const waiting = data?.items ?? [];
  if (waiting.length === 0) return null;
  const chosen = waiting.filter(({ id }) => !left.has(id));
  const toggle = (id: string) =>
    setLeft((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  return (
    <section className="f-time-sheet" aria-labelledby="expenses-waiting">
      <h2 id="expenses-waiting">Expenses to approve</h2>
      <ExpenseLines
        label="Expenses to approve"
        who
        expenses={waiting}
        onEdit={setEdited}
        before={(expense) => (
          <Checkbox
            aria-label={`${expenseName(expense)} of ${expense.staff.name}`}
            checked={!left.has(expense.id)}
            onChange={() => toggle(expense.id)}
          />
        )}
      />
      <DecideFoot
        of={chosen.length === 0 ? '' : countWords(chosen.length)}
        busy={decide.isPending}
        onDecide={(verdict) =>
          decide.mutateAsync({
            body: {
              expenseIds: chosen.map(({ id }) => id),
              versions: chosen.map(({ version }) => version),
              ...verdict,
            },
          })
        }
      />
      <ExpenseDialog open={edited} onClose={() => setEdited(null)} />
    </section>
  );
}
