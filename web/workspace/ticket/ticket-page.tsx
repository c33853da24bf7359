import { useParams } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';

/** One ticket. */
export default function TicketPage() {
  const { key } = useParams({ from: '/workspace/tickets/$key' });
  const ticket = useGet('GET /tickets/{idOrKey}', { params: { idOrKey: key } });
  if (ticket.error) return <ErrorState error={ticket.error} onRetry={() => void ticket.refetch()} />;
  if (!ticket.data) return <SkeletonLines lines={8} />;
  return <PageHead title={`${ticket.data.key} ${ticket.data.title}`} />;
}
