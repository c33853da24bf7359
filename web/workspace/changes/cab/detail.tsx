import { Link } from '@tanstack/react-router';
import type { ChangeView } from '#shared/change.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Plans } from '../../ticket/change/plans.tsx';
import { Risk } from '../../ticket/change/risk.tsx';
import { Touches } from '../../ticket/change/touches.tsx';
import { CollisionLines } from '../collision-lines.tsx';
import '../../ticket/request/request.css';
import '../../ticket/change/change.css';

/** What a board has to know to decide: why, what is touched and whose it is, what stands against it, the risk by points, and the plans. */
export function Detail({ changeId }: { changeId: string }) {
  const { data, error, refetch } = useGet('GET /changes/{idOrKey}', { params: { idOrKey: changeId } });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={8} />;
  return (
    <div className="f-cab-detail f-change">
      <section aria-label="Reason">
        <h2>Reason</h2>
        <p className="f-change-review">
          {data.reason ? <bdi>{data.reason}</bdi> : <span className="f-dim">None is written.</span>}
        </p>
      </section>
      <Touches change={data} />
      <Affected change={data} />
      <Collides changeId={changeId} />
      <Risk change={data} />
      <Plans change={data} />
    </div>
  );
}

function Affected({ change: { parts } }: { change: ChangeView }) {
  if (parts.length === 0) return null;
  return (
    <section aria-label="Affected clients">
      <h2>Affected clients</h2>
      <ul className="f-lines">
        {parts.map(({ client, means, items, services }) => (
          <li key={client.id}>
            <span>
              <Link to="/clients/$id" params={{ id: client.id }}>
                <bdi>{client.name}</bdi>
              </Link>
              {means && (
                <>
                  : <bdi>{means}</bdi>
                </>
              )}
              <div className="f-dim">
                <bdi>{[...items, ...services].join(', ')}</bdi>
              </div>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Collides({ changeId }: { changeId: string }) {
  const { data } = useGet('GET /changes/{idOrKey}/collisions', { params: { idOrKey: changeId } });
  if (!data || data.window === null) return null;
  return (
    <section aria-label="Collisions">
      <h2>Collisions</h2>
      {data.collisions.length === 0 ? (
        <p className="f-plain f-dim">Nothing stands against its window.</p>
      ) : (
        <CollisionLines collisions={data.collisions} />
      )}
    </section>
  );
}
