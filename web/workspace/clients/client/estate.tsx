import { Link } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import '../../estate/estate.css';
import { Baselines } from './baselines.tsx';
import { ServiceMap } from './service-map.tsx';

/** What a client has: how many of what, what its services stand on, and how it stood. */
export function ClientEstate({ clientId, name }: { clientId: string; name: string }) {
  const { data, error, refetch } = useGet('GET /clients/{id}/item-counts', { params: { id: clientId } });
  const search = { client: clientId } as never;
  return (
    <>
      <Section
        title="Estate"
        actions={
          data &&
          data.items.length > 0 && (
            <>
              <Link to="/estate" search={search}>
                All items
              </Link>
              <Link to="/estate/ends" search={search}>
                What ends
              </Link>
            </>
          )
        }
      >
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={2} />}
        {data?.items.length === 0 && (
          <p className="f-plain f-dim">
            Nothing is kept of {name} yet. Devices come from an RMM or from inventory agents; anything else is added
            under{' '}
            <Link to="/estate" search={search}>
              Estate
            </Link>
            .
          </p>
        )}
        {data && data.items.length > 0 && (
          <ul className="f-estate-counts">
            {data.items.map(({ classKey, className, items }) => (
              <li key={classKey}>
                <Link to="/estate" search={{ client: clientId, class: classKey } as never} className="f-count">
                  <strong>{items.toLocaleString()}</strong> <bdi>{className}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {data && data.items.length > 0 && (
        <>
          <ServiceMap clientId={clientId} />
          <Baselines clientId={clientId} />
        </>
      )}
    </>
  );
}
