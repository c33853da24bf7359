import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { csvOf } from '#shared/csv-words.ts';
import type { ExpenseView } from '#shared/expense.ts';
import { plainMoney } from '#shared/money-words.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { ExportCsv } from '../../frame/export-csv.tsx';
import { useMe } from '../../session/me.ts';
import { TimeTabs } from '../tabs.tsx';
import { ExpenseLines } from './expense-lines.tsx';
import { EXPENSES_TOUCHED } from './touched.ts';
import { countWords, expenseName } from './words.ts';
import '#web/ui/form/form.css';
import { sumsOf } from '../../billing/sums.ts';
import '../time.css';

/** What people paid out of their own pocket: to be paid back, by person, or paid back already. */
export default function PayBackPage() {
  const { at, go } = useAddress();
  const { timeZone } = useMe();
  const today = dayIn(useNow(), timeZone);
  const done = at.get('show') === 'done';
  const { data, error, refetch } = useGet('GET /expenses', {
    query: { of: 'everybody', payBack: done ? 'done' : 'owed' },
  });
  const [on, setOn] = useState(today);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const pay = useDo('POST /expenses/pay-back', {
    failed: 'Not noted',
    refresh: EXPENSES_TOUCHED,
    onDone: ({ expenses }, { body }) => {
      setLeft(new Set());
      toast.done(`${countWords(expenses)} ${body.on === null ? 'to be paid back again' : 'noted as paid back'}`);
    },
  });
  const items = data?.items ?? [];
  const ticked = items.filter(({ id }) => !left.has(id));
  const people = [...Map.groupBy(items, ({ staff }) => staff.id).values()];
  const toggle = (ids: readonly string[], to: boolean) =>
    setLeft((now) => new Set(to ? [...now].filter((one) => !ids.includes(one)) : [...now, ...ids]));
  return (
    <>
      <PageHead title="Time" narrow actions={<ExportCsv name="pay-back.csv" rows={items} table={tableOf} />}>
        <TimeTabs />
      </PageHead>
      <PageBody narrow>
        <div className="f-expense-bar">
          <Button variant={done ? 'default' : 'light'} aria-pressed={!done} onClick={() => go({ show: null })}>
            To pay back
          </Button>
          <Button variant={done ? 'light' : 'default'} aria-pressed={done} onClick={() => go({ show: 'done' })}>
            Paid back
          </Button>
        </div>
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={4} />}
        {data && items.length === 0 && (
          <EmptyState title={done ? 'Nothing was paid back yet' : 'Nothing is to be paid back'}>
            What somebody paid out of their own pocket stands here once it is approved.
          </EmptyState>
        )}
        {people.map((expenses) => {
          const { staff } = expenses[0] as ExpenseView;
          return (
            <section key={staff.id} aria-labelledby={`of-${staff.id}`}>
              <h2 id={`of-${staff.id}`}>
                <bdi>{staff.name}</bdi> <span className="f-dim">{sumsOf(expenses)}</span>
              </h2>
              <ExpenseLines
                label={`Expenses of ${staff.name}`}
                expenses={expenses}
                onEdit={() => {}}
                before={(expense) =>
                  done ? (
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={`${expenseName(expense)} of ${staff.name} was not paid back`}
                      disabled={pay.isPending}
                      onClick={() => pay.mutate({ body: { expenseIds: [expense.id], on: null } })}
                    >
                      Not paid back
                    </Button>
                  ) : (
                    <Checkbox
                      aria-label={`${expenseName(expense)} of ${staff.name}`}
                      checked={!left.has(expense.id)}
                      onChange={({ currentTarget: { checked } }) => toggle([expense.id], checked)}
                    />
                  )
                }
              />
            </section>
          );
        })}
        {!done && items.length > 0 && (
          <div className="f-expense-bar">
            <TextInput
              type="date"
              label="Paid back on"
              max={today}
              value={on}
              onChange={(event) => setOn(event.currentTarget.value)}
            />
            <Button
              disabled={pay.isPending || ticked.length === 0 || on === ''}
              onClick={() => pay.mutate({ body: { expenseIds: ticked.map(({ id }) => id), on } })}
            >
              Note {countWords(ticked.length)} as paid back: {sumsOf(ticked)}
            </Button>
          </div>
        )}
      </PageBody>
    </>
  );
}

const tableOf = (rows: readonly ExpenseView[]): string =>
  csvOf([
    ['Person', 'Day', 'Kind', 'Client', 'Ticket', 'Currency', 'Amount', 'Tax', 'Note', 'Paid back on'],
    ...rows.map(({ staff, day, kind, client, ticket, currency, amount, tax, note, paidBackOn }) => [
      ...[staff.name, day, kind.name, client.name, ticket?.key ?? '', currency],
      ...[amount, tax].map((minor) => ({ figure: plainMoney({ minor, currency }) })),
      ...[note, paidBackOn ?? ''],
    ]),
  ]);
