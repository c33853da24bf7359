import { Button } from '@mantine/core';
import { useState } from 'react';
import { isDay } from '#kernel/day.ts';
import type { ExpenseView } from '#shared/expense.ts';
import type { SheetEntry } from '#shared/time.ts';
import { useGet } from '#web/api/use.ts';
import { dayWords } from '#web/ui/answers/day-words.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useMe } from '../session/me.ts';
import { Drafts } from './drafts.tsx';
import { TimeEntries } from './entries.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { ExpenseDialog } from './expenses/expense-dialog.tsx';
import { ExpenseLines } from './expenses/expense-lines.tsx';
import { TimeTabs } from './tabs.tsx';
import { TimerLines, useTimers } from './timers.tsx';
import { useHandIn } from './use-hand-in.ts';
import { dayOn, weekOf } from './week.ts';
import { WeekStrip } from './week-strip.tsx';
import '#web/ui/form/form.css';
import './time.css';

/** One's own time: a day at a time, what is not recorded yet above what is; the week is handed in as a whole. */
export default function TimePage() {
  const { timeZone } = useMe();
  const { at, go } = useAddress();
  const today = dayIn(useNow(), timeZone);
  const asked = at.get('day') ?? '';
  const day = isDay(asked) && asked <= today ? asked : today;
  const week = weekOf(day);
  const period = { from: week[0] ?? day, to: week[6] ?? day };
  const [edited, setEdited] = useState<SheetEntry | null>(null);
  const timers = useTimers();
  const { data: sheet, error, refetch } = useGet('GET /time', { query: period });
  const { data: drafts } = useGet('GET /me/time-drafts', { query: { day } });
  const onDay = (next: string) => go({ day: next >= today ? null : next });
  const { data: spent } = useGet('GET /expenses', { query: period });
  const [opened, setOpened] = useState<ExpenseView | 'new' | null>(null);
  const { submit, takeBack, busy } = useHandIn();
  const entries = sheet?.items ?? [];
  const expenses = spent?.items ?? [];
  const all = [...entries, ...expenses];
  const left = all.filter(({ state }) => state === 'open' || state === 'returned');
  const waiting = all.filter(({ state }) => state === 'submitted');
  useShortcuts([
    { combo: '[', label: 'Day before', group: 'Time', run: () => onDay(dayOn(day, -1)) },
    { combo: ']', label: 'Day after', group: 'Time', run: () => day < today && onDay(dayOn(day, 1)) },
    {
      combo: 'shift+s',
      label: 'Submit the week',
      group: 'Time',
      run: () => left.length > 0 && !busy && submit(period),
    },
  ]);
  const ofDay = entries.filter((entry) => entry.day === day);
  const spentOn = expenses.filter((expense) => expense.day === day);
  return (
    <>
      <PageHead
        title="Time"
        narrow
        actions={
          <>
            {waiting.length > 0 && (
              <Button variant="default" disabled={busy} onClick={() => takeBack(period)}>
                Take back
              </Button>
            )}
            <Button disabled={busy || left.length === 0} onClick={() => submit(period)}>
              Submit the week
            </Button>
          </>
        }
      >
        <TimeTabs />
      </PageHead>
      <PageBody narrow>
        <WeekStrip {...{ week, day, today, sheet, onDay }} />
        <TimerLines timers={timers} />
        <Drafts drafts={drafts?.items ?? []} />
        <section aria-labelledby="time-recorded">
          <h2 id="time-recorded">{day === today ? 'Today' : dayWords(day)}</h2>
          {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
          {!sheet && !error && <SkeletonLines lines={4} />}
          {sheet && ofDay.length === 0 && (
            <EmptyState title="Nothing recorded on this day">
              Record time with a reply, on a ticket’s Time tab, or by a timer that you start there.
            </EmptyState>
          )}
          <TimeEntries entries={ofDay} of={period} onEdit={setEdited} />
        </section>
        <section aria-labelledby="time-expenses">
          <div className="f-expense-bar">
            <h2 id="time-expenses">Expenses</h2>
            <Button variant="default" size="compact-sm" onClick={() => setOpened('new')}>
              Add expense
            </Button>
          </div>
          {spent && spentOn.length === 0 && <p className="f-dim">None on this day.</p>}
          <ExpenseLines label="Expenses of the day" expenses={spentOn} onEdit={setOpened} />
        </section>
      </PageBody>
      <ExpenseDialog open={opened} day={day} onClose={() => setOpened(null)} />
      <EntryDialog entry={edited} onClose={() => setEdited(null)} />
    </>
  );
}
