import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';

/** By which hours something may be counted: the client's own, around the clock, or a calendar. */
export function useCalendarChoices(): { value: string; label: string }[] {
  const { data } = useGet('GET /service-levels/calendars', {});
  return [
    { value: 'service_hours', label: 'Service hours' },
    { value: 'always', label: '24 × 7' },
    ...named(data?.items ?? []),
  ];
}
