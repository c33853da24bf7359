import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useDo } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { IconBell } from '#web/ui/icons.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useAllNotices } from '../notices/use-notices.ts';
import '../notices/notices.css';

/** What happened that concerns me. Seen here, it counts as read; what was new stays marked while one looks. */
export default function NoticesPage() {
  const { rows, more, reading } = useAllNotices();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const { mutate: markRead } = useDo('POST /me/notifications/read', {
    failed: false,
    refresh: ['GET /me/notifications'],
  });
  const unread = rows.filter(({ readAt }) => readAt === null).map(({ id }) => id);
  const ids = unread.join(' ');
  useEffect(() => {
    if (ids === '') return;
    setFresh((now) => new Set([...now, ...ids.split(' ')]));
    markRead({});
  }, [ids, markRead]);
  return (
    <Section title="What concerns you" help="Tickets that are assigned or escalated to you, and notes that name you.">
      {reading.error && <ErrorState error={reading.error} onRetry={() => void reading.refetch()} compact />}
      {reading.isPending && <SkeletonLines lines={6} />}
      {reading.isSuccess && rows.length === 0 && (
        <EmptyState icon={IconBell} title="Nothing yet">
          When somebody gives you a ticket, escalates one to you or names you in a note, you read it here.
        </EmptyState>
      )}
      <ul className="f-notices">
        {rows.map(({ id, text, ticketKey, createdAt }) => (
          <li key={id} data-fresh={fresh.has(id) || undefined}>
            <Link to="/tickets/$key" params={{ key: ticketKey }}>
              <span>
                {fresh.has(id) && <span className="f-hidden">New: </span>}
                <bdi>{text}</bdi>
              </span>
              <TimeAgo at={createdAt} />
            </Link>
          </li>
        ))}
      </ul>
      {more && (
        <Button variant="default" className="f-start" loading={reading.isFetchingNextPage} onClick={more}>
          Show older
        </Button>
      )}
    </Section>
  );
}
