import { useLayoutEffect, useRef } from 'react';
import type { ChangeCalendar } from '#shared/change-schedule.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { format } from '#web/ui/marks/time.ts';
import { ChangeCard } from './change-card.tsx';
import { DayCover } from './cover.tsx';
import { type CalendarDay, firstHour, isLong, isOn, placed } from './days.ts';
import { LongChanges } from './long-changes.tsx';
import { forWhom, PERIOD_NAMES } from './words.ts';

type Props = { calendar: ChangeCalendar; days: readonly CalendarDay[]; today: string };

/** How much of the time before it stays in sight. */
const MARGIN = 12;
const HOURS = [3, 6, 9, 12, 15, 18, 21];
const percent = (part: number) => `${part * 100}%`;

/** A week by the hour: periods shaded behind, changes before them, those of days as bars across them, who is on call at the top. */
export function Week({ calendar, days, today }: Props) {
  const { language } = useReader();
  const long = calendar.changes.filter(isLong);
  const short = calendar.changes.filter((one) => !isLong(one));
  const hours = useRef<HTMLDivElement>(null);
  const opensAt = firstHour(short, days);
  const week = days[0]?.date;
  useLayoutEffect(() => {
    if (week !== undefined) showHour(hours.current, opensAt);
  }, [week, opensAt]);
  const named = format(language, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <div className="f-week">
      <div ref={hours} className="f-week-hours" aria-hidden="true">
        {HOURS.map((hour) => (
          <span key={hour} style={{ top: percent(hour / 24) }}>
            {String(hour).padStart(2, '0')}:00
          </span>
        ))}
      </div>
      {days.map((day, at) => (
        <section
          key={day.date}
          className="f-week-day"
          style={{ gridColumn: at + 2 }}
          aria-label={named.format(Date.parse(day.date))}
        >
          <header data-today={day.date === today || undefined}>
            <h2>{named.format(Date.parse(day.date))}</h2>
            <DayCover cover={calendar.onCall} day={day} />
            <DayPeriods calendar={calendar} day={day} />
          </header>
          <div className="f-week-column">
            {inOrder(calendar.periods).flatMap(({ id, kind, name, times }) =>
              placed(times, day).map(({ one, top, height }) => (
                <div
                  key={`${id} ${one.from}`}
                  className="f-week-period"
                  data-kind={kind}
                  style={{ top: percent(top), height: percent(height) }}
                  title={`${PERIOD_NAMES[kind]}: ${name}`}
                  aria-hidden="true"
                />
              )),
            )}
            {placed(short, day).map(({ one, top, height, lane, lanes }) => (
              <ChangeCard
                key={one.id}
                change={one}
                className="f-week-change"
                style={{
                  ...{ top: percent(top), height: percent(height) },
                  ...{ insetInlineStart: percent(lane / lanes), width: percent(1 / lanes) },
                }}
              />
            ))}
          </div>
        </section>
      ))}
      <LongChanges changes={long} days={days} />
    </div>
  );
}

/** Brings an hour to the top of what is scrolled; the page itself stays where it is. */
function showHour(hours: HTMLElement | null, hour: number): void {
  const body = hours?.closest('.f-change-body');
  if (!hours || !body) return;
  const top = hours.getBoundingClientRect().top - body.getBoundingClientRect().top + body.scrollTop;
  // The heads of the days stay above it.
  const head = body.querySelector<HTMLElement>('.f-week-day > header')?.offsetHeight ?? 0;
  body.scrollTop = top + (hours.offsetHeight * hour) / 24 - head - MARGIN;
}

/** What holds changes back is seen above what lets them. */
const inOrder = (periods: ChangeCalendar['periods']) =>
  [...periods].sort((a, b) => Number(a.kind !== 'window') - Number(b.kind !== 'window'));

/** The windows, freezes and blackouts of a day by name. */
export function DayPeriods({ calendar, day }: Pick<Props, 'calendar'> & { day: CalendarDay }) {
  const on = calendar.periods.filter(({ times }) => times.some((one) => isOn(one, day)));
  return (
    <>
      {on.map((period) => (
        <div
          key={period.id}
          className="f-day-period f-cut"
          data-kind={period.kind}
          title={[`${PERIOD_NAMES[period.kind]}: ${period.name}`, forWhom(period), period.note]
            .filter(Boolean)
            .join('\n')}
        >
          <span className="f-hidden">{PERIOD_NAMES[period.kind]}: </span>
          <bdi>{period.name}</bdi>
        </div>
      ))}
    </>
  );
}
