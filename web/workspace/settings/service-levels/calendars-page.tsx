import type { SlaCalendarView } from '#shared/sla-calendar.ts';
import { useGet } from '#web/api/use.ts';
import { useCan } from '../../session/me.ts';
import { RecordList } from '../lists/record-list.tsx';
import { CalendarForm } from './calendar-form.tsx';
import { calendarWords } from './calendar-values.ts';

/** Calendars by name, which policies may count by instead of the client's own hours. */
export default function CalendarsPage() {
  const can = useCan();
  const { data, error, refetch } = useGet('GET /service-levels/calendars', {});
  return (
    <RecordList<SlaCalendarView>
      title="Calendars"
      one="calendar"
      help="Hours of their own for some targets, such as a support line until 22:00. Most targets are counted by the client’s service hours and need none."
      empty="A vendor works until noon, a team at night: with a calendar, what they owe is counted by their own hours."
      size={760}
      lines={data?.items.map((calendar) => ({
        record: calendar,
        id: calendar.id,
        name: calendar.name,
        note: (
          <>
            <div>{calendarWords(calendar.terms)}</div>
            <div>{usedWords(calendar.policies)}</div>
          </>
        ),
      }))}
      error={error}
      onRetry={() => void refetch()}
      mayEdit={can('settings.manage')}
      form={(calendar, onClose) => <CalendarForm calendar={calendar} onClose={onClose} />}
    />
  );
}

const usedWords = (policies: number): string =>
  policies === 0
    ? 'No policy counts by it'
    : policies === 1
      ? '1 policy counts by it'
      : `${policies} policies count by it`;
