import { Button, SegmentedControl } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useDo } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { IconBell } from '#web/ui/icons.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useAllNotices } from '../notices/use-notices.ts';
import '../notices/notices.css';

/** What happened that concerns me. It is new until it is opened, or until I say that I have read it all. */
export default function NoticesPage() {
  const unread = useSearch({ strict: false }).show === 'unread';
  const navigate = useNavigate();
  const { rows, more, reading } = useAllNotices(unread);
  const markRead = useDo('POST /me/notifications/read', {
    failed: 'Not marked as read',
    refresh: ['GET /me/notifications'],
  });
  return (
    <Section
      title="What concerns you"
      help={
        <>
          What happens to tickets that you have or watch and to articles of yours, and notes that name you.{' '}
          <Link to="/account/notification-settings">Choose what you are told, and how</Link>
        </>
      }
      actions={
        rows.some(({ readAt }) => readAt === null) && (
          <Button
            variant="default"
            size="compact-sm"
            loading={markRead.isPending}
            onClick={() => markRead.mutate({ body: {} })}
          >
            Mark all read
          </Button>
        )
      }
    >
      <SegmentedControl
        className="f-which"
        aria-label="Which"
        value={unread ? 'unread' : 'all'}
        data={[
          { value: 'all', label: 'All' },
          { value: 'unread', label: 'Unread' },
        ]}
        onChange={(show) =>
          void navigate({ to: '/account/notifications', search: show === 'unread' ? { show } : {}, replace: true })
        }
      />
      {reading.error && <ErrorState error={reading.error} onRetry={() => void reading.refetch()} compact />}
      {reading.isPending && <SkeletonLines lines={6} />}
      {reading.isSuccess && rows.length === 0 && unread && (
        <EmptyState icon={IconBell} title="Nothing new">
          You have read all that concerns you.
        </EmptyState>
      )}
      {reading.isSuccess && rows.length === 0 && !unread && (
        <EmptyState icon={IconBell} title="Nothing yet">
          When somebody gives you a ticket, escalates one to you or names you in a note, you read it here.
        </EmptyState>
      )}
      <ul className="f-notices">
        {rows.map(
          ({
            id,
            text,
            ticketKey,
            articleId,
            connectorId,
            improvementId,
            contractId,
            projectId,
            quoteId,
            ownPage,
            createdAt,
            readAt,
          }) => (
            <li key={id} data-fresh={readAt === null || undefined}>
              <Link
                {...(quoteId !== null
                  ? { to: '/billing/quotes/$id', params: { id: quoteId } }
                  : connectorId !== null
                    ? { to: '/settings/connectors/$id', params: { id: connectorId } }
                    : improvementId !== null
                      ? { to: '/improvements/$id', params: { id: improvementId } }
                      : contractId !== null
                        ? { to: '/billing/contracts/$id', params: { id: contractId } }
                        : projectId !== null
                          ? { to: '/projects/$id', params: { id: projectId } }
                          : ownPage !== null
                            ? { to: ownPage === 'time' ? '/time' : '/time/expenses' }
                            : ticketKey === null
                              ? { to: '/knowledge/$id', params: { id: articleId ?? '' } }
                              : { to: '/tickets/$key', params: { key: ticketKey } })}
                onClick={() => readAt === null && markRead.mutate({ body: { ids: [id] } })}
              >
                <span>
                  {readAt === null && <span className="f-hidden">New: </span>}
                  <bdi>{text}</bdi>
                </span>
                <TimeAgo at={createdAt} />
              </Link>
            </li>
          ),
        )}
      </ul>
      {more && (
        <Button variant="default" className="f-start" loading={reading.isFetchingNextPage} onClick={more}>
          Show older
        </Button>
      )}
    </Section>
  );
}
