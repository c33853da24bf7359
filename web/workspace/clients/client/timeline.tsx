import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useReadOn } from '#web/api/read-on.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';

const PAGE = 15;

/** What happened between us and a client, newest first. */
export function ClientTimeline({ clientId }: { clientId: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useReadOn(
    'GET /clients/{id}/timeline',
    { params: { id: clientId }, query: { limit: PAGE } },
  );
  const items = data?.pages.flatMap((page) => page.items);
  return (
    <Section title="Timeline">
      {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
      {!items && !error && <SkeletonLines lines={6} />}
      <ul className="f-client-events">
        {items?.map(({ id, at, actor, sentence, ticketKey }) => (
          <li key={id}>
            <span>
              <bdi>{actor}</bdi> <Said sentence={sentence} ticketKey={ticketKey} />
            </span>
            <TimeAgo at={at} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className="f-start"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          Earlier
        </Button>
      )}
    </Section>
  );
}

/** A sentence in which the ticket's key leads to it. */
function Said({ sentence, ticketKey }: { sentence: string; ticketKey: string | null }) {
  const at = ticketKey ? sentence.indexOf(ticketKey) : -1;
  if (!ticketKey || at < 0) return <bdi className="f-dim">{sentence}</bdi>;
  return (
    <bdi className="f-dim">
      {sentence.slice(0, at)}
      <Link to="/tickets/$key" params={{ key: ticketKey }}>
        {ticketKey}
      </Link>
      {sentence.slice(at + ticketKey.length)}
    </bdi>
  );
}
