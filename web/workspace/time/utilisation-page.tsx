import { dayAfter } from '#kernel/day.ts';
import { sayMinutes } from '#kernel/minutes.ts';
import { csvOf } from '#shared/csv-words.ts';
import type { Utilisation } from '#shared/time.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { readerStore } from '#web/ui/marks/reader.ts';
import { ExportCsv } from '../frame/export-csv.tsx';
import { useMe } from '../session/me.ts';
import { TimeTabs } from './tabs.tsx';
import { weekOf } from './week.ts';
import '../clients/report/report.css';
import '#web/ui/form/form.css';
import './time.css';

const PERIODS = { weeks: 'Four weeks', months: 'Three months', year: 'Twelve months' } as const;
type Period = keyof typeof PERIODS;

/** How everybody's hours went: how many there were, and what of them was recorded, billable and billed. */
export default function UtilisationPage() {
  const { timeZone } = useMe();
  const { at, go } = useAddress();
  const today = dayIn(useNow(), timeZone);
  const period = (Object.keys(PERIODS) as Period[]).find((one) => one === at.get('period')) ?? 'weeks';
  const { data, error, refetch } = useGet('GET /time/utilisation', { query: queryOf(period, today) });
  const person = at.get('person');
  const all = data?.items ?? [];
  const people = new Map(all.map(({ staff }) => [staff.id, staff.name]));
  const rows = all.filter(({ staff }) => person === null || staff.id === person);
  return (
    <div className="f-report">
      <PageHead title="Time" actions={<ExportCsv name="utilisation.csv" rows={rows} table={tableOf} />}>
        <TimeTabs />
      </PageHead>
      <PageBody>
        <search className="f-time-filter">
          <Select
            aria-label="How far back"
            data={Object.entries(PERIODS).map(([value, label]) => ({ value, label }))}
            value={period}
            onChange={(next) => go({ period: next === 'weeks' ? null : next })}
          />
          <Select
            aria-label="Person"
            placeholder="Everybody"
            clearable
            searchable
            data={[...people].map(([value, label]) => ({ value, label }))}
            value={person}
            onChange={(next) => go({ person: next })}
          />
        </search>
        <p className="f-dim">
          Hours are those of your own service, by each person’s clock, without public holidays and leave, until today.
          What somebody opened or looked at stands nowhere here: only what they recorded.
        </p>
        {error && !data && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={8} />}
        {data && rows.length === 0 && (
          <EmptyState title="Nobody recorded time">Choose another time or person.</EmptyState>
        )}
        {rows.length > 0 && <People rows={rows} />}
      </PageBody>
    </div>
  );
}

function queryOf(period: Period, today: string) {
  if (period === 'weeks') return { by: 'week' as const, from: dayAfter(weekOf(today)[0] ?? today, -21), to: today };
  const back = period === 'months' ? 2 : 11;
  const first = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1 - back, 1));
  return { by: 'month' as const, from: first.toISOString().slice(0, 10), to: today };
}

const spell = (minutes: number) => (minutes === 0 ? '–' : sayMinutes(minutes));
const per = (part: number, whole: number) => (whole === 0 ? '–' : `${Math.round((part * 100) / whole)} %`);

function spanWords({ from, to }: Utilisation): string {
  const words = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Date(`${day}T00:00:00Z`).toLocaleDateString(readerStore.get().language, { ...options, timeZone: 'UTC' });
  const short = { day: 'numeric', month: 'short' } as const;
  return `${words(from, short)} – ${words(to, { ...short, year: 'numeric' })}`;
}

function People({ rows }: { rows: readonly Utilisation[] }) {
  return (
    <Sideways label="Hours of people">
      <table className="f-report-table">
        <caption className="f-hidden">Hours by person and time</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">When</th>
            <th scope="col" className="f-money">
              There were
            </th>
            <th scope="col" className="f-money">
              Recorded
            </th>
            <th scope="col" className="f-money">
              Billable
            </th>
            <th scope="col" className="f-money">
              <span data-tip="Of the hours that there were">Utilisation</span>
            </th>
            <th scope="col" className="f-money">
              Charged
            </th>
            <th scope="col" className="f-money">
              <span data-tip="A contract included it, or a block held it">Covered</span>
            </th>
            <th scope="col" className="f-money">
              <span data-tip="The middle of how long after the work it was recorded">Recorded after</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.staff.id} ${row.from}`}>
              <th scope="row">
                <bdi>{row.staff.name}</bdi>
              </th>
              <td>{spanWords(row)}</td>
              <td className="f-money">{spell(row.available)}</td>
              <td className="f-money">
                {spell(row.recorded)} <span className="f-dim">{per(row.recorded, row.available)}</span>
              </td>
              <td className="f-money">{spell(row.billable)}</td>
              <td className="f-money">
                <strong>{per(row.billable, row.available)}</strong>
              </td>
              <td className="f-money">{spell(row.charged)}</td>
              <td className="f-money">{spell(row.covered)}</td>
              <td className="f-money">{row.enteredAfter === null ? '–' : sayMinutes(row.enteredAfter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

const NUMBERS = ['available', 'recorded', 'billable', 'charged', 'covered', 'enteredAfter'] as const;

const tableOf = (rows: readonly Utilisation[]): string =>
  csvOf([
    ['person', 'from', 'to', ...NUMBERS.map((name) => `${name} (minutes)`)],
    ...rows.map((row) => [
      ...[row.staff.name, row.from, row.to],
      ...NUMBERS.map((name) => (row[name] === null ? '' : { figure: String(row[name]) })),
    ]),
  ]);
