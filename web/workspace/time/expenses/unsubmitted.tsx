import { Button } from '@mantine/core';
import type { ExpenseView } from '#shared/expense.ts';
import { shortDay } from '../../billing/money.ts';
import { sumsOf } from '../../billing/sums.ts';
import { useHandIn } from '../use-hand-in.ts';
import { weekOf } from '../week.ts';
import { countWords } from './words.ts';

/** One’s own weeks with expenses that are not submitted, each to be handed in from here with the time of that week. */
export function Unsubmitted({ expenses }: { expenses: readonly ExpenseView[] }) {
  const { submit, busy } = useHandIn();
  const left = expenses.filter(({ state }) => state === 'open' || state === 'returned');
  if (left.length === 0) return null;
  const weeks = [...Map.groupBy(left, ({ day }) => weekOf(day)[0] ?? day)];
  return (
    <section aria-labelledby="expenses-unsubmitted">
      <h2 id="expenses-unsubmitted">Not submitted</h2>
      <ul className="f-lines" aria-label="Weeks to submit">
        {weeks.map(([from, of]) => {
          const to = weekOf(from)[6] ?? from;
          const week = `${shortDay(from)} – ${shortDay(to)}`;
          return (
            <li key={from} className="f-time-entry">
              <div className="f-grow">
                {countWords(of.length)}, {sumsOf(of)}
                <div className="f-dim">{week}, with your time of that week</div>
              </div>
              <Button
                size="compact-sm"
                aria-label={`Submit the week of ${week}`}
                disabled={busy}
                onClick={() => submit({ from, to })}
              >
                Submit the week
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
