import type { FieldError } from '../errors.ts';
import { isTimeZone } from '../time-zone.ts';
import type { Calendar } from './types.ts';
import { epochDay, timeOfDay } from './types.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MAX_CLOSED_DAYS = 2_000;

/** Checks a calendar before it is saved. Returns every fault with the path of the field, or nothing. */
export function validateCalendar(calendar: Calendar): FieldError[] {
  const errors: FieldError[] = [];
  const refuse = (path: string, message: string) => errors.push({ path, message });
  if (calendar.name.trim() === '') refuse('name', 'needs a name');
  if (!isTimeZone(calendar.timeZone)) refuse('timeZone', 'is not a known time zone such as Europe/London');
  if (!calendar.alwaysOpen && calendar.hours.length === 0)
    refuse('hours', 'needs at least one stretch of working time, or 24 × 7');
  if (calendar.closedDays.length > MAX_CLOSED_DAYS) refuse('closedDays', `has more than ${MAX_CLOSED_DAYS} days`);
  calendar.hours.forEach((hours, i) => {
    const from = timeOfDay(hours.from);
    const to = timeOfDay(hours.to);
    if (!WEEKDAYS[hours.weekday - 1]) refuse(`hours.${i}.weekday`, 'must be 1 (Monday) to 7 (Sunday)');
    if (Number.isNaN(from)) refuse(`hours.${i}.from`, 'must be a time such as 09:00');
    if (Number.isNaN(to)) refuse(`hours.${i}.to`, 'must be a time such as 17:30, at most 24:00');
    if (from >= to) refuse(`hours.${i}.to`, 'must be later than the start; split a night shift at midnight');
    const clash = calendar.hours.findIndex(
      (other, j) =>
        j < i && other.weekday === hours.weekday && timeOfDay(other.from) < to && from < timeOfDay(other.to),
    );
    const { [clash]: other } = calendar.hours;
    if (other) refuse(`hours.${i}.from`, `overlaps ${other.from} to ${other.to} on ${WEEKDAYS[hours.weekday - 1]}`);
  });
  calendar.closedDays.forEach((day, i) => {
    if (Number.isNaN(epochDay(day.date))) refuse(`closedDays.${i}.date`, 'must be a day such as 2027-12-25');
    else if (calendar.closedDays.findIndex(({ date }) => date === day.date) < i)
      refuse(`closedDays.${i}.date`, 'is there twice');
    if (day.name.trim() === '') refuse(`closedDays.${i}.name`, 'needs a name');
  });
  return errors;
}
