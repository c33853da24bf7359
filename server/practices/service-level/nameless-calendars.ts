import { type Calendar, namelessCalendar } from '#kernel/calendar.ts';
import type { CalendarSource } from '#kernel/clock.ts';
import type { NamelessCalendars } from '#kernel/service-level.ts';
import { idOfCalendar } from './calendars.ts';

/** Calendars, and those of the same hours that say no names, which come to be as they are asked for. */
export function withNameless(known: CalendarSource) {
  const made = new Map<string, Calendar>();
  const calendars: CalendarSource = (id) => made.get(id) ?? known(id);
  const namelessOf: NamelessCalendars = (id) => {
    const calendar = calendars(id);
    const nameless = namelessCalendar(calendar);
    if (nameless === calendar) return id;
    const other = idOfCalendar(nameless);
    made.set(other, nameless);
    return other;
  };
  return { calendars, namelessOf, made: made as ReadonlyMap<string, Calendar> };
}
