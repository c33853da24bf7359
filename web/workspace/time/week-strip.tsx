import { ActionIcon, Button } from '@mantine/core';
import { sayMinutes } from '#kernel/minutes.ts';
import type { Sheet } from '#shared/time.ts';
import { IconChevronLeft, IconChevronRight } from '#web/ui/icons.ts';
import { readerStore } from '#web/ui/marks/reader.ts';
import { dayOn } from './week.ts';

const words = (day: string, options: Intl.DateTimeFormatOptions) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(readerStore.get().language, { ...options, timeZone: 'UTC' });

type Props = {
  week: readonly string[];
  day: string | null;
  today: string;
  sheet: Sheet | undefined;
  onDay(day: string): void;
};

/** The days of a week with what is recorded on each; another week to either side. */
export function WeekStrip({ week, day, today, sheet, onDay }: Props) {
  const [first = '', last = ''] = [week[0], week.at(-1)];
  const total = sheet?.days.reduce((sum, { minutes }) => sum + minutes, 0) ?? 0;
  return (
    <nav className="f-week" aria-label="Week">
      <div className="f-week-head">
        <ActionIcon
          variant="default"
          aria-label="Week before"
          data-tip="Week before"
          onClick={() => onDay(dayOn(day ?? first, -7))}
        >
          <IconChevronLeft size={16} aria-hidden="true" />
        </ActionIcon>
        <strong>
          {words(first, { day: 'numeric', month: 'short' })} –{' '}
          {words(last, { day: 'numeric', month: 'short', year: 'numeric' })}
        </strong>
        <ActionIcon
          variant="default"
          aria-label="Week after"
          data-tip="Week after"
          disabled={last >= today}
          onClick={() => onDay(dayOn(day ?? first, 7))}
        >
          <IconChevronRight size={16} aria-hidden="true" />
        </ActionIcon>
        {!week.includes(today) && (
          <Button variant="subtle" size="compact-sm" onClick={() => onDay(today)}>
            Today
          </Button>
        )}
        <span className="f-week-sum">
          {sheet && (total === 0 ? 'Nothing recorded' : `${sayMinutes(total)} in all`)}
        </span>
      </div>
      {day !== null && (
        <ol className="f-week-days">
          {week.map((one) => {
            const minutes = sheet?.days.find((found) => found.day === one)?.minutes ?? 0;
            return (
              <li key={one}>
                <button
                  type="button"
                  aria-current={one === day ? 'date' : undefined}
                  data-today={one === today || undefined}
                  disabled={one > today}
                  onClick={() => onDay(one)}
                >
                  <span>{words(one, { weekday: 'short' })}</span>
                  <span className="f-dim">{words(one, { day: 'numeric' })}</span>
                  <strong>{minutes === 0 ? '–' : sayMinutes(minutes)}</strong>
                </button>
              </li>
            );
          })}
        </ol>
      )}
    </nav>
  );
}
