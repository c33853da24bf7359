import { epochDay, timeOfDay } from '../calendar/types.ts';
import { validateCalendar } from '../calendar.ts';
import type { FieldError } from '../errors.ts';
import { isTimeZone } from '../time-zone.ts';
import type { Rotation, Schedule } from './types.ts';

/** Checks a schedule before it is saved. Returns every fault with the path of the field, or nothing. Whether members exist is not known here. */
export function validateSchedule({ timeZone, layers }: Schedule): FieldError[] {
  const errors: FieldError[] = [];
  if (!isTimeZone(timeZone))
    errors.push({ path: 'timeZone', message: 'is not a known time zone such as Europe/London' });
  if (layers.length === 0) errors.push({ path: 'layers', message: 'needs at least one rotation' });
  layers.forEach((layer, index) => {
    errors.push(...validateRotation(layer).map((error) => ({ ...error, path: `layers.${index}.${error.path}` })));
  });
  return errors;
}

function validateRotation(rotation: Rotation): FieldError[] {
  const errors: FieldError[] = [];
  const refuse = (path: string, message: string) => errors.push({ path, message });
  if (rotation.members.length === 0) refuse('members', 'needs at least one person');
  if (Number.isNaN(epochDay(rotation.startDate))) refuse('startDate', 'must be a day such as 2027-01-04');
  if (!(timeOfDay(rotation.handOverTime) < 86_400)) refuse('handOverTime', 'must be a time such as 09:00');
  if (!Number.isInteger(rotation.every) || rotation.every < 1) refuse('every', 'must be 1 or more');
  if (rotation.unit === 'week' && !(rotation.handOverWeekday >= 1 && rotation.handOverWeekday <= 7))
    refuse('handOverWeekday', 'must be 1 (Monday) to 7 (Sunday)');
  if (rotation.hours.length > 0)
    errors.push(
      ...validateCalendar({ name: 'Hours', timeZone: 'UTC', alwaysOpen: false, hours: rotation.hours, closedDays: [] }),
    );
  return errors;
}
