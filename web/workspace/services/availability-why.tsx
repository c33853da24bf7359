import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { useReader } from '#web/ui/marks/reader.ts';
import { dayAndTime } from '#web/ui/marks/time.ts';

type Props = { clientId: string; serviceId: string; from: string; until: string };

/** How the availability of a period comes about, step by step, with what each outage did to it. */
export function AvailabilityWhy({ clientId, serviceId, from, until }: Props) {
  const reader = useReader();
  const { data, error, refetch } = useGet('GET /services/{id}/availability', {
    params: { id: serviceId },
    query: { clientId, from, until },
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={5} />;
  return (
    <>
      <p className="f-plain f-dim">Counted by: {data.calendarName}</p>
      <ol className="f-service-why">
        {data.why.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {data.outages.length > 0 && (
        <ul className="f-outages">
          {data.outages.map(({ id, title, beganAt, why }) => (
            <li key={id}>
              <strong>
                <bdi>{title}</bdi>
              </strong>
              <p className="f-dim">
                {dayAndTime(beganAt, Date.now(), reader)} · {why}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
