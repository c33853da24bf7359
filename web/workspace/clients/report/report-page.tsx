import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { useNow } from '#web/ui/marks/now.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { Kept } from './kept.tsx';
import { Missed } from './missed.tsx';
import { type Days, daysIn, daysOf } from './period.ts';
import { PeriodChoice } from './period-choice.tsx';
import { PromisedThen } from './promised.tsx';
import './report.css';

/** How a client's service levels were kept in a period: to read, to print, and to take into the conversation with the client. */
export default function ServiceLevelReport() {
  const { id } = useParams({ from: '/workspace/clients/$id/service-levels' });
  const { at, go } = useAddress();
  const now = useNow();
  const { data: client, error, refetch } = useGet('GET /clients/{id}', { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const today = dayIn(now, client?.timeZone ?? 'UTC');
  const days = daysIn(at) ?? daysOf('this-month', today);
  return (
    <div className="f-report">
      <PageHead
        title={client ? `Service levels of ${client.name}` : 'Service levels'}
        actions={
          <Button variant="default" className="f-no-print" onClick={() => window.print()}>
            Print
          </Button>
        }
      >
        <Link to="/clients/$id" params={{ id }} className="f-no-print">
          Client page
        </Link>
      </PageHead>
      <PageBody>
        {client ? (
          <>
            <PeriodChoice days={days} today={today} onChange={(next) => go({ ...next })} />
            <Report id={id} days={days} />
          </>
        ) : (
          <Coming />
        )}
      </PageBody>
    </div>
  );
}

function Report({ id, days }: { id: string; days: Days }) {
  const { language } = useReader();
  const { data, error, refetch } = useGet('GET /clients/{id}/service-levels', { params: { id }, query: days });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <Coming />;
  const { timeZone } = data.client;
  const day = (date: string) =>
    new Date(`${date}T00:00:00Z`).toLocaleDateString(language, { timeZone: 'UTC', dateStyle: 'long' });
  return (
    <>
      <p className="f-plain">
        <b>
          {day(data.from)} to {day(data.to)}
        </b>
        , days and times by the client’s clock ({timeZone.replaceAll('_', ' ')})
      </p>
      <Kept report={data} />
      <Missed report={data} />
      <PromisedThen report={data} />
    </>
  );
}

const Coming = () => (
  <Section title="How promises were kept">
    <SkeletonLines lines={8} />
  </Section>
);
