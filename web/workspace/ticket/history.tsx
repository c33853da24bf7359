import type { TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { EventLine } from './event-fold.tsx';

/** Everything that ever happened, newest first: who, when, what changed from what to what. */
export function History({ ticket }: { ticket: TicketView }) {
  const { data, error, refetch } = useGet('GET /tickets/{idOrKey}/timeline', { params: { idOrKey: ticket.id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={6} />;
  return (
    <ul className="f-events f-panel" aria-label="History">
      {[...data.items].reverse().map((entry) => (
        <EventLine key={entry.id} entry={entry} ticket={ticket} />
      ))}
    </ul>
  );
}
