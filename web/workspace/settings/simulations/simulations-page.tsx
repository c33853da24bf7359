import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { SimulationSummary } from '#shared/simulation.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useReader } from '#web/ui/marks/reader.ts';
import { day, dayAndTime } from '#web/ui/marks/time.ts';
import { headline } from './words.ts';
import './simulations.css';

const EVERY_MS = 1_000;

/** What the reader tried lately, newest first. */
export default function SimulationsPage() {
  const { data, error, refetch } = useGet(
    'GET /service-levels/simulations',
    {},
    { refetchInterval: ({ state }) => state.data?.items.some((one) => one.state === 'running') && EVERY_MS },
  );
  return (
    <>
      <PageHead title="Simulations" narrow />
      <PageBody narrow>
        <p className="f-plain f-dim">
          What would have been kept or missed, had something been otherwise. These are yours; colleagues have their own.
          Nobody is bound by them, and the oldest go by themselves.
        </p>
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={6} />}
        {data?.items.length === 0 && (
          <EmptyState title="Nothing simulated yet">
            Change a <Link to="/settings/policies">policy</Link>, a <Link to="/settings/calendars">calendar</Link>, the
            hours or the priorities, and press <b>Simulate…</b> before you save: you see which tickets of the last 12
            months would have come out otherwise.
          </EmptyState>
        )}
        <ul className="f-simulations">
          {data?.items.map((simulation) => (
            <Line key={simulation.id} simulation={simulation} />
          ))}
        </ul>
      </PageBody>
    </>
  );
}

function Line({ simulation }: { simulation: SimulationSummary }) {
  const { id, state, about, since, createdAt, tickets } = simulation;
  const reader = useReader();
  const now = Date.now();
  return (
    <li>
      <div>
        <Link to="/settings/simulations/$id" params={{ id }}>
          <bdi>{about.join(', ')}</bdi>
        </Link>{' '}
        {state === 'running' && <Badge color="blue">Running</Badge>}
        {state === 'failed' && <Badge color="red">Not finished</Badge>}
      </div>
      {tickets && <div>{headline({ tickets })}</div>}
      <div className="f-dim">
        By you, {dayAndTime(createdAt, now, reader)} · tickets since {day(since, now, reader)}
      </div>
    </li>
  );
}
