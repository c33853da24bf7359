import type { SlaCalendarView } from '#shared/sla-calendar.ts';
import { neverClosed } from '../values/editors/never-closed.ts';
import { WEEKDAYS } from '../values/editors/week-hours.tsx';

type Terms = SlaCalendarView['terms'];
export type CalendarValues = {
  name: string;
  hours: Pick<Terms, 'alwaysOpen' | 'hours' | 'closedDays' | 'publicHolidays'>;
  /** Null: where the client is. */
  timeZone: string | null;
  country: string | null;
  region: string;
};

export const NEW_CALENDAR: CalendarValues = {
  name: '',
  hours: {
    alwaysOpen: false,
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '18:00' })),
    closedDays: [],
    publicHolidays: true,
  },
  timeZone: null,
  country: null,
  region: '',
};

/** A calendar as its form has it. */
export const calendarValues = ({ name, terms }: SlaCalendarView): CalendarValues => {
  const { timeZone, holidays, ...hours } = terms;
  return { name, hours, timeZone, country: holidays?.country ?? null, region: holidays?.region ?? '' };
};

/** What the form says as the server takes it. */
export const calendarTerms = ({ hours, timeZone, country, region }: CalendarValues): Terms => ({
  ...(hours.alwaysOpen ? neverClosed(hours) : hours),
  timeZone,
  holidays: country === null ? null : { country, region: region.trim() },
});

/** The form's field for a path of the server's. */
export function calendarField(path: string): string {
  const [terms, part] = path.split('.');
  if (terms !== 'terms' || !part) return path;
  if (part === 'holidays') return path.endsWith('.region') ? 'region' : 'country';
  return part === 'timeZone' ? part : 'hours';
}

/** Hours in one line: `Monday to Friday 08:00–18:00 · Europe/London · public holidays of NZ are closed`. */
export function calendarWords({ alwaysOpen, hours, timeZone, publicHolidays, holidays }: Terms): string {
  const days = WEEKDAYS.map((_, index) =>
    hours
      .filter(({ weekday }) => weekday === index + 1)
      .map(({ from, to }) => `${from}–${to}`)
      .join(', '),
  );
  const spans: string[] = [];
  for (let from = 0; from < days.length; ) {
    let to = from;
    while (days[to + 1] === days[from]) to += 1;
    if (days[from]) spans.push(`${WEEKDAYS[from]}${to > from ? ` to ${WEEKDAYS[to]}` : ''} ${days[from]}`);
    from = to + 1;
  }
  const closed = publicHolidays && !alwaysOpen;
  return [
    alwaysOpen ? 'Around the clock' : spans.join('; '),
    timeZone?.replaceAll('_', ' ') ?? 'by the client’s clock',
    closed &&
      (holidays
        ? `public holidays of ${[holidays.country, holidays.region].filter(Boolean).join(' ')} closed`
        : 'the client’s public holidays closed'),
  ]
    .filter(Boolean)
    .join(' · ');
}
