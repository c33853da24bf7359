import type { ChangeCalendar } from '#shared/change-schedule.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { useReader } from '#web/ui/marks/reader.ts';
import { format } from '#web/ui/marks/time.ts';
import { ChangeFacts } from './change-card.tsx';
import { DayCover } from './cover.tsx';
import { type CalendarDay, isOn } from './days.ts';
import { DayPeriods } from './week.tsx';

type Props = { calendar: ChangeCalendar; days: readonly CalendarDay[] };

/** Day after day what is on, each change once: where it begins, or on the first day shown. */
export function Agenda({ calendar, days }: Props) {
  const { language } = useReader();
  const named = format(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const first = days[0];
  const shown = days
    .map((day) => ({
      day,
      changes: calendar.changes.filter((one) => isOn(one, day) && (Date.parse(one.from) >= day.from || day === first)),
      hasPeriods: calendar.periods.some(({ times }) => times.some((one) => isOn(one, day))),
    }))
    .filter(({ changes, hasPeriods }) => changes.length > 0 || hasPeriods);
  if (shown.length === 0)
    return (
      <EmptyState title="Nothing is planned">
        No change, maintenance window, freeze or blackout lies in this time.
      </EmptyState>
    );
  return (
    <div className="f-agenda">
      {shown.map(({ day, changes }) => (
        <section key={day.date} aria-label={named.format(Date.parse(day.date))}>
          <h2>{named.format(Date.parse(day.date))}</h2>
          <div className="f-agenda-marks">
            <DayPeriods calendar={calendar} day={day} />
            <DayCover cover={calendar.onCall} day={day} />
          </div>
          {changes.map((change) => (
            <ChangeFacts key={change.id} change={change} />
          ))}
        </section>
      ))}
    </div>
  );
}
