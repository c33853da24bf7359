import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { type Days, daysIn, daysOf } from '../report/period.ts';
import { PeriodChoice } from '../report/period-choice.tsx';
import { ClientTabs } from '../tabs.tsx';
import { CountsTable } from './counts-table.tsx';
import { Said } from './said.tsx';
import '../report/report.css';

/** How content clients' people were in a period, with what is behind each figure. */
export default function SatisfactionPage() {
  const { at, go } = useAddress();
  const today = dayIn(useNow(), 'UTC');
  const days = daysIn(at) ?? daysOf('this-quarter', today);
  return (
    <div className="f-report">
      <PageHead title="Satisfaction">
        <ClientTabs />
      </PageHead>
      <PageBody>
        <PeriodChoice days={days} today={today} onChange={(next) => go({ ...next })} />
        <Counted days={days} />
        <Said days={days} />
      </PageBody>
    </div>
  );
}

function Counted({ days }: { days: Days }) {
  const { data, error, refetch } = useGet('GET /satisfaction', { query: days });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data)
    return (
      <Section title="How content people were">
        <SkeletonLines lines={8} />
      </Section>
    );
  return (
    <>
      <Section
        title="How content people were"
        help="By the day on which they were asked. The share is of those who answered; how many that are stands beside it."
      >
        <CountsTable
          name="Month"
          rows={[
            { id: 'all', name: 'All', ...data.total },
            ...data.byMonth.map((one) => ({ id: one.month, name: one.month, ...one })),
          ]}
        />
      </Section>
      {(
        [
          ['Client', data.byClient],
          ['Team', data.byTeam],
          ['Person', data.byPerson],
        ] as const
      ).map(([name, rows]) => (
        <Section key={name} title={`By ${name.toLowerCase()}`}>
          <CountsTable name={name} rows={rows} />
        </Section>
      ))}
    </>
  );
}
