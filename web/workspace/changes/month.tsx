import type { ChangeCalendar } from '#shared/change-schedule.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { format } from '#web/ui/marks/time.ts';
import { ChangeCard } from './change-card.tsx';
import { DayCover } from './cover.tsx';
import { type CalendarDay, isLong, isOn, weeksIn } from './days.ts';
import { LongChanges } from './long-changes.tsx';
import { DayPeriods } from './week.tsx';

type Props = {
  calendar: ChangeCalendar;
  days: readonly CalendarDay[];
  today: string;
  month: string;
  onDay(date: string): void;
};

const MOST = 4;

/** The weeks of a month, each with what takes days as bars across them. */
export function Month({ days, ...rest }: Props) {
  return (
    <div className="f-month">
      {weeksIn(days).map((week) => (
        <MonthWeek key={week[0]?.date} days={week} {...rest} />
      ))}
    </div>
  );
}

/** A box for each day of a week. A day with more than it has room for opens in its week. */
function MonthWeek({ calendar, days, today, month, onDay }: Props) {
  const { language } = useReader();
  const named = format(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const long = calendar.changes.filter((one) => isLong(one) && days.some((day) => isOn(one, day)));
  const [barred, others] = [long.slice(0, MOST), long.slice(MOST)];
  return (
    <div className="f-month-week">
      {days.map((day, at) => {
        const changes = calendar.changes.filter((one) => !isLong(one) && isOn(one, day));
        const more = Math.max(changes.length - MOST, 0) + others.filter((one) => isOn(one, day)).length;
        const name = named.format(Date.parse(day.date));
        return (
          <section
            key={day.date}
            className="f-month-day"
            style={{ gridColumn: at + 1 }}
            aria-label={name}
            data-today={day.date === today || undefined}
            data-other={!day.date.startsWith(month) || undefined}
            data-frozen={
              calendar.periods.some(({ kind, times }) => kind !== 'window' && times.some((one) => isOn(one, day))) ||
              undefined
            }
          >
            <header>
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
            </header>
            <div className="f-month-changes">
              {changes.slice(0, MOST).map((change) => (
                <ChangeCard key={change.id} change={change} className="f-month-change" />
              ))}
              {more > 0 && (
                <button type="button" className="f-month-more" onClick={() => onDay(day.date)}>
                  {more} more
                </button>
              )}
            </div>
          </section>
        );
      })}
      <LongChanges changes={barred} days={days} />
    </div>
  );
}
