import { CloseButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Part, preload } from '#web/ui/load/part.tsx';
import { PriorityMark } from '#web/ui/marks/priority-mark.tsx';
import { SlaRing } from '#web/ui/marks/sla-ring.tsx';
import { StatusBadge } from '#web/ui/marks/status-badge.tsx';
import { useStatusName } from '../desk/names.ts';
import { nobodyWords } from '../ticket/nobody.ts';
import '../ticket/ticket.css';

const load = async () => (await import('../ticket/conversation.tsx')).Conversation;
/** Fetches what a peek shows before it is opened. */
export const preloadPeek = (): void => preload(load);

/** A ticket beside the list, to be read without leaving it; the list keeps the keyboard. */
export function Peek({ ticketKey, onClose }: { ticketKey: string; onClose(): void }) {
  const statusName = useStatusName();
  const { data, error, refetch } = useGet('GET /tickets/{idOrKey}', { params: { idOrKey: ticketKey } });
  return (
    <aside className="f-peek" aria-label={`Peek at ${ticketKey}`}>
      <header>
        <Link to="/tickets/$key" params={{ key: ticketKey }}>
          {ticketKey}
        </Link>
        {data && (
          <>
            <PriorityMark priority={data.priority} />
            <StatusBadge name={statusName(data)} category={data.statusCategory} />
            <SlaRing clock={data.clock} />
          </>
        )}
        <CloseButton aria-label="Close the peek" onClick={onClose} />
      </header>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} compact />
      ) : data ? (
        <>
          <h2>
            <bdi>{data.title}</bdi>
          </h2>
          <p className="f-dim">
            <bdi>{data.requester?.name ?? nobodyWords(data)}</bdi> · <bdi>{data.client.name}</bdi> ·{' '}
            <bdi>{data.assignee?.name ?? data.team?.name ?? 'nobody has it'}</bdi>
          </p>
          <Part load={load} waiting={<SkeletonLines lines={8} label="Loading the ticket" />}>
            {(Conversation) => <Conversation key={data.id} ticket={data} />}
          </Part>
        </>
      ) : (
        <SkeletonLines lines={8} label="Loading the ticket" />
      )}
    </aside>
  );
}
