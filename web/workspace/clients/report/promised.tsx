import { spellMinutes } from '#kernel/minutes.ts';
import type { SlaReport } from '#shared/sla-report.ts';
import { Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { capital } from '#web/ui/text/capital.ts';
import { calendarWords } from '../../settings/service-levels/calendar-values.ts';

const MINUTE = 60;

/** What was promised for the tickets that the report counts, by which policy and which hours. */
export function PromisedThen({ report: { promised, client } }: { report: SlaReport }) {
  if (promised.length === 0) return null;
  return (
    <Section
      title="What was promised"
      help={`For the tickets counted above, as it was promised to ${client.name} then.`}
    >
      <Sideways label="Promises by policy">
        <table className="f-report-table">
          <caption className="f-hidden">What was promised</caption>
          <thead>
            <tr>
              <th scope="col">Target</th>
              <th scope="col">Within</th>
              <th scope="col">Tickets</th>
              <th scope="col">By</th>
              <th scope="col">Hours</th>
            </tr>
          </thead>
          <tbody>
            {promised.map(({ target, name, seconds, tickets, source, hours }) => (
              <tr key={`${target} ${seconds} ${source} ${JSON.stringify(hours)}`}>
                <th scope="row">{capital(name)}</th>
                <td>{spellMinutes(Math.round(seconds / MINUTE))}</td>
                <td>{tickets}</td>
                <td className="f-report-words">{source}</td>
                <td className="f-report-words">{hoursWords(hours)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </Section>
  );
}

const hoursWords = (hours: SlaReport['promised'][number]['hours']): string =>
  calendarWords({ ...hours, closedDays: [], publicHolidays: false, holidays: null });
