import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ExpenseView } from '#shared/expense.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { useMe } from '../../session/me.ts';
import { DecideFoot } from '../decide-foot.tsx';
import { ExpenseDialog } from './expense-dialog.tsx';
import { ExpenseLines } from './expense-lines.tsx';
import { EXPENSES_TOUCHED } from './touched.ts';
import { countWords, expenseName } from './words.ts';

/** What everybody submitted, of whichever day; or what is approved and neither billed nor paid back, which can still be returned. */
export function ExpensesToDecide() {
  const { at, go } = useAddress();
  const approved = at.get('expenses') === 'approved';
  return (
    <section className="f-time-sheet" aria-labelledby="expenses-to-decide">
      <div className="f-expense-bar">
        <h2 id="expenses-to-decide">Expenses</h2>
        <Button
          variant={approved ? 'default' : 'light'}
          aria-pressed={!approved}
          onClick={() => go({ expenses: null })}
        >
          To approve
        </Button>
        <Button
          variant={approved ? 'light' : 'default'}
          aria-pressed={approved}
          onClick={() => go({ expenses: 'approved' })}
        >
          Approved
        </Button>
      </div>
      <Listed key={String(approved)} approved={approved} />
    </section>
  );
}

/** All that waits is ticked at first but one’s own, which others decide about; of what is approved nothing, as it is returned one by one. */
function Listed({ approved }: { approved: boolean }) {
  const query = approved ? { returnable: true } : { state: 'submitted' as const };
  const me = useMe().id;
  const { data, error, refetch } = useGet('GET /expenses', { query: { of: 'everybody', ...query } });
  /** Those that are ticked where nothing is at first, and those that are not elsewhere. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [edited, setEdited] = useState<ExpenseView | null>(null);
  const decide = useDo('POST /expenses/decide', {
    failed: 'Not decided',
    refresh: EXPENSES_TOUCHED,
    onDone: ({ expenses }, { body }) => {
      setTurned(new Set());
      toast.done(`${countWords(expenses)} ${body.approve ? 'approved' : 'returned'}`);
    },
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={3} />;
  if (data.items.length === 0)
    return (
      <p className="f-dim">{approved ? 'None that is neither billed nor paid back.' : 'None wait to be approved.'}</p>
    );
  const isTicked = ({ id, staff }: ExpenseView) => turned.has(id) !== (!approved && staff.id !== me);
  const chosen = data.items.filter(isTicked);
  const toggle = (id: string) =>
    setTurned((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  return (
    <>
      {approved && (
        <p className="f-dim">
          Neither billed nor paid back: each can be returned to its owner, and is charged no more until it is approved
          again.
        </p>
      )}
      <ExpenseLines
        label={approved ? 'Approved expenses' : 'Expenses to approve'}
        who
        expenses={data.items}
        onEdit={setEdited}
        before={(expense) => (
          <Checkbox
            aria-label={`${expenseName(expense)} of ${expense.staff.name}`}
            checked={isTicked(expense)}
            onChange={() => toggle(expense.id)}
          />
        )}
      />
      <DecideFoot
        of={chosen.length === 0 ? '' : countWords(chosen.length)}
        returnOnly={approved}
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
    </>
  );
}
