import { Button } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { SimulationView } from '#shared/simulation.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useReader } from '#web/ui/marks/reader.ts';
import { day, dayAndTime } from '#web/ui/marks/time.ts';
import { send } from '../../session/send.ts';
import { Changes } from './changes.tsx';
import { Progress } from './progress.tsx';
import { Result } from './result.tsx';
import { TOUCHED } from './touched.ts';
import './simulations.css';

const EVERY_MS = 700;

/** One simulation: how far it is, what it would change, what came of it, and the two ways out. */
export default function SimulationPage() {
  const { id } = useParams({ from: '/workspace/settings/simulations/$id' });
  const { data, error, refetch } = useGet(
    'GET /service-levels/simulations/{id}',
    { params: { id } },
    { refetchInterval: ({ state }) => state.data?.state === 'running' && EVERY_MS },
  );
  if (data && !error) return <Simulation key={id} simulation={data} />;
  return (
    <>
      <PageHead title="Simulation" />
      <PageBody>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonLines lines={10} />}
      </PageBody>
    </>
  );
}

function Simulation({ simulation }: { simulation: SimulationView }) {
  const { id, state, since, createdAt, draft, result } = simulation;
  const navigate = useNavigate();
  const reader = useReader();
  const [busy, setBusy] = useState(false);
  const running = state === 'running';
  const go = async (failed: string, work: () => Promise<unknown>) => {
    setBusy(true);
    await work().catch((error: unknown) => toast.fault(error, failed));
    setBusy(false);
  };
  const drop = () =>
    go('Not discarded', async () => {
      await send('DELETE /service-levels/simulations/{id}', { params: { id } }, TOUCHED);
      await navigate({ to: '/settings/simulations' });
      toast.done(running ? 'Cancelled' : 'Discarded; nothing was changed');
    });
  const again = () =>
    go('Not begun', async () => {
      const made = await send('POST /service-levels/simulations', { body: { draft, since } }, TOUCHED);
      await navigate({ to: '/settings/simulations/$id', params: { id: made.id } });
    });
  return (
    <>
      <PageHead
        title="Simulation"
        actions={
          <>
            <Button variant="default" disabled={busy} onClick={() => void drop()}>
              {running ? 'Cancel' : 'Discard'}
            </Button>
            {!running && (
              <Button variant="default" disabled={busy} onClick={() => void again()}>
                Simulate again
              </Button>
            )}
          </>
        }
      />
      <PageBody>
        <p className="f-plain">
          <Link to="/settings/simulations">All simulations</Link>
          <span className="f-dim">
            {' '}
            · Tickets since {day(since, Date.now(), reader)} · begun {dayAndTime(createdAt, Date.now(), reader)}
          </span>
        </p>
        {state !== 'done' && <Progress simulation={simulation} />}
        {result && <Result id={id} result={result} changes={<Changes simulation={simulation} />} />}
        {!result && <Changes simulation={simulation} />}
      </PageBody>
    </>
  );
}
