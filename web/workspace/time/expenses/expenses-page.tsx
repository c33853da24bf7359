import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ExpenseView } from '#shared/expense.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { TimeTabs } from '../tabs.tsx';
import { ExpenseDialog } from './expense-dialog.tsx';
import { ExpenseLines } from './expense-lines.tsx';
import { Unsubmitted } from './unsubmitted.tsx';
import '#web/ui/form/form.css';
import { sumsOf } from '../../billing/sums.ts';
import '../time.css';

/** One's own expenses and trips, the newest first, with what is still to be paid back. */
export default function ExpensesPage() {
  const [open, setOpen] = useState<ExpenseView | 'new' | null>(null);
  const { data, error, refetch } = useGet('GET /expenses', { query: {} });
  useShortcuts([{ combo: 'e', label: 'New expense', group: 'Time', run: () => setOpen('new') }]);
  const add = <Button onClick={() => setOpen('new')}>New expense</Button>;
  const owed = (data?.items ?? []).filter(
    ({ state, paidBy, paidBackOn }) => state === 'approved' && paidBy === 'own' && paidBackOn === null,
  );
  return (
    <>
      <PageHead title="Time" narrow actions={add}>
        <TimeTabs />
      </PageHead>
      <PageBody narrow>
        {owed.length > 0 && <p>To be paid back to you: {sumsOf(owed)}</p>}
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={4} />}
        {data?.items.length === 0 && (
          <EmptyState title="No expenses yet" action={add}>
            Record what you paid and how far you drove here, on your timesheet, or on a ticket’s Time tab.
          </EmptyState>
        )}
        <Unsubmitted expenses={data?.items ?? []} />
        <ExpenseLines label="My expenses" expenses={data?.items ?? []} onEdit={setOpen} />
      </PageBody>
      <ExpenseDialog open={open} onClose={() => setOpen(null)} />
    </>
  );
}
