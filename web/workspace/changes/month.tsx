import type { ChangeCalendar } from '#shared/change-schedule.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { format } from '#web/ui/marks/time.ts';
import { ChangeCard } from './change-card.tsx';
import { DayCover } from './cover.tsx';
import { type CalendarDay, isOn } from './days.ts';
import { DayPeriods } from './week.tsx';

type Props = {
  calendar: ChangeCalendar;
  days: readonly CalendarDay[];
  today: string;
  month: string;
  onDay(date: string): void;
};

const MOST = 4;

/** The weeks of a month, a box for each day. A day with more than it has room for opens in its week. */
export function Month({ calendar, days, today, month, onDay }: Props) {
  const { language } = useReader();
  const named = format(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  return (
    <div className="f-month">
      {days.map((day) => {
        const changes = calendar.changes.filter((one) => isOn(one, day));
        const name = named.format(Date.parse(day.date));
        return (
          <section
            key={day.date}
            className="f-month-day"
            aria-label={name}
            data-today={day.date === today || undefined}
            data-other={!day.date.startsWith(month) || undefined}
            data-frozen={
              calendar.periods.some(({ kind, times }) => kind !== 'window' && times.some((one) => isOn(one, day))) ||
              undefined
            }
          >
            <button
              type="button"
              className="f-month-number"
              aria-label={`Week of ${name}`}
              onClick={() => onDay(day.date)}
            >
              {Number(day.date.slice(8))}
            </button>
            <DayCover cover={calendar.onCall} day={day} />
            <DayPeriods calendar={calendar} day={day} />
            {changes.slice(0, MOST).map((change) => (
              <ChangeCard key={change.id} change={change} className="f-month-change" />
            ))}
            {changes.length > MOST && (
              <button type="button" className="f-month-more" onClick={() => onDay(day.date)}>
                {changes.length - MOST} more
              </button>
            )}
          </section>
        );
      })}
    </div>
  );
}
