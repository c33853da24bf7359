import type { TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { ClockCard } from './clock-card.tsx';

/** Every clock of a ticket, each explained. */
export function SlaPanel({ ticket }: { ticket: TicketView }) {
  const { data, error, refetch } = useGet(
    'GET /tickets/{idOrKey}/sla',
    { params: { idOrKey: ticket.id } },
    { refetchInterval: 60_000 },
  );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <SkeletonLines lines={6} />;
  if (data.items.length === 0)
    return <EmptyState title="No promise">Nothing is promised for this kind of ticket, so no clock runs.</EmptyState>;
  return (
    <div className="f-panel">
      {data.items.map((clock) => (
        <ClockCard key={clock.target} ticket={ticket} clock={clock} />
      ))}
    </div>
  );
}
